import { readFileSync } from "node:fs";
import type { Kind } from "../../constructs/kinds.ts";
import { canonical } from "../../constructs/satisfies.ts";
import { forUsersList } from "../../laws/for-users-list.ts";
import { caseLaws, cloudLaws, componentLaws, readingLaws, workloadLaws } from "../../laws/index.ts";
import type { Failure, Law, Subject } from "../../laws/law.ts";
import { concerns } from "../../laws/prove.ts";
import { subjectsOf } from "../../laws/subjects.ts";
import { unfeltList } from "../../laws/unfelt-list.ts";
import type { Cloud } from "../../providers/provider.ts";
import { beside } from "../../test/cases/case.ts";
import { cases } from "../../test/cases/index.ts";
import { compared } from "../../test/fixtures/natives/compare.ts";
import type { NativeFixture } from "../../test/fixtures/natives/native-fixture.ts";
import { proofOf } from "../../test/laws/proof.ts";

/** Laws that notice most, at little cost. */
const QUICK = ["total", "round-trip", "valid", "losses-explained", "no-residue"];
/** Laws that take long and feel nothing that the others do not. */
const SLOW = ["total-with-holes", "total-reading"];
/** Laws of what kinds are to each other: a type that one kind may own is another kind by itself. */
const OF_ALL_KINDS = ["claims-standing-alone"];
const DRAW = { count: 60, seed: 20_261_125 };

/** The first thing that is wrong with a cloud, looking at some kinds; undefined when nothing is. Cheap things come first. */
export function firstProblem(
  cloud: Cloud,
  kinds: readonly Kind[],
  fixtures: readonly NativeFixture[],
): string | undefined {
  for (const problem of problems(cloud, kinds, fixtures)) return problem;
  return undefined;
}

function* problems(whole: Cloud, kinds: readonly Kind[], fixtures: readonly NativeFixture[]): Generator<string> {
  const cloud = narrowed(whole, kinds);
  const concerned = fixtures.filter((f) => f.cloud === cloud.id && f.expected.some((e) => kinds.includes(e.kind)));
  const subjects = subjectsOf(cloud, {
    cases: proofOf(cloud).cases,
    fixtures: concerned,
    generated: { ...DRAW, count: 0 },
  });
  for (const specimen of subjects.cases) {
    const wanted = cases[specimen.component.kind].find((c) => c.title === specimen.title)?.expects[cloud.id as "aws"];
    const { got, wanted: due } = beside(specimen.trip, wanted ?? { natives: [], losses: [] });
    if (canonical(got) !== canonical(due)) yield `${specimen.title}: ${canonical(got)}`;
  }
  for (const fixture of concerned) {
    const { found, expected, claimed } = compared(fixture, whole);
    if (canonical(found) !== canonical(expected) || claimed.length > 0) yield `${fixture.title}: ${canonical(found)}`;
  }
  yield* judged(
    componentLaws.filter((law) => QUICK.includes(law.name)),
    subjects.cases,
  );
  // Of a cloud that is only left nothing is written.
  for (const kind of cloud.sourceOnly ? [] : kinds) {
    const unfelt = unfeltList(subjects.evidence, kind);
    if (unfelt !== golden(`unfelt/${cloud.id}-${kind}`)) yield `what is written and not felt: ${unfelt}`;
  }
  yield* judged(componentLaws, subjects.cases);
  const due = (law: Law<never>) => concerns(cloud, law);
  yield* judged(readingLaws.filter(due), subjects.readings);
  yield* judged(workloadLaws, subjects.workloads);
  for (const law of cloudLaws.filter(due))
    yield* judged(
      [law],
      [OF_ALL_KINDS.includes(law.name) ? { ...subjects.evidence, cloud: whole } : subjects.evidence],
    );
  yield* judged(caseLaws, subjects.cases);
  yield* judged(componentLaws, subjectsOf(cloud, { cases: {}, fixtures: [], generated: DRAW }).generated);
  // References between kinds are felt where all kinds stand side by side.
  const all = subjectsOf(whole, { cases: proofOf(whole).cases, fixtures: [], generated: { ...DRAW, count: 0 } });
  yield* judged(workloadLaws, all.workloads);
  const [together] = all.workloads;
  if (together && forUsersList(together) !== golden(`for-users/${whole.id}`))
    yield "what is written for those who refer to a component";
}

function golden(name: string): string {
  return readFileSync(new URL(`../../test/golden/${name}.txt`, import.meta.url), "utf8");
}

/** The cloud as far as the kinds are concerned: nobody asks of the others whether they are felt. */
function narrowed(cloud: Cloud, kinds: readonly Kind[]): Cloud {
  const entries = Object.entries(cloud.kinds).filter(([kind]) => kinds.includes(kind as Kind));
  const guarantees = cloud.guarantees.filter((g) => kinds.includes(g.kind));
  return { ...cloud, kinds: Object.fromEntries(entries), guarantees };
}

function* judged<S extends Subject>(laws: readonly Law<S>[], subjects: readonly S[]): Generator<string> {
  const fast = laws.filter((law) => !SLOW.includes(law.name));
  const said = (f: Failure) => `law ${f.law} ${f.name}, ${f.subject}: ${f.says}`;
  for (const subject of subjects) for (const law of fast) yield* law.check(subject).map(said);
}
