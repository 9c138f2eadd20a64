import type { FoundComponent } from "./survey.ts";

/** Family of the operating system of a machine, where it is known. */
export function systemOf({ props }: Pick<FoundComponent, "props">): string | undefined {
  const { os } = (props["image"] ?? {}) as { readonly os?: unknown };
  return typeof os === "string" ? os : undefined;
}
