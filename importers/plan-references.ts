import type { Reference } from "../providers/native.ts";
import { addressOf, keyText, moduleAddress, modulesOf, named, withoutKeys, withoutOwnKey } from "./address.ts";
import { asList, asObject, asText, type JsonObject } from "./json-form.ts";

type Key = string | number | undefined;

/** One instance of a module of the plan's `configuration`, with the call that made it. */
export interface Scope {
  readonly address: string;
  readonly key: Key;
  readonly module: JsonObject;
  /** The call in the parent, none for the root module. */
  readonly call?: { readonly config: JsonObject; readonly parent: Scope };
}

/** Whose expression it is: `each` and `count` mean something only there. */
interface Own {
  readonly key: Key;
  /** References of `for_each`. */
  readonly each: readonly string[];
}

const NOBODY: Own = { key: undefined, each: [] };
// Longer chains of variables and outputs than this are circles.
const MOST_STEPS = 64;

/**
 * Follows the references of a plan's `configuration` through variables and outputs to instances of resources.
 * The configuration names what an expression refers to, not how: several references of one expression all count.
 */
export class PlanReferences {
  private readonly configuration: JsonObject;
  private readonly variables: JsonObject;
  private readonly scopes = new Map<string, Scope | undefined>();
  /** Address without its own key → instances. */
  private readonly instances = new Map<string, { readonly address: string; readonly key: Key }[]>();
  /** `module.a` within its parent → keys met. */
  private readonly moduleKeys = new Map<string, Set<Key>>();

  constructor(
    configuration: JsonObject,
    variables: JsonObject,
    natives: readonly { readonly address: string; readonly module: string | undefined; readonly key: Key }[],
  ) {
    this.configuration = configuration;
    this.variables = variables;
    for (const { address, module, key } of natives) {
      const base = key === undefined ? address : withoutOwnKey(address);
      const list = this.instances.get(base);
      if (list) list.push({ address, key });
      else this.instances.set(base, [{ address, key }]);
      const modules = modulesOf(module);
      for (const [i, step] of modules.entries()) {
        const at = join(moduleAddress(modules.slice(0, i)), `module.${step.name}`);
        this.moduleKeys.set(at, (this.moduleKeys.get(at) ?? new Set()).add(step.key));
      }
    }
  }

  instancesOf(base: string): readonly { readonly address: string; readonly key: Key }[] {
    return this.instances.get(base) ?? [];
  }

  /** Instances of a module call met in the plan; the call itself where there are none. */
  moduleInstances(parent: string, name: string): { readonly address: string; readonly met: boolean }[] {
    const at = join(parent, `module.${name}`);
    const keys = this.moduleKeys.get(at);
    return keys
      ? [...keys].map((key) => ({ address: `${at}${keyText(key)}`, met: true }))
      : [{ address: at, met: false }];
  }

  /** The module at an instance address; undefined where the configuration does not know it. */
  scope(address: string): Scope | undefined {
    if (this.scopes.has(address)) return this.scopes.get(address);
    const made = this.makeScope(address);
    this.scopes.set(address, made);
    return made;
  }

  private makeScope(address: string): Scope | undefined {
    const modules = modulesOf(address);
    const last = modules.at(-1);
    if (!last) return { address: "", key: undefined, module: asObject(this.configuration["root_module"]) ?? {} };
    const parent = this.scope(moduleAddress(modules.slice(0, -1)));
    const config = asObject(asObject(parent?.module["module_calls"])?.[last.name]);
    if (!parent || !config) return undefined;
    return { address, key: last.key, module: asObject(config["module"]) ?? {}, call: { config, parent } };
  }

  /** What the references of one expression name, without repetition. */
  resolve(scope: Scope, references: readonly unknown[], own: Own = NOBODY): Reference[] {
    return unique(this.follow(scope, references, own, 0));
  }

  private follow(scope: Scope, references: readonly unknown[], own: Own, depth: number): Reference[] {
    if (depth > MOST_STEPS) return [];
    const texts = longest(references);
    const usesKey = texts.some((t) => t.startsWith("each.") || t === "count.index");
    return texts.flatMap((text) => {
      const ref = named(text);
      switch (ref.kind) {
        case "resource": {
          const to = join(scope.address, ref.to.to);
          const { attr } = ref.to;
          const targets = ref.keyed ? [to] : this.chosen(to, usesKey ? own.key : undefined);
          return targets.flatMap((t) => [{ to: t, attr }, ...this.handedOn(scope, t, attr, depth + 1)]);
        }
        case "module": {
          const at = join(scope.address, `module.${ref.name}`);
          const met = [...(this.moduleKeys.get(at) ?? [undefined])];
          const keys = ref.key !== undefined ? [ref.key] : usesKey && met.includes(own.key) ? [own.key] : met;
          const [output, ...rest] = ref.rest.filter((r) => r !== "*");
          if (output === undefined) return [];
          return keys.flatMap((key) => {
            const inner = this.scope(`${at}${keyText(key)}`);
            const expression = asObject(asObject(asObject(inner?.module["outputs"])?.[output])?.["expression"]);
            if (!inner || !expression) return [];
            return extend(this.follow(inner, asList(expression["references"]), NOBODY, depth + 1), rest);
          });
        }
        case "variable": {
          if (!scope.call) return [];
          const { config, parent } = scope.call;
          const given = asObject(asObject(config["expressions"])?.[ref.name]);
          const caller: Own = { key: scope.key, each: eachOf(config) };
          return extend(this.follow(parent, asList(given?.["references"]), caller, depth + 1), ref.rest);
        }
        case "each": {
          if (ref.attr !== "value") return [];
          const found = this.follow(scope, own.each, NOBODY, depth + 1);
          const mine = found.filter((r) => hasKey(r.to, own.key));
          return extend(mine.length > 0 ? mine : found, ref.rest);
        }
        default:
          return [];
      }
    });
  }

  /** What an argument of another resource was itself set from: `aws_s3_bucket_policy.p.bucket` names the policy and its bucket. */
  private handedOn(scope: Scope, address: string, attr: string, depth: number): Reference[] {
    if (attr === "" || attr.includes(".")) return [];
    const own = scope.address === "" ? address : address.slice(scope.address.length + 1);
    const base = withoutKeys(own);
    const config = configsOf(scope.module).get(base);
    const expression = asObject(asObject(config?.["expressions"])?.[attr]);
    const references = longest(asList(expression?.["references"]));
    if (!config || references.length !== 1) return [];
    const key = this.instances.get(base === own ? address : withoutOwnKey(address));
    return this.follow(
      scope,
      references,
      { key: key?.find((i) => i.address === address)?.key, each: eachOf(config) },
      depth,
    );
  }

  /** Instances of a resource named without a key: the one with the same key where the expression uses its own key, else all. */
  private chosen(base: string, key: Key): string[] {
    const all = this.instances.get(base);
    if (!all) return [base];
    const same = key === undefined ? [] : all.filter((i) => i.key === key);
    return (same.length > 0 ? same : all).map((i) => i.address);
  }

  /** The constant an expression comes to, followed through variables; undefined where it is not one. */
  constant(scope: Scope | undefined, expression: unknown): unknown {
    for (let at = scope, given = asObject(expression), i = 0; given && i < MOST_STEPS; i++) {
      if ("constant_value" in given) return given["constant_value"];
      const texts = longest(asList(given["references"]));
      const ref = texts.length === 1 ? named(texts[0]!) : undefined;
      if (ref?.kind !== "variable" || ref.rest.length > 0 || !at) return undefined;
      const fallback = asObject(asObject(at.module["variables"])?.[ref.name])?.["default"];
      if (!at.call) return asObject(this.variables[ref.name])?.["value"] ?? fallback;
      given = asObject(asObject(at.call.config["expressions"])?.[ref.name]);
      if (!given) return fallback;
      at = at.call.parent;
    }
    return undefined;
  }
}

const configs = new WeakMap<JsonObject, Map<string, JsonObject>>();

/** Resources of a module's configuration by address within it. */
export function configsOf(module: JsonObject): ReadonlyMap<string, JsonObject> {
  const known = configs.get(module);
  if (known) return known;
  const made = new Map<string, JsonObject>();
  for (const value of asList(module["resources"])) {
    const resource = asObject(value);
    const [type, name] = [asText(resource?.["type"]), asText(resource?.["name"])];
    if (!resource || type === undefined || name === undefined) continue;
    made.set(addressOf({ mode: asText(resource["mode"]) ?? "managed", type, name }), resource);
  }
  configs.set(module, made);
  return made;
}

/** References of a `for_each`. */
export function eachOf(config: JsonObject): readonly string[] {
  const references = asList(asObject(config["for_each_expression"])?.["references"]);
  return references.filter((r) => typeof r === "string");
}

/** The engine lists each traversal followed by its own beginnings: only the whole ones. */
export function longest(references: readonly unknown[]): string[] {
  const texts = [...new Set(references.flatMap((r) => asText(r) ?? []))];
  return texts.filter(
    (t) => !texts.some((o) => o.length > t.length && o.startsWith(t) && /^[.[]/.test(o.slice(t.length))),
  );
}

/** An attribute of what was passed on whole. */
function extend(found: readonly Reference[], rest: readonly string[]): Reference[] {
  const attr = rest.filter((r) => r !== "*").join(".");
  return found.map((r) => (r.attr === "" && attr !== "" ? { to: r.to, attr } : r));
}

function hasKey(address: string, key: Key): boolean {
  if (key === undefined) return false;
  return address.endsWith(keyText(key)) || (typeof key === "string" && address.endsWith(`[${key}]`));
}

function unique(found: readonly Reference[]): Reference[] {
  return [...new Map(found.map((r) => [`${r.to} ${r.attr}`, r])).values()];
}

export function join(module: string, rest: string): string {
  return module === "" ? rest : `${module}.${rest}`;
}
