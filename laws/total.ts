import { kinds } from "../constructs/kinds.ts";
import { fieldsOf } from "../constructs/satisfies.ts";
import { type Native, nativeId, type Tree, Unknown } from "../providers/native.ts";
import type { Cloud, Complete } from "../providers/provider.ts";
import { translate } from "../providers/translate.ts";
import { withLeaf } from "../providers/with-leaf.ts";
import { law, shown } from "./law.ts";
import { placesOf } from "./leaves.ts";
import { type RaisedAlone, type Reading, surveyOf } from "./reading.ts";
import type { Specimen } from "./specimen.ts";

/** Every complete component can be written, and what was written can be read. */
export const total = law<Specimen>(
  1,
  "total",
  "`lower` and `raise` answer for every component, within the vocabulary.",
  ({ trip: { raised } }, fail) => {
    if (!raised.component) fail("what was written is read as nothing");
    for (const d of raised.diagnostics) fail(`reading back what was written says ${d.code}: ${d.detail}`);
  },
);

/** Nothing known about any prop, then one prop after the other: the target still answers. */
export const totalWithHoles = law<Specimen>(
  1,
  "total-with-holes",
  "A component whose props are holes can be translated.",
  ({ component, cloud, region }, fail) => {
    if (!isAnythingOfNothing(component, cloud, region)) fail("a component of which nothing is known becomes nothing");
    for (const prop of component.requested) {
      const { [prop]: _, ...props } = component.props as Record<string, unknown>;
      const { losses } = translate({ ...component, props, holes: [{ path: prop }] }, cloud, region);
      const sure = losses.find(
        (l) => l.path.split(".")[0] === prop && l.verdict === "lost" && l.declared === undefined,
      );
      if (sure) fail(`${prop} is not known, and yet ${shown(sure.asked)} is lost without an explanation`);
    }
  },
);

/** By kind and region: what a component is, of which no prop is known, differs in nothing else. */
const made = new WeakMap<Cloud, Map<string, boolean>>();

function isAnythingOfNothing(component: Complete, cloud: Cloud, region: string | undefined): boolean {
  const known = made.get(cloud) ?? new Map<string, boolean>();
  made.set(cloud, known);
  const key = `${component.kind} ${region}`;
  const answer = known.get(key);
  if (answer !== undefined) return answer;
  const names = Object.keys(fieldsOf(kinds[component.kind].props) ?? {});
  const holes = names.map((path) => ({ path }));
  const { natives } = translate({ ...component, props: {}, requested: new Set(names), holes }, cloud, region);
  known.set(key, natives.length > 0);
  return natives.length > 0;
}

/** Whatever stands in an estate, it is counted once and nothing throws. */
export const totalReading = law<Reading>(
  1,
  "total-reading",
  "`raise` answers for whatever an estate holds, and every native is counted once.",
  ({ natives, cloud, groups, survey: { counts } }, fail) => {
    const { recognised, foreign, elsewhere, unknown, unreadable } = counts;
    if (counts.natives !== recognised + foreign + elsewhere + unknown + unreadable) {
      fail(`the counts do not add up: ${shown(counts)}`);
    }
    for (const own of together(natives, groups)) {
      for (const [i, native] of own.entries()) {
        for (const [path, value] of placesOf(native.args)) {
          for (const strange of strangers(value)) {
            const changed = withLeaf(native, path, strange);
            const configured = native.configured && new Set([...native.configured, path]);
            try {
              surveyOf(own.with(i, { ...changed, configured }), cloud);
            } catch (error) {
              const text = strange instanceof Unknown ? "unknown" : shown(strange);
              fail(`${native.address} ${path} = ${text} throws: ${String(error)}`);
            }
          }
        }
      }
    }
  },
);

/** Natives that are looked at together: those of a group, and each of the others alone. */
function together(natives: readonly Native[], groups: readonly RaisedAlone[]): readonly (readonly Native[])[] {
  const byId = new Map(natives.map((n) => [nativeId(n), n]));
  const members = groups.map(({ group: g }) =>
    [...(g.anchor ? [g.anchor] : []), ...g.owned, ...g.shared].flatMap((n) => byId.get(nativeId(n)) ?? []),
  );
  const grouped = new Set(members.flat());
  return [...members, ...natives.filter((n) => !grouped.has(n)).map((n) => [n])];
}

/** What an importer may hand over in place of a value: nothing, something unresolved, something of another shape. */
function strangers(value: Tree): readonly (Tree | undefined)[] {
  return [undefined, new Unknown("", [], { redacted: true }), typeof value === "string" ? 7 : "strange"];
}
