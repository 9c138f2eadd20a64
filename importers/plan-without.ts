import type { EmptyResource } from "../providers/native.ts";
import { keyText, withoutKeys } from "./address.ts";
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
      const instances = references.instancesOf(address);
      if (instances.length > 0) {
        const missing = constantKeys(resource).filter((key) => !instances.some((one) => one.key === key));
        leftOut.push(...missing.map((key) => address + keyText(key)));
        continue;
      }
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
  const isRepeated = config["count_expression"] !== undefined || config["for_each_expression"] !== undefined;
  return isRepeated && constantKeys(config).length === 0;
}

const MOST_KEYS = 10_000;

/** Keys of the instances that a constant `count` or `for_each` asks for. Of any other expression a plan names what it refers to, and no more. */
function constantKeys(config: JsonObject): (string | number)[] {
  const constant = asObject(config["count_expression"] ?? config["for_each_expression"])?.["constant_value"];
  if (typeof constant === "number") return Array.from({ length: Math.min(constant, MOST_KEYS) }, (_, i) => i);
  return Object.keys(asObject(constant) ?? {});
}
