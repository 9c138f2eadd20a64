import type { Cloud } from "../provider.ts";
import { loadSchema } from "../schema.ts";
import { decisive } from "./decisive.ts";
import { foreign } from "./foreign.ts";
import { inUse } from "./in-use.ts";
import { machinesListed } from "./inventory.ts";
import { jurisdiction } from "./jurisdiction.ts";
import { leafClasses } from "./leaf-classes.ts";
import { network } from "./network.ts";
import { vm } from "./vm.ts";
import { volume } from "./volume.ts";

/** VMware vSphere: left, never gone to. Read from code and states of the `vmware/vsphere` provider and from inventories of machines. */
export const vmware: Cloud = {
  id: "vmware",
  title: "VMware vSphere",
  providers: [
    {
      name: "vsphere",
      source: "vmware/vsphere",
      versions: "~> 2.16",
      schema: () => loadSchema(new URL("./schema/vmware.json.gz", import.meta.url)),
      block: () => ({}),
    },
  ],
  defaultRegion: "own-datacenter",
  kinds: { network, vm, volume },
  catalogues: {},
  guarantees: [],
  foreign,
  decisive,
  leafClasses,
  inUse,
  // docs/resources/virtual_machine: on, off or suspended (read 2026-11-27).
  off: { vsphere_virtual_machine: { attribute: "power_state", words: ["off", "suspended"] } },
  jurisdiction,
  importIds: {},
  engine: "terraform",
  sourceOnly: true,
  machinesListed,
};
