import { describe, expect, test } from "@jest/globals";
import { kindNames } from "../constructs/kinds.ts";
import type { Law, Subject } from "../laws/index.ts";
import { caseLaws, cloudLaws, componentLaws, readingLaws, workloadLaws } from "../laws/index.ts";
import { concerns } from "../laws/prove.ts";
import { judged } from "./laws/judged.ts";

/** One test for each subject and law: its name says what broke and where. */
function suite<S extends Subject>(name: string, subjects: readonly S[], laws: readonly Law<S>[]): void {
  describe(name, () => {
    for (const subject of subjects) {
      describe(subject.title, () => {
        test.each(laws.map((law) => [law.number, law.name, law] as const))("law %i, %s", (_number, _name, law) => {
          expect(law.check(subject).map((failure) => failure.says)).toEqual([]);
        });
      });
    }
  });
}

for (const { cloud, subjects } of judged) {
  const applying = <S extends Subject>(laws: readonly Law<S>[]) => laws.filter((law) => concerns(cloud, law));
  describe(cloud.id, () => {
    for (const kind of kindNames) {
      const named = subjects.cases.filter((s) => s.component.kind === kind);
      if (named.length > 0) suite(kind, named, [...componentLaws, ...caseLaws]);
    }
    suite("workloads", subjects.workloads, workloadLaws);
    suite("natives as people write them", subjects.readings, applying(readingLaws));
    suite("as a whole", [subjects.evidence], applying(cloudLaws));
  });
}
