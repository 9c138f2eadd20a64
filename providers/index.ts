import { aws } from "./aws/index.ts";
import { ovh } from "./ovh/index.ts";
import type { Cloud } from "./provider.ts";
import { scaleway } from "./scaleway/index.ts";
import { vmware } from "./vmware/index.ts";

/** The built-in clouds by id. */
export const clouds: Readonly<Record<string, Cloud>> = { aws, ovh, scaleway, vmware };
