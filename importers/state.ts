import type { Edge, Native } from "../providers/native.ts";
import { addressOf, stateProvider, withoutKeys } from "./address.ts";
import * as diagnostics from "./diagnostics.ts";
import { asKey, asList, asObject, asText, type JsonContent, type JsonContext, type JsonObject } from "./json-form.ts";
import { marksOfPaths } from "./redact.ts";

const NO_EDGES: readonly Edge[] = Object.freeze([]);
const NO_ARGS: Native["args"] = Object.freeze({});

/**
 * Collects the resources of a state (version 4) one at a time. Values are taken over, not copied.
 * A state knows no expressions: `dependencies` become edges without place and attribute, `configured` is null.
 */
export class StateReader {
  private readonly context: JsonContext;
  private readonly natives: Native[] = [];
  private readonly unreadable: { type: string; address: string; at: JsonContext["at"] }[] = [];
  private readonly modules = new Map<string, string>();
  private readonly texts = new Map<string, string>();
  private readonly providers = new Map<string, Native["provider"]>();
  private readonly edges = new Map<string, Edge>();
  /** Configuration address → its only instance, or null where there are several. */
  private readonly instances = new Map<string, string | null>();

  constructor(context: JsonContext) {
    this.context = context;
  }

  get count(): number {
    return this.natives.length;
  }

  /** `exact` gives the same value with whole numbers that a double cannot hold as text; absent where `value` is that already. */
  resource(value: unknown, index: number, exact?: () => unknown): void {
    const { at } = this.context;
    const resource = asObject(value);
    const type = asText(resource?.["type"]);
    const name = asText(resource?.["name"]);
    if (!resource || type === undefined || name === undefined) {
      this.bad("", `resources[${index}]`);
      return;
    }
    const mode = resource["mode"] === "data" ? "data" : "managed";
    const module = asText(resource["module"]);
    const base = {
      root: this.context.root,
      mode,
      type: this.text(type),
      name: this.text(name),
      provider: this.provider(asText(resource["provider"]) ?? ""),
    } as const;
    const wanted = !exact || this.context.knowledge.reads?.(type) !== false;
    const instances = asList(resource["instances"]);
    const configured = addressOf({ module: this.withoutKeys(module), mode, type, name });
    for (const [i, entry] of instances.entries()) {
      const instance = asObject(entry);
      const key = asKey(instance?.["index_key"]);
      const address = addressOf({ module, mode, type, name, key });
      if (!instance) {
        this.bad(type, address);
        continue;
      }
      if (instance["deposed"] !== undefined && instance["deposed"] !== "") {
        this.context.note(diagnostics.deposed(at, address));
        continue;
      }
      this.instances.set(configured, this.instances.has(configured) ? null : address);
      const edges = wanted
        ? asList(instance["dependencies"] ?? instance["depends_on"]).filter((d) => typeof d === "string")
        : [];
      this.natives.push({
        address,
        ...base,
        ...(key === undefined ? {} : { key }),
        args: wanted ? this.attributes(type, instance, i, exact) : NO_ARGS,
        refs: edges.length === 0 ? NO_EDGES : edges.map((to) => this.edge(to)),
        configured: null,
        at,
      });
    }
  }

  private attributes(type: string, instance: JsonObject, i: number, exact?: () => unknown): Native["args"] {
    const read = (from: JsonObject): [Record<string, unknown>, boolean] => {
      const values = asObject(from["attributes"]) ?? unflatten(asObject(from["attributes_flat"])) ?? {};
      const own = values as Record<string, unknown>;
      return [own, this.context.redactor.inPlace(type, own, marksOfPaths(from["sensitive_attributes"]))];
    };
    const [values, whole] = read(instance);
    if (whole || !exact) return values as Native["args"];
    const again = asObject(asList(asObject(exact())?.["instances"])[i]);
    return (again ? read(again)[0] : values) as Native["args"];
  }

  content(): JsonContent {
    // `dependencies` name what the configuration names: where that is one instance, it is meant.
    for (const [to, edge] of this.edges) {
      const only = this.instances.get(to);
      if (only) (edge as { to: string }).to = only;
    }
    return { natives: this.natives, holes: [], empty: [], unreadable: this.unreadable };
  }

  /** An entry that is not what a state holds: counted, with what is known of it. */
  bad(type: string, address: string): void {
    const { at } = this.context;
    this.unreadable.push({ type, address, at });
    this.context.note(diagnostics.unreadableEntry(at, address));
  }

  private withoutKeys(module: string | undefined): string | undefined {
    if (module === undefined) return undefined;
    const known = this.modules.get(module);
    if (known !== undefined) return known;
    const made = withoutKeys(module);
    this.modules.set(module, made);
    return made;
  }

  /** One string for equal ones: a large state repeats a few names a hundred thousand times. */
  private text(value: string): string {
    const known = this.texts.get(value);
    if (known !== undefined) return known;
    this.texts.set(value, value);
    return value;
  }

  private provider(value: string): Native["provider"] {
    let known = this.providers.get(value);
    if (!known) {
      known = stateProvider(value);
      this.providers.set(value, known);
    }
    return known;
  }

  private edge(to: string): Edge {
    let known = this.edges.get(to);
    if (!known) {
      known = { to, attr: "", path: "" };
      this.edges.set(to, known);
    }
    return known;
  }
}

/** `attributes_flat` of a state that comes from before 0.12: `tags.%`, `tags.Name`, `ingress.#`, `ingress.0.port`. */
function unflatten(flat: { readonly [key: string]: unknown } | undefined): Record<string, unknown> | undefined {
  if (!flat) return undefined;
  interface Node {
    list: boolean;
    value?: unknown;
    children: Map<string, Node>;
  }
  const root: Node = { list: false, children: new Map() };
  for (const [path, value] of Object.entries(flat)) {
    const keys = path.split(".");
    const size = keys.at(-1) === "#" || keys.at(-1) === "%";
    let node = root;
    for (const key of size ? keys.slice(0, -1) : keys) {
      let next = node.children.get(key);
      if (!next) {
        next = { list: false, children: new Map() };
        node.children.set(key, next);
      }
      node = next;
    }
    if (size) {
      node.list = keys.at(-1) === "#";
      node.value ??= node.list ? [] : {};
    } else node.value = value;
  }
  const build = (node: Node): unknown => {
    if (node.children.size === 0) return node.value ?? null;
    if (node.list) return [...node.children.values()].map(build);
    return Object.fromEntries([...node.children].map(([key, child]) => [key, build(child)]));
  };
  return Object.fromEntries([...root.children].map(([key, child]) => [key, build(child)]));
}
