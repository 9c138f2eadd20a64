import { compareText } from "../constructs/diagnostic.ts";
import type { Kind } from "../constructs/kinds.ts";
import { type Tree, Unknown } from "../providers/native.ts";
import { genericPath } from "../providers/paths.ts";
import type { Evidence } from "./evidence.ts";

/**
 * What a cloud writes for a kind and a round trip cannot feel, over all named cases: leaves that `raise` sets aside, expects or
 * uses to tie natives together, the order of creation and the brake on destruction. For people to look at: no law can.
 */
export function unreadList({ specimens }: Evidence, kind: Kind): string {
  const lines = new Set<string>();
  for (const { component, trip } of specimens) {
    if (component.kind !== kind) continue;
    for (const recorder of trip.raised.recorders) {
      const { type } = recorder.native;
      for (const { path, value, fate } of recorder.leaves()) {
        if (fate !== "read") lines.add(`${type}.${genericPath(path)} = ${shownLeaf(value)}`);
      }
    }
    for (const { type, dependsOn = [], lifecycle } of trip.natives) {
      for (const address of dependsOn) lines.add(`${type} is made after ${address.split(".")[0]}`);
      if (lifecycle?.preventDestroy) lines.add(`${type} is protected from destruction`);
    }
  }
  return [...lines]
    .sort(compareText)
    .map((line) => `${line}\n`)
    .join("");
}

function shownLeaf(value: Tree): string {
  return value instanceof Unknown ? value.expression : JSON.stringify(value);
}
