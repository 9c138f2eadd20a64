import { describe, expect, test } from "@jest/globals";
import {
  caseLaws,
  cloudLaws,
  componentLaws,
  type Law,
  readingLaws,
  type Subject,
  workloadLaws,
} from "../../laws/index.ts";
import { subjectsOf } from "../../laws/subjects.ts";
import { aws } from "../../providers/aws/index.ts";
import type { Cloud } from "../../providers/provider.ts";
import { lies } from "./lying-clouds.ts";
import { proofOf } from "./proof.ts";

const all: readonly Law<never>[] = [...componentLaws, ...caseLaws, ...readingLaws, ...workloadLaws, ...cloudLaws];
const draw = { count: 20, seed: 1 };

/** The first thing a law finds, on everything it judges. */
function firstFinding(name: string, cloud: Cloud): string | undefined {
  const { cases, generated, readings, workloads, evidence } = subjectsOf(cloud, { ...proofOf(aws), generated: draw });
  const of = <S extends Subject>(laws: readonly Law<S>[], subjects: readonly S[]) => {
    const law = laws.find((l) => l.name === name);
    for (const subject of law ? subjects : []) for (const failure of law?.check(subject) ?? []) return failure.says;
    return undefined;
  };
  return (
    of([...componentLaws, ...caseLaws], [...cases, ...generated]) ??
    of(readingLaws, readings) ??
    of(workloadLaws, workloads) ??
    of(cloudLaws, [evidence])
  );
}

describe("each law bites", () => {
  test("the laws have names of their own, and each has a lie", () => {
    expect([...all.map((l) => l.name)].sort()).toEqual(Object.keys(lies).sort());
  });

  for (const [name, list] of Object.entries(lies)) {
    test.each(list.map((lie) => [lie.says, lie] as const))(`${name}: %s`, (_, lie) => {
      const found = firstFinding(name, lie.cloud);
      // Of the first law alone it is a finding that something throws.
      expect(found).toMatch(name.startsWith("total") ? /./ : /^(?!could not be judged)/);
    });
  }
});
