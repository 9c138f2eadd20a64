import type { Edge, Native } from "../providers/native.ts";
import { addressOf, shortProvider } from "./address.ts";
import * as diagnostics from "./diagnostics.ts";
import { asKey, asList, asObject, asText, type JsonContent, type JsonContext } from "./json-form.ts";

/** Collects the resources of `tofu show -json` of a state, one at a time. Values are taken over, not copied. */
export class ShownStateReader {
  private readonly context: JsonContext;
  private readonly natives: Native[] = [];
  private readonly unreadable: { type: string; address: string; at: JsonContext["at"] }[] = [];

  constructor(context: JsonContext) {
    this.context = context;
  }

  get count(): number {
    return this.natives.length;
  }

  resource(value: unknown): void {
    const { at, root } = this.context;
    const shown = shownResource(value);
    if (!shown) {
      const address = asText(asObject(value)?.["address"]) ?? "a resource";
      this.unreadable.push({ type: "", address, at });
      this.context.note(diagnostics.unreadableEntry(at, address));
      return;
    }
    if (shown.deposed) {
      this.context.note(diagnostics.deposed(at, shown.address));
      return;
    }
    const args = shown.values as Record<string, unknown>;
    this.context.redactor.inPlace(shown.type, args, shown.sensitive);
    const refs: Edge[] = asList(shown.dependsOn).flatMap((to) =>
      typeof to === "string" ? [{ to, attr: "", path: "" }] : [],
    );
    this.natives.push({
      address: shown.address,
      root,
      mode: shown.mode,
      type: shown.type,
      name: shown.name,
      ...(shown.key === undefined ? {} : { key: shown.key }),
      provider: { name: shown.provider },
      args: args as Native["args"],
      refs,
      configured: null,
      at,
    });
  }

  content(): JsonContent {
    return { natives: this.natives, holes: [], empty: [], unreadable: this.unreadable };
  }
}

/** One entry of `values` or `planned_values`. */
export interface ShownResource {
  readonly address: string;
  readonly module: string | undefined;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
  readonly provider: string;
  readonly values: { readonly [key: string]: unknown };
  readonly sensitive: unknown;
  readonly dependsOn: unknown;
  readonly deposed: boolean;
}

/** Undefined where the entry is not a resource. `module` is where the address says it stands. */
export function shownResource(value: unknown): ShownResource | undefined {
  const entry = asObject(value);
  const type = asText(entry?.["type"]);
  const name = asText(entry?.["name"]);
  if (!entry || type === undefined || name === undefined) return undefined;
  const mode = entry["mode"] === "data" ? "data" : "managed";
  const key = asKey(entry["index"]);
  const own = addressOf({ mode, type, name, key });
  // `index` escapes less than the address does; the address is what the engine says.
  const address = asText(entry["address"]) ?? own;
  const at = address.lastIndexOf(`${mode === "data" ? "data." : ""}${type}.${name}`);
  return {
    address,
    module: at > 1 ? address.slice(0, at - 1) : undefined,
    mode,
    type,
    name,
    key,
    provider: shortProvider(asText(entry["provider_name"]) ?? type.split("_")[0]!),
    values: asObject(entry["values"]) ?? {},
    sensitive: entry["sensitive_values"],
    dependsOn: entry["depends_on"],
    deposed: entry["deposed_key"] !== undefined && entry["deposed_key"] !== "",
  };
}
