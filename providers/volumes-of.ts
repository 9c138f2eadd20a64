import { isRef } from "../constructs/component.ts";
import type { FoundComponent } from "./survey.ts";

/** Ids of the volumes that are attached to a component. */
export function volumesOf({ props }: Pick<FoundComponent, "props">): string[] {
  const volumes = Array.isArray(props["volumes"]) ? props["volumes"] : [];
  return volumes.flatMap((volume) => (isRef(volume) ? volume.component : []));
}
