import {
  type Args,
  isList,
  isObject,
  isUnknown,
  type Native,
  type StateBackend,
  type Tree,
} from "../providers/native.ts";

/** Arguments that name a host, whichever the kind of place: https://opentofu.org/docs/language/settings/backends/configuration/, 2026-11-26. */
export const HOST_ARGUMENTS = ["endpoints", "endpoint", "hostname", "address"] as const;

type Told = Omit<StateBackend, "root" | "address" | "type" | "at">;

/** What a backend's arguments say of where it is. `given` are those that are set, `hosts` the values of those that may name a host. */
export function toldBy(type: string | null, given: readonly string[], hosts: Args): Told {
  const named = HOST_ARGUMENTS.flatMap((name) => {
    const value = hosts[name];
    if (name !== "endpoints" || value === undefined || isUnknown(value)) return value ?? [];
    const [own] = [isList(value) ? value[0] : value].flatMap((o) =>
      isObject(o) && type !== null ? (o[type] ?? []) : [],
    );
    return own ?? [];
  });
  const [first] = (named as Tree[]).filter((value) => value !== null && value !== "");
  const host = first === undefined ? {} : { host: typeof first === "string" ? hostOf(first) : null };
  return { ...host, given: [...new Set(given)].sort() };
}

/** Of an address the host alone: what stands before or behind it may open a door. */
export function hostOf(address: string): string | null {
  return /^(?:[a-z][\w+.-]*:\/\/)?(?:[^@/?#]*@)?([a-z0-9.-]+)/i.exec(address.trim())?.[1]?.toLowerCase() ?? null;
}

/** States of others, as data sources of the engine itself ask for them. */
export function statesRead(natives: readonly Native[]): StateBackend[] {
  return natives.flatMap(({ type, mode, root, address, args, at }): StateBackend[] => {
    if (mode !== "data" || type !== "terraform_remote_state") return [];
    const kind = typeof args["backend"] === "string" ? args["backend"] : null;
    const config = configOf(args["config"]);
    return [{ root, address, type: kind, ...toldBy(kind, setIn(config), config), at }];
  });
}

/** An object; in the older form a block; in a state a value with its type. */
function configOf(value: Tree | undefined): Args {
  const one = isList(value) ? value[0] : value;
  if (!isObject(one)) return {};
  const inner = one["value"];
  return isObject(inner) && "type" in one ? inner : one;
}

export function setIn(config: Args): string[] {
  return Object.keys(config).filter((name) => config[name] !== null && config[name] !== "");
}
