import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assess } from "../../assessment/assess.ts";
import type { AssessInput, Assessment } from "../../assessment/assessment.ts";
import { foreignHoldingData } from "../../assessment/holding-data.ts";
import type { Range, Scenario } from "../../assessment/result.ts";
import { measure } from "../../cli/measure.ts";
import { Session } from "../../cli/session.ts";
import { readSource, type SourceEstate } from "../../cli/source-estate.ts";
import { workloadSource } from "../../cli/workload-source.ts";
import { referencesOf } from "../../migration-plans/estate-references.ts";
import type { PlanSubject } from "../../migration-plans/plan-law.ts";
import { plan } from "../../migration-plans/planner.ts";
import { clouds } from "../../providers/index.ts";
import { nativeId } from "../../providers/native.ts";
import type { Cloud } from "../../providers/provider.ts";
import { takeSurvey } from "../../providers/take-survey.ts";
import { nativeFixtures } from "../fixtures/natives/load.ts";

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const silent = { write: () => undefined, isTerminal: false, colors: false };
const io = { stdin: (async function* () {})(), stdout: silent, stderr: silent, env: {} };
const options = { format: "json", quiet: true, color: false, varFile: [] };
const session = () => new Session(io, options);

/** An estate of this repository. */
export interface Named {
  readonly title: string;
  read(): Promise<SourceEstate>;
}

function folders(path: string): Named[] {
  return readdirSync(here(path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      title: `${path}/${name}`,
      read: () => readSource([here(`${path}/${name}`)], options, session()),
    }));
}

/** Every native fixture of a cloud, each a root of its own, read as one estate. */
async function natives(cloud: Cloud): Promise<SourceEstate> {
  const fixtures = (await nativeFixtures()).filter(({ fixture }) => fixture.cloud === cloud.id);
  const roots = fixtures.map(({ path, fixture }) => ({
    ...{ name: path, form: "hcl" as const, holes: [], empty: [], unreadable: [] },
    natives: fixture.natives.map((n) => ({ ...n, root: path })),
  }));
  const source = { kind: "hcl", paths: ["natives"], digest: "0".repeat(64) };
  const estate = { diagnostics: [], complete: true, source };
  return { estate, roots: [], source: cloud, survey: takeSurvey({ roots }, cloud), nothing: false };
}

/** Every estate that is committed here, in every form. */
export const estates: readonly Named[] = [
  ...["test/fixtures/estates", "test/backtest", "test/fixtures/hcl"].flatMap(folders),
  ...["plan.json", "state.tfstate.json"].map((file) => ({
    title: `test/fixtures/real/${file}`,
    read: () => readSource([here(`test/fixtures/real/${file}`)], options, session()),
  })),
  ...["aws", "ovh", "scaleway"].map((from) => ({
    title: `stacks/shop.yaml on ${from}`,
    read: () => workloadSource(here("stacks/shop.yaml"), from, session()),
  })),
  ...Object.values(clouds).map((cloud) => ({ title: `natives of ${cloud.id}`, read: () => natives(cloud) })),
];

export const targets: readonly Cloud[] = Object.values(clouds).filter((c) => !c.sourceOnly);

/** The plan of an estate, as laws judge it. */
export function subjectOf(read: SourceEstate, target: Cloud, scenario: Scenario): PlanSubject {
  const input: AssessInput = { ...measure(read, { cloud: target, region: target.defaultRegion }), scenario };
  const { survey } = read;
  const engine = target.engine;
  const assessment = assess(input);
  const made = plan({
    assessment,
    ...{ survey, translations: input.translations, source: read.source, target },
    targetCode: {
      engine,
      folder: "target",
      files: ["target/backend.hcl.example"],
      state: "target/backend.hcl.example",
    },
  });
  return {
    ...made,
    references: referencesOf({ survey, assessment }),
    source: read.source.title,
    found: [
      ...survey.components.map((c) => c.id),
      ...survey.foreign.map((f) => `foreign:${f.type}`),
      ...survey.unknown.map((u) => `unknown:${u.type}`),
      ...assessment.reading.dependencies.flatMap((d) => (d.status === "elsewhere" ? [] : `dependency:${d.id}`)),
    ],
    holding: foreignHoldingData({ survey, source: read.source }).map(nativeId),
    work: workOf(assessment),
  };
}

/** Person-hours of all work items, as they are multiplied at the median. */
export function workOf({ workItems }: Assessment): Range {
  const sum = (q: keyof Range, world: "lower" | "upper") =>
    workItems.reduce((total, { hours, multiplier }) => total + hours[q] * multiplier[world], 0);
  return { low: sum("low", "lower"), likely: sum("likely", "upper"), high: sum("high", "upper") };
}
