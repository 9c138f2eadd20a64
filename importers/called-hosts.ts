import type { Location } from "../constructs/diagnostic.ts";
import { type Args, isList, isObject, isUnknown, type Native, type Tree } from "../providers/native.ts";
import type { ImportKnowledge } from "./importer.ts";
import { hostOf } from "./state-backends.ts";

/** Arguments of a provider's configuration that name the one interface behind which all of its resources stand. */
const FOR_ALL = new Set(["api_url", "auth_url", "endpoint"]);
const FOR_EACH = "endpoints";
const FOR_ONE = /^(\w+)_endpoint$/;
const ALL = "";

/** Which hosts a provider's configuration calls in place of the provider's own. */
export interface CalledHosts {
  /** By service; "" is every service. Null: one is named, and nobody knows which. */
  readonly byService: ReadonlyMap<string, string | null>;
  readonly at: Location;
}

/** Whether an argument or a block may name a host. */
export function namesHost(name: string): boolean {
  return FOR_ALL.has(name) || name === FOR_EACH || FOR_ONE.test(name);
}

/** What the arguments of a provider's configuration say. An interface for all that nobody knows says nothing: it comes with the credentials. */
export function calledHosts(given: Args, at: Location): CalledHosts | undefined {
  const said = Object.entries(given).flatMap(([name, value]): [string, Tree][] => {
    if (FOR_ALL.has(name)) return isUnknown(value) ? [] : [[ALL, value]];
    if (name !== FOR_EACH) return [[FOR_ONE.exec(name)?.[1] ?? ALL, value]];
    return (isList(value) ? value : [value]).flatMap((one) => (isObject(one) ? Object.entries(one) : []));
  });
  const hosts = said.flatMap(([service, value]): [string, string | null][] => {
    const host = hostIn(value);
    return host === undefined ? [] : [[service, host]];
  });
  return hosts.length === 0 ? undefined : { byService: new Map(hosts), at };
}

/** The host that is called for resources of a type: of the service it belongs to, else of all. */
export function hostFor(
  type: string,
  { byService, at }: CalledHosts,
  knowledge: Pick<ImportKnowledge, "serviceOf">,
): Pick<Native["provider"], "host"> {
  const own = knowledge.serviceOf?.(type);
  const [provider = ""] = type.split("_", 1);
  const isOf = (service: string) =>
    own === undefined ? `${type}_`.startsWith(`${provider}_${service}_`) : own === service;
  const [service = ALL] = [...byService.keys()].filter((s) => s !== ALL && isOf(s));
  const name = byService.get(service);
  return name === undefined ? {} : { host: { name, at } };
}

/** A word that stands for a host (`ovh-eu`) is none. Of an address with holes its end may still say whose it is. */
function hostIn(value: Tree): string | null | undefined {
  if (isUnknown(value))
    return /[}.]([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?(?:\/[^"]*)?"?$/i.exec(value.expression)?.[1] ?? null;
  if (typeof value !== "string" || !/[.:/]|^localhost$/.test(value)) return undefined;
  return hostOf(value);
}
