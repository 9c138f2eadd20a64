import { compareText } from "../constructs/diagnostic.ts";
import { type Tree, Unknown } from "../providers/native.ts";
import { genericPath } from "../providers/paths.ts";
import { leavesInDocuments } from "../providers/recorder.ts";
import { settled } from "../providers/settled.ts";
import { usersOf } from "../providers/users.ts";
import { lowered } from "./specimen.ts";
import type { Workload } from "./workload.ts";

/**
 * What is written for components because others refer to them, in a workload whose components name each other. For people to look at:
 * a component alone never has it, and what it is read back as stands in those others.
 */
export function forUsersList({ cloud, components }: Workload): string {
  const lines = new Set<string>();
  const { components: all } = settled(components, cloud, cloud.defaultRegion);
  const users = usersOf(all);
  for (const component of all) {
    const alone = new Set(writtenLines(lowered(component, cloud, {})));
    for (const line of writtenLines(lowered(component, cloud, { users: users.get(component.id) ?? [] })))
      if (!alone.has(line)) lines.add(line);
  }
  return [...lines]
    .sort(compareText)
    .map((line) => `${line}\n`)
    .join("");
}

function writtenLines(natives: ReturnType<typeof lowered>): string[] {
  return natives.flatMap(({ type, args }) =>
    leavesInDocuments(args).map(([path, value]) => `${type}.${genericPath(path)} = ${shown(value)}`),
  );
}

/** Without the numbers by which components of one kind are told apart. */
function shown(value: Tree): string {
  const text = value instanceof Unknown ? value.expression : JSON.stringify(value);
  return text.replaceAll(/‹([a-z-]+)-\d+/g, "‹$1");
}
