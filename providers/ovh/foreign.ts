import type { ForeignType } from "../provider.ts";
import { compute } from "./foreign/compute.ts";
import { data } from "./foreign/data.ts";
import { hosting } from "./foreign/hosting.ts";
import { identity } from "./foreign/identity.ts";
import { network } from "./foreign/network.ts";
import { operations } from "./foreign/operations.ts";

/** Types of OVHcloud and OpenStack that belong to no implemented kind: what they are, what replaces them, and by what they are priced. */
export const foreign: Readonly<Record<string, ForeignType>> = {
  ...identity,
  ...network,
  ...compute,
  ...data,
  ...operations,
  ...hosting,
};
