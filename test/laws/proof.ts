import { type Kind, kindNames } from "../../constructs/kinds.ts";
import type { NamedCase, Proof } from "../../laws/subjects.ts";
import type { Cloud } from "../../providers/provider.ts";
import type { Case } from "../cases/case.ts";
import { cases } from "../cases/index.ts";
import { nativeFixtures } from "../fixtures/natives/load.ts";

const fixtures = await nativeFixtures();

/** What a cloud of this repository is judged on. */
export function proofOf(cloud: Cloud): Proof {
  const named = kindNames.map((kind) => [kind, cases[kind].map((c) => onCloud(c, cloud))]);
  return {
    cases: Object.fromEntries(named),
    fixtures: fixtures.map((f) => f.fixture).filter((f) => f.cloud === cloud.id),
  };
}

function onCloud({ title, props, expects }: Case<Kind>, { id }: Cloud): NamedCase {
  // Nothing is expected of a cloud that is never a target.
  const region = (expects as Partial<Case<Kind>["expects"]>)[id as keyof typeof expects]?.region;
  return { title, props, ...(region === undefined ? {} : { region }) };
}
