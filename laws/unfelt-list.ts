import { compareText } from "../constructs/diagnostic.ts";
import { type Kind, kinds } from "../constructs/kinds.ts";
import { fieldsOf, unsatisfied } from "../constructs/satisfies.ts";
import { type Tree, Unknown } from "../providers/native.ts";
import { genericPath } from "../providers/paths.ts";
import type { RaisedGroup } from "../providers/raise.ts";
import { withLeaf } from "../providers/with-leaf.ts";
import type { Evidence } from "./evidence.ts";
import { raisedAlone } from "./reading.ts";
import type { Specimen } from "./specimen.ts";

/**
 * What a cloud writes for a kind and a round trip cannot feel, over all named cases: leaves without which nothing more would be
 * lost, the order of creation, the brake on destruction, changes that are let be. For people to look at: no law can.
 */
export function unfeltList({ specimens }: Evidence, kind: Kind): string {
  const lines = new Set<string>();
  for (const specimen of specimens) {
    if (specimen.component.kind !== kind) continue;
    for (const line of unfeltLeaves(specimen)) lines.add(line);
    for (const [address, { types }] of specimen.after) {
      for (const first of types) lines.add(`${address.split(".")[0]} is made after the ${first} of what it refers to`);
    }
    for (const { type, dependsOn = [], lifecycle } of specimen.trip.natives) {
      for (const address of dependsOn) lines.add(`${type} is made after ${address.split(".")[0]}`);
      if (lifecycle?.preventDestroy) lines.add(`${type} is protected from destruction`);
      for (const path of lifecycle?.ignoreChanges ?? []) lines.add(`${type} stays as it is when its ${path} changes`);
    }
  }
  return [...lines]
    .sort(compareText)
    .map((line) => `${line}\n`)
    .join("");
}

function unfeltLeaves(specimen: Specimen): string[] {
  const { natives, cloud, trip } = specimen;
  const before = lostPaths(specimen, trip.raised);
  return trip.raised.recorders.flatMap((recorder) =>
    recorder.leaves().flatMap(({ path, value }) => {
      const { address, type } = recorder.native;
      const without = natives.map((n) => (n.address === address ? withLeaf(n, path, undefined) : n));
      const [one, ...more] = raisedAlone(without, cloud);
      if (!one || more.length > 0 || lostPaths(specimen, one.raised) !== before) return [];
      return [`${type}.${genericPath(path)} = ${value instanceof Unknown ? value.expression : JSON.stringify(value)}`];
    }),
  );
}

function lostPaths({ component }: Specimen, raised: RaisedGroup): string {
  const fields = fieldsOf(kinds[component.kind].props) ?? {};
  const asked = component.props as Readonly<Record<string, unknown>>;
  const got = (raised.component?.props ?? {}) as Readonly<Record<string, Tree>>;
  return [...component.requested]
    .flatMap((prop) => (fields[prop] ? unsatisfied(fields[prop], asked[prop], got[prop], prop) : []))
    .map((u) => u.path)
    .join();
}
