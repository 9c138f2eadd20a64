import type { Cloud } from "./provider.ts";

/** Short names of the providers whose resources stand at a cloud, those of whose types nothing is known among them. */
export function ownProviders({ providers, unreadProviders = [] }: Cloud): string[] {
  return [...providers.map(({ name }) => name), ...unreadProviders];
}
