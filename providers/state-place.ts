import type { StateBackend } from "./native.ts";
import outside from "./outside-backends.json" with { type: "json" };
import type { Cloud } from "./provider.ts";

/** Whether something stands at the cloud that is left. */
export type Stands = "source" | "elsewhere" | "unknown";

interface Outside {
  readonly type: string;
  /** Where it is when no host is named. */
  readonly stands: Stands;
  /** Without this argument the block is a part of something said elsewhere. */
  readonly needs?: string;
  /** Hosts that are nobody's cloud account. */
  readonly hosts?: readonly string[];
}

// Kinds of place the engines know and who runs them: https://opentofu.org/docs/language/settings/backends/configuration/, 2026-11-26.
const OUTSIDE: ReadonlyMap<string, Outside> = new Map((outside as readonly Outside[]).map((o) => [o.type, o]));

/** Where a state is kept, seen from a cloud that is left. What is left to be said elsewhere, or leads to a host that may be anywhere, is unknown. */
export function placeOf({ type, host, given }: StateBackend, { signs }: Pick<Cloud, "signs">): Stands {
  if (type === null || host === null) return "unknown";
  const own = signs?.backends.find((b) => b.type === type);
  const other = OUTSIDE.get(type);
  if (host !== undefined) {
    if (signs?.hosts.some((end) => endsWith(host, end))) return "source";
    if (other?.hosts?.some((end) => endsWith(host, end))) return "elsewhere";
    // The endpoint of an object store is the store's; a host of another kind of place may stand in front of a machine at the source.
    return other?.needs === "bucket" && isPublic(host) ? "elsewhere" : "unknown";
  }
  const known = own && !own.hostNeeded ? own : other;
  const needs = known?.needs;
  if (!known || (needs !== undefined && !given.includes(needs))) return "unknown";
  return known === own ? "source" : (other?.stands ?? "unknown");
}

function endsWith(host: string, end: string): boolean {
  return host === end || host.endsWith(`.${end}`);
}

/** A name that the whole internet knows: no address, no name of one network alone. */
function isPublic(host: string): boolean {
  return /\.[a-z][a-z0-9-]*$/.test(host) && !/\.(?:local|localhost|internal|lan|corp|home)$/.test(host);
}
