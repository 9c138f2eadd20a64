import * as fc from "fast-check";
import { type Kind, kindNames, kinds } from "../constructs/kinds.ts";
import type { Native } from "../providers/native.ts";
import { type Cloud, type Complete, isImplemented } from "../providers/provider.ts";
import type { Evidence } from "./evidence.ts";
import type { Law } from "./law.ts";
import { Reading } from "./reading.ts";
import { authored, LABEL, Specimen } from "./specimen.ts";
import { linked, Workload } from "./workload.ts";

/** What a cloud is judged on. */
export interface Proof {
  /** Named components by kind: each declared loss must happen in one of them. */
  readonly cases: { readonly [K in Kind]?: readonly NamedCase[] };
  /** Natives somebody wrote, each list of one root. */
  readonly fixtures: readonly { readonly title: string; readonly natives: readonly Native[] }[];
  /** Components drawn per kind. Default: 300, always the same ones. */
  readonly generated?: Draw;
}

export interface NamedCase {
  readonly title: string;
  readonly props: unknown;
  /** Region it is written for. Default: the cloud's. */
  readonly region?: string;
}

export interface Draw {
  readonly count: number;
  readonly seed: number;
}

const DRAW: Draw = { count: 300, seed: 20_261_125 };

/** Everything a cloud is judged on, made once. */
export interface Subjects {
  readonly cases: readonly Specimen[];
  readonly generated: readonly Specimen[];
  readonly workloads: readonly Workload[];
  readonly readings: readonly Reading[];
  readonly evidence: Evidence;
}

export function subjectsOf(cloud: Cloud, { cases, fixtures, generated = DRAW }: Proof): Subjects {
  const written = cloud.sourceOnly ? [] : kindNames.filter((kind) => isImplemented(cloud.kinds[kind]));
  const named = written.flatMap((kind) =>
    (cases[kind] ?? []).map(
      ({ title, props, region }) => new Specimen(title, cloud, authored(kind, LABEL, props), region),
    ),
  );
  const drawn = written.flatMap((kind) => drawnOf(cloud, kind, generated));
  const readings = fixtures.map(({ title, natives }) => new Reading(title, cloud, natives));
  const together = (title: string, specimens: readonly Specimen[]) =>
    specimens.length > 0 ? [new Workload(title, cloud, linked(specimens.map((s) => s.component)))] : [];
  return {
    cases: named,
    generated: drawn,
    workloads: [
      ...together("every case side by side", named),
      ...together(
        "generated components side by side",
        drawn.filter((_, i) => i % 10 === 0),
      ),
    ],
    readings,
    evidence: { title: cloud.title, cloud, specimens: named, readings },
  };
}

function drawnOf(cloud: Cloud, kind: Kind, draw: Draw): Specimen[] {
  return componentsOf(kind, draw).map((one, i) => new Specimen(`generated ${kind} ${i + 1}`, cloud, one));
}

const known = new Map<string, readonly Complete[]>();

/** The same ones for every cloud, drawn once. */
function componentsOf(kind: Kind, { count, seed }: Draw): readonly Complete[] {
  const key = `${kind} ${count} ${seed}`;
  const before = known.get(key);
  if (before) return before;
  const made = count === 0 ? [] : fc.sample(propsOf(kind), { numRuns: count, seed });
  const components = made.map((props) => authored(kind, LABEL, props));
  known.set(key, components);
  return components;
}

/** The smallest component like the one that broke a law, for people to look at. */
export function smallest(
  law: Law<Specimen>,
  cloud: Cloud,
  kind: Kind,
  { count, seed }: Draw = DRAW,
): Specimen | undefined {
  const specimen = (props: unknown) =>
    new Specimen(`generated ${kind} ${JSON.stringify(props)}`, cloud, authored(kind, LABEL, props));
  const property = fc.property(propsOf(kind), (props) => law.check(specimen(props)).length === 0);
  const { counterexample } = fc.check(property, { numRuns: count, seed });
  return counterexample ? specimen(counterexample[0]) : undefined;
}

function propsOf(kind: Kind): fc.Arbitrary<object> {
  return kinds[kind].generate(fc) as fc.Arbitrary<object>;
}
