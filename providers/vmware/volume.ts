import type { Cursors, RaiseContext } from "../provider.ts";
import { sourceOnly } from "../source-only.ts";
import { exit } from "./volume-facts.ts";

/** A virtual disk with a life of its own. Disks inside a machine go with it and are the machine's. */
export const volume = sourceOnly<"volume">({
  claims: [{ type: "vsphere_virtual_disk", role: "anchor" }],
  raise,
  exit,
});

function raise({ anchor: disk }: Cursors, { props }: RaiseContext): void {
  props.set("sizeGiB", disk.read("size"));
  for (const path of ["datacenter", "datastore", "vmdk_path", "create_directories"])
    disk.ignore(path, "where vSphere keeps it; the target has places of its own");
  for (const path of ["type", "adapter_type"]) disk.ignore(path, "how the file is laid out, not how large it is");
}
