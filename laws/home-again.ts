import { isExternal, type Reference } from "../constructs/component.ts";
import { kinds } from "../constructs/kinds.ts";
import { fieldsOf, unsatisfied } from "../constructs/satisfies.ts";
import { gapsOf, isOpen } from "../providers/gaps.ts";
import { type Native, type Tree, Unknown } from "../providers/native.ts";
import { countedLeaves } from "../providers/normalise.ts";
import { fingerprint, genericPath, isUnder, joinPath, leavesOf } from "../providers/paths.ts";
import { type Cloud, type Complete, isImplemented, type Rewrite } from "../providers/provider.ts";
import type { RaisedGroup } from "../providers/raise.ts";
import { documentIn } from "../providers/recorder.ts";
import { placeholder } from "../providers/references.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import { declaredLoss } from "../providers/translate.ts";
import { complete, openProps } from "../providers/witness.ts";
import { law, shown } from "./law.ts";
import { type Reading, raisedAlone } from "./reading.ts";
import { lowered, type Specimen } from "./specimen.ts";

/** What was written, read and written again is the same: at once where nothing is lost, else from the second time on. */
export const homeAgain = law<Specimen>(
  14,
  "home-again",
  "Read back and written again on the same cloud, a component gives the same natives.",
  ({ cloud, region, natives, trip: { raised, losses } }, fail) => {
    const second = lowered(asked(raised), cloud, { region });
    if (losses.length === 0) differences(natives, second, fail);
    const [again] = raisedAlone(second, cloud);
    if (again) differences(second, lowered(asked(again.raised), cloud, { region }), fail);
    else fail("written again it is nothing that can be read");
  },
);

/** Natives nobody here wrote, taken home. */
export const homeAgainFromEstates = law<Reading>(
  14,
  "home-again-from-estates",
  "What is written again on the same cloud differs from what was found only by residue, coarsened and ignored leaves and declared rewrites.",
  ({ cloud, groups }, fail) => {
    for (const { raised } of groups) {
      const component = completed(raised);
      const home = lowered(component, cloud, { output: asFound });
      unexplained(raised, home, cloud, fail);
      const [back, ...more] = raisedAlone(home, cloud);
      if (!back || more.length > 0) {
        fail(`${component.id} is written as ${more.length + (back ? 1 : 0)} components`);
        continue;
      }
      const open = new Set(openProps(raised));
      const fields = fieldsOf(kinds[component.kind].props) ?? {};
      for (const prop of component.requested) {
        const schema = fields[prop];
        if (!schema || open.has(prop)) continue;
        const asked = (component.props as Record<string, unknown>)[prop];
        const got = (back.raised.component?.props as Record<string, unknown> | undefined)?.[prop];
        for (const u of unsatisfied(schema, asked, got, prop)) {
          if (declaredLoss(component, u.path, cloud)) continue;
          fail(`${component.id} ${u.path} was ${shown(u.asked)} and comes home as ${shown(u.got)}`);
        }
      }
    }
  },
);

function completed(raised: RaisedGroup): Complete {
  const { component, holes } = raised;
  if (!component) throw new Error("a group raises to no component");
  return complete({ ...component, holes });
}

/** Only what was asked for: a promise that is held without asking is written down where the component goes, not here. */
function asked(raised: RaisedGroup): Complete {
  const component = completed(raised);
  const { requested } = component;
  const props = Object.fromEntries(Object.entries(component.props).filter(([prop]) => requested.has(prop)));
  return complete({ ...component, props, holes: raised.holes });
}

/** At home a reference to what is outside is written as it was found. */
function asFound(reference: Reference): Tree {
  if (!isExternal(reference)) return placeholder(reference);
  return reference.literal ? reference.external : new Unknown(reference.external, [{ to: "outside", attr: "" }]);
}

function differences(before: readonly Native[], after: readonly Native[], fail: (says: string) => void): void {
  const lines = (natives: readonly Native[]) =>
    new Set(natives.flatMap((n) => leavesOf(n.args).map(([path, v]) => `${n.address} ${path} = ${fingerprint(v)}`)));
  const [a, b] = [lines(before), lines(after)];
  for (const line of a) if (!b.has(line)) fail(`${line} is not written again`);
  for (const line of b) if (!a.has(line)) fail(`${line} is written again and was not there`);
}

/** Each configured leaf of what was found must be kept or stand in one of the lists that people are shown. */
function unexplained(raised: RaisedGroup, home: readonly Native[], cloud: Cloud, fail: (says: string) => void): void {
  const entry = raised.component ? cloud.kinds[raised.component.kind] : undefined;
  const rewrites = isImplemented(entry) ? entry.rewrites : [];
  const gaps = gapsOf(raised, cloud);
  const listed = new Set([...gaps.residue, ...gaps.coarsened, ...gaps.ignored].map((l) => `${l.address} ${l.path}`));
  const written = new Map<string, string[]>();
  for (const native of home) {
    for (const [path, value] of leavesOf(native.args).flatMap(([p, v]) => opened(p, v))) {
      const at = joinPath(native.type, genericPath(path));
      written.set(at, [...(written.get(at) ?? []), valueText(value), ...repeated(value, home)]);
    }
  }
  for (const recorder of raised.recorders) {
    const { native } = recorder;
    const counted = new Map(countedLeaves(native, resourceSchema(cloud, native)).map((l) => [l.path, l.chosen]));
    for (const { path, value, fate } of recorder.leaves()) {
      const holder = recorder.documentPaths().find((d) => isUnder(path, d)) ?? path;
      if (
        counted.get(holder) !== false ||
        fate === "edge" ||
        isOpen(value, raised.holes) ||
        listed.has(`${native.address} ${path}`)
      )
        continue;
      const at = joinPath(native.type, genericPath(path));
      const kept = written.get(at)?.includes(valueText(value)) ?? false;
      if (!kept && !rewrites.some((r) => explains(r, at, value, written))) {
        fail(`${native.address} ${path} = ${fingerprint(value)} is neither kept nor listed`);
      }
    }
  }
}

function opened(path: string, value: Tree): [string, Tree][] {
  const document = documentIn(value);
  return document === undefined ? [[path, value]] : leavesOf(document, path);
}

/** What a reference to an argument beside it comes to. */
function repeated(value: Tree, home: readonly Native[]): string[] {
  const [edge, ...others] = value instanceof Unknown ? value.refs : [];
  const argument = others.length === 0 && home.find((n) => n.address === edge?.to)?.args[edge?.attr ?? ""];
  return argument ? [valueText(argument)] : [];
}

/** Of references only that they are some counts: names differ from one code to the other. */
function valueText(value: Tree): string {
  return value instanceof Unknown && value.refs.length > 0 ? "a reference" : fingerprint(value);
}

function explains(rewrite: Rewrite, at: string, value: Tree, written: ReadonlyMap<string, readonly string[]>): boolean {
  if (!isUnder(at, rewrite.from)) return false;
  const pairs = rewrite.values?.filter(([from]) => fingerprint(from) === fingerprint(value));
  if (pairs?.length === 0) return false;
  if (rewrite.to === null) return true;
  const there = written.get(rewrite.to + at.slice(rewrite.from.length)) ?? written.get(rewrite.to) ?? [];
  return pairs ? pairs.some(([, to]) => there.includes(fingerprint(to))) : there.length > 0;
}
