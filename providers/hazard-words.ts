import type { Hazard } from "./provider.ts";

/** Places that hazards of several clouds speak of. */
type Places = NonNullable<Hazard["when"]>;

/** Objects that must be restored before they can be read: moved there by a rule, or stated. */
export const ARCHIVED: Places = [
  { "facts.archived": true },
  ...["transitions", "noncurrentTransitions"].flatMap((list) =>
    ["archive", "deep-archive"].map((storageClass) => ({
      [`object-bucket.lifecycleRules.${list}.storageClass`]: storageClass,
    })),
  ),
];

/** Old versions that are kept: a lock keeps them too. */
export const VERSIONED: Places = [{ "object-bucket.versioning": true }, { "object-bucket.objectLock": "present" }];

/** Listeners that show a certificate. */
export const CERTIFIED: Places = ["https", "tls"].map((protocol) => ({ "load-balancer.listeners.protocol": protocol }));

/** Machines that reach the internet, through a gateway or by an address of their own. */
export const GOES_OUT: Places = [
  { "network.egress": "shared" },
  { "network.egress": "per-zone" },
  { "network.subnets.public": true },
];
