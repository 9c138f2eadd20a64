import type { EmptyResource } from "../providers/native.ts";
import { withoutKeys } from "./address.ts";
import { asObject, asText, type JsonContent, type JsonContext, type JsonObject } from "./json-form.ts";
import * as diagnostics from "./plan-diagnostics.ts";
import { configsOf, join, type PlanReferences } from "./plan-references.ts";

/**
 * Resources of a plan's configuration that have no instance in it: an empty `count` or `for_each`; to be destroyed, which is
 * noted; else the plan says nothing of them. `deleted`: addresses, without keys, of what it deletes.
 */
export function withoutInstances(
  rootModule: JsonObject,
  references: PlanReferences,
  deleted: ReadonlySet<string>,
  { at, root, note }: JsonContext,
): Required<Pick<JsonContent, "empty" | "leftOut">> {
  const empty: EmptyResource[] = [];
  const destroyed: string[] = [];
  const leftOut: string[] = [];
  const visit = (module: JsonObject, prefix: string, mayBeNone: boolean, met: boolean): void => {
    for (const [own, resource] of configsOf(module)) {
      if ((asText(resource["mode"]) ?? "managed") !== "managed") continue;
      const address = join(prefix, own);
      if (references.instancesOf(address).length > 0) continue;
      const isEmpty = isNoneAllowed(resource) || (mayBeNone && !met);
      if (isEmpty) empty.push({ root, type: asText(resource["type"]) ?? "", address, at });
      else if (deleted.has(withoutKeys(address))) destroyed.push(address);
      else leftOut.push(address);
    }
    for (const [name, value] of Object.entries(asObject(module["module_calls"]) ?? {})) {
      const call = asObject(value);
      const inner = asObject(call?.["module"]);
      if (!call || !inner) continue;
      for (const instance of references.moduleInstances(prefix, name)) {
        visit(inner, instance.address, isNoneAllowed(call) || (mayBeNone && !met), instance.met);
      }
    }
  };
  visit(rootModule, "", false, true);
  if (destroyed.length > 0) note(diagnostics.toBeDestroyed(at, destroyed));
  return { empty, leftOut };
}

/** Whether a block may have no instance: it is repeated, and not by a constant that says how often. */
function isNoneAllowed(config: JsonObject): boolean {
  const given = config["count_expression"] ?? config["for_each_expression"];
  if (given === undefined) return false;
  const constant = asObject(given)?.["constant_value"];
  if (typeof constant === "number") return constant === 0;
  const object = asObject(constant);
  return object === undefined || Object.keys(object).length === 0;
}
