import type { Native } from "./native.ts";
import { ownProviders } from "./own-providers.ts";
import type { Cloud } from "./provider.ts";

/**
 * Whether a native stands at a cloud: by the host that is called for it where one is configured, else by its provider.
 * `guessed`: by the cloud's own provider, whose host nobody knows. `foreign`: by the provider of another, at this one's host, or at one that may be.
 */
export type StandsAt = "own" | "guessed" | "foreign" | "elsewhere";

export function standsAt({ provider: { name, host } }: Pick<Native, "provider">, cloud: Cloud): StandsAt {
  const isOwn = ownProviders(cloud).includes(name);
  if (!host || (isOwn && cloud.signs === undefined)) return isOwn ? "own" : "elsewhere";
  if (host.name === null) return isOwn ? "guessed" : "foreign";
  if (!isHostOf(host.name, cloud)) return "elsewhere";
  return isOwn ? "own" : "foreign";
}

/** Whether one reads it as this cloud's: what stands there by another's provider is of no type that it knows. */
export function isReadAt(native: Pick<Native, "provider">, cloud: Cloud): boolean {
  const stands = standsAt(native, cloud);
  return stands === "own" || stands === "guessed";
}

export function isHostOf(host: string, { signs }: Pick<Cloud, "signs">): boolean {
  return signs?.hosts.some((end) => host === end || host.endsWith(`.${end}`)) === true;
}
