import { type Native, type Tree, Unknown } from "../providers/native.ts";
import { shortProvider } from "./address.ts";
import { calledHosts, hostFor, namesHost } from "./called-hosts.ts";
import { asList, asObject, asText, type JsonContext, type JsonObject } from "./json-form.ts";
import type { PlanReferences, Scope } from "./plan-references.ts";
import { accountOf } from "./provider-account.ts";
import type { ShownResource } from "./show.ts";

/** The provider of a planned resource, as the plan's configuration says it. */
export function plannedProvider(
  { provider, type }: Pick<ShownResource, "provider" | "type">,
  config: JsonObject | undefined,
  references: PlanReferences,
  { at, knowledge }: Pick<JsonContext, "at" | "knowledge">,
): Native["provider"] {
  const alias = asText(config?.["alias"]);
  const scope = references.scope(asText(config?.["module_address"]) ?? "");
  const { region: where, ...who } = asObject(config?.["expressions"]) ?? {};
  const region = references.constant(scope, where);
  const value = (given: unknown): Tree => valueIn(given, references, scope);
  const named = Object.entries(who).filter(([name]) => namesHost(name));
  const hosts = calledHosts(Object.fromEntries(named.map(([name, given]) => [name, value(given)])), at);
  return {
    name: shortProvider(provider),
    ...(alias ? { alias } : {}),
    ...(typeof region === "string" ? { region } : {}),
    ...accountOf(Object.entries(who).map((one) => JSON.stringify(one))),
    ...(hosts ? hostFor(type, hosts, knowledge) : {}),
  };
}

function valueIn(given: unknown, references: PlanReferences, scope: Scope | undefined): Tree {
  if (Array.isArray(given)) return given.map((one) => valueIn(one, references, scope));
  const object = asObject(given);
  if (object === undefined || "constant_value" in object || "references" in object) {
    const value = references.constant(scope, given);
    return value === undefined ? new Unknown(asList(object?.["references"]).join(", ")) : (value as Tree);
  }
  return Object.fromEntries(Object.entries(object).map(([key, one]) => [key, valueIn(one, references, scope)]));
}
