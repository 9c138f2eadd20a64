import type { FoundComponent } from "./survey.ts";
import { volumesOf } from "./volumes-of.ts";

/** Family of the operating system of a machine, where it is known. */
export function systemOf({ props }: Pick<FoundComponent, "props">): string | undefined {
  const { os } = (props["image"] ?? {}) as { readonly os?: unknown };
  return typeof os === "string" ? os : undefined;
}

/** Machines that run Windows, and the volumes they mount. */
export function onWindows(components: readonly FoundComponent[]): ReadonlySet<string> {
  const machines = components.filter((component) => systemOf(component)?.startsWith("windows"));
  return new Set(machines.flatMap((machine) => [machine.id, ...volumesOf(machine)]));
}
