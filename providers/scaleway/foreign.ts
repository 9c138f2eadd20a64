import type { ForeignType } from "../provider.ts";
import { access } from "./foreign/access.ts";
import { compute } from "./foreign/compute.ts";
import { data } from "./foreign/data.ts";
import { network } from "./foreign/network.ts";
import { operations } from "./foreign/operations.ts";
import { serverless } from "./foreign/serverless.ts";

/** Scaleway types that belong to no implemented kind: what they are, what replaces them, and by what they are priced. */
export const foreign: Readonly<Record<string, ForeignType>> = {
  ...access,
  ...network,
  ...compute,
  ...serverless,
  ...data,
  ...operations,
};
