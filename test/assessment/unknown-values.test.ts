import { beforeAll, describe, expect, test } from "@jest/globals";
import type { AssessInput } from "../../assessment/assessment.ts";
import { type Estimate, estimate } from "../../assessment/estimate.ts";
import { percentiles } from "../../assessment/simulate.ts";
import { unknownsOf } from "../../assessment/unknowns.ts";
import { kindNames } from "../../constructs/kinds.ts";
import { clouds } from "../../providers/index.ts";
import { type Native, type Tree, Unknown } from "../../providers/native.ts";
import { fingerprint, genericPath, isUnder, joinPath, leavesOf, lookUp } from "../../providers/paths.ts";
import type { Cloud } from "../../providers/provider.ts";
import type { Survey } from "../../providers/survey.ts";
import { takeSurvey } from "../../providers/take-survey.ts";
import { translate, trip } from "../../providers/translate.ts";
import { withLeaf } from "../../providers/with-leaf.ts";
import { complete } from "../../providers/witness.ts";
import { cases } from "../cases/index.ts";
import { nativeFixtures } from "../fixtures/natives/load.ts";
import type { NativeFixture } from "../fixtures/natives/native-fixture.ts";

/**
 * Places, as `type.path`, where a known value may cost more than the same value unknown, because it is above the bound that the report
 * prints: a quantity above the largest that the target offers; a native that a value nobody knows makes of an unknown kind; a block that
 * leads to something else (a template, a gateway of its own), or in which a list makes several of one (values of a condition).
 */
const ABOVE_THE_BOUND = [
  "aws_db_instance.allocated_storage",
  "aws_db_instance.backup_retention_period",
  "aws_db_instance.engine",
  "aws_db_instance.instance_class",
  "aws_db_option_group.engine_name",
  "aws_ebs_volume.iops",
  "aws_ebs_volume.size",
  "aws_ebs_volume.throughput",
  "aws_eks_node_group.disk_size",
  "aws_eks_node_group.instance_types",
  "aws_eks_node_group.launch_template",
  "aws_eks_node_group.scaling_config",
  "aws_instance.instance_type",
  "aws_instance.launch_template",
  "aws_instance.root_block_device.volume_size",
  "aws_launch_template.block_device_mappings.ebs.volume_size",
  "aws_lb_listener_rule.condition",
  "aws_route_table.route",
  "openstack_compute_instance_v2.flavor_name",
  "ovh_cloud_project_database.disk_size",
  "ovh_cloud_project_database.engine",
  "ovh_cloud_project_database.flavor",
  "ovh_cloud_project_kube_nodepool.flavor_name",
  "ovh_cloud_storage_block_volume.size",
  "scaleway_instance_server.root_volume.size_in_gb",
  "scaleway_instance_volume.size_in_gb",
  "scaleway_k8s_pool.root_volume_size_in_gb",
  "scaleway_rdb_instance.backup_schedule_retention",
  "vsphere_virtual_machine.disk",
  "vsphere_virtual_machine.disk.size",
];

/** Lists of references that make other natives a part of the component: without them those are resources of a described type. */
const TIES = ["scaleway_instance_server.ip_ids"];

interface Mutant {
  readonly what: string;
  readonly place: string;
  readonly fixture: Written["fixture"];
  readonly source: Cloud;
  readonly target: Cloud;
  readonly natives: readonly Native[];
}

interface Written {
  readonly path: string;
  readonly isCase?: true;
  readonly fixture: Pick<NativeFixture, "cloud" | "natives">;
}

function* casesWritten(): Generator<Written> {
  for (const kind of kindNames) {
    for (const { title, props, expects } of cases[kind]) {
      const component = complete({ kind, id: "case", props, requested: new Set(Object.keys(props)), holes: [] });
      for (const cloud of Object.values(clouds).filter((c) => !c.sourceOnly)) {
        const { natives } = trip(component, cloud, expects[cloud.id as keyof typeof expects].region);
        yield { path: title, isCase: true, fixture: { cloud: cloud.id as NativeFixture["cloud"], natives } };
      }
    }
  }
}

/** What people write, and what Exeat writes. */
const estates: readonly Written[] = [...(await nativeFixtures()), ...casesWritten()];

/**
 * Every known value, every list and every block, made unknown one at a time, on the way to every other cloud. Many cases differ in one
 * value: what was tried elsewhere and decides nothing is not tried again, nor a block in which the same places are set.
 */
function* mutants(): Generator<Mutant> {
  const seen = new Set<string>();
  for (const { path, fixture, isCase } of estates) {
    const source = clouds[fixture.cloud] as Cloud;
    const targets = Object.values(clouds).filter((target) => target !== source && !target.sourceOnly);
    for (const native of fixture.natives.filter((n) => n.mode === "managed")) {
      for (const leaf of valuesIn(native.args)) {
        const hidden = withLeaf(native, leaf, new Unknown("var.hidden"));
        const natives = fixture.natives.map((n) => (n === native ? hidden : n));
        const place = joinPath(native.type, genericPath(leaf));
        if (TIES.includes(place)) continue;
        for (const target of targets) {
          const said = `${target.id} ${place} ${saidAt(lookUp(native.args, leaf)?.value ?? null)}`;
          const isTried = seen.has(said) && !Object.hasOwn(source.decisive ?? {}, place);
          if (isTried && isCase) continue;
          seen.add(said);
          yield {
            what: `${path} to ${target.id}: ${native.address} ${leaf}`,
            place,
            fixture,
            source,
            target,
            natives,
          };
        }
      }
    }
  }
}

function saidAt(value: Tree): string {
  if (typeof value !== "object" || value instanceof Unknown) return fingerprint(value);
  return [...new Set(leavesOf(value).map(([path]) => genericPath(path)))].sort().join(" ");
}

/** Every value, list and block; of a list of one the one is not told from the list. */
function valuesIn(tree: Tree, at = "", alone = false): string[] {
  if (tree === null || tree instanceof Unknown) return [];
  const inside = typeof tree === "object" ? Object.entries(tree) : [];
  const isHere = at !== "" && !alone && (typeof tree !== "object" || inside.length > 0);
  const isOnly = Array.isArray(tree) && tree.length === 1;
  return [
    ...(isHere ? [at] : []),
    ...inside.flatMap(([key, value]: [string, Tree]) => valuesIn(value, joinPath(at, key), isOnly)),
  ];
}

/** The same object for all estates: what is charged and drawn alike is then not done again. */
const FACTS = { team: { people: 3, availability: 0.6 }, environments: 1, assurance: false };

/** The whole way: what was read is surveyed, translated and estimated. */
function estimated(natives: readonly Native[], source: Cloud, target: Cloud, before?: Estimate): Estimated {
  const survey = surveyed(natives, source);
  const input: AssessInput = {
    survey,
    translations: new Map(survey.components.map((c) => [c.id, translate(c, target)])),
    estate: { source: { kind: "hcl", paths: ["shop"], digest: "0".repeat(64) }, complete: true, diagnostics: [] },
    source,
    target,
    tool: { version: "0.0.0", catalogue: "2026-11-28" },
    facts: FACTS,
  };
  return { input, ...estimate(input, before) };
}

interface Estimated extends Estimate {
  readonly input: AssessInput;
}

/** What was read last: it is the same on the way to every cloud. */
let read: { readonly natives: readonly Native[]; readonly source: Cloud; readonly survey: Survey } | undefined;

function surveyed(natives: readonly Native[], source: Cloud): Survey {
  if (read?.natives === natives && read.source === source) return read.survey;
  const roots = [...Map.groupBy(natives, (n) => n.root)].map(([name, own]) => ({
    name,
    form: "hcl" as const,
    natives: own,
    holes: [],
    empty: [],
    unreadable: [],
  }));
  const survey = takeSurvey({ roots }, source);
  read = { natives, source, survey };
  return survey;
}

/** The estate with all its values that was estimated last, by target: thousands of them would not fit into memory. */
let last: (Pick<Mutant, "fixture" | "source"> & { readonly wholes: Map<Cloud, Estimated> }) | undefined;

/** The estate with the value and without it. */
function both({ fixture, source, target, natives }: Mutant): readonly [whole: Estimated, hidden: Estimated] {
  if (last?.fixture !== fixture || last.source !== source) last = { fixture, source, wholes: new Map() };
  const whole = last.wholes.get(target) ?? estimated(fixture.natives, source, target);
  last.wholes.set(target, whole);
  return [whole, estimated(natives, source, target, whole)];
}

/** What falls when the value is not known, of the percentiles that the report prints above P10. */
function fallen([whole, hidden]: readonly Estimated[]): string[] {
  const [more, less] = [whole, hidden].map((e) => e && percentilesOf(e));
  return (["p50", "p80", "p95"] as const).filter((p) => (less?.[p] ?? 0) < (more?.[p] ?? 0) * (1 - 1e-9));
}

const known = new WeakMap<Estimated, ReturnType<typeof percentiles>>();

function percentilesOf(estimate: Estimated): ReturnType<typeof percentiles> {
  const found = known.get(estimate) ?? percentiles(estimate.hours);
  known.set(estimate, found);
  return found;
}

/** Whether the report prints of the value, which nobody knows, the bound that was assumed. */
function hasBound([whole, hidden]: readonly [Estimated, Estimated]): boolean {
  const [before, after] = [whole, hidden].map((e) =>
    unknownsOf(e.input, e).map(({ what, assumed }) => [what, assumed]),
  );
  const said = before?.map(String);
  return (
    after?.some(
      ([what, assumed]) => !said?.includes(String([what, assumed])) && BOUNDS.some((b) => assumed?.includes(b)),
    ) ?? false
  );
}

const BOUNDS = [
  "no more than the largest that the target offers",
  "no dearer than what a component of any kind always brings",
  "with all that can be set in it",
];

/** There are thousands of values, and every one is tried. */
const MINUTES = 600_000;

describe("a value that becomes unknown, read from natives as people write them", () => {
  const found = new Map<string, string[]>();
  const lowered = new Map<string, readonly string[]>();
  let tried = 0;

  beforeAll(() => {
    for (const mutant of mutants()) {
      tried++;
      const estimates = both(mutant);
      const lower = fallen(estimates);
      if (lower.length === 0) continue;
      lowered.set(mutant.what, lower);
      const says = `${mutant.what}: ${lower.join(", ")}${hasBound(estimates) ? "" : " without a bound"}`;
      found.set(mutant.place, [...(found.get(mutant.place) ?? []), says]);
    }
  }, MINUTES);

  test("lowers no percentile of the effort", () => {
    expect(tried).toBeGreaterThan(5_000);
    expect([...found].flatMap(([place, says]) => (ABOVE_THE_BOUND.includes(place) ? [] : says))).toEqual([]);
  });

  test("but where it was above the bound, which is printed", () => {
    expect([...found.keys()].sort()).toEqual(ABOVE_THE_BOUND);
    expect([...found.values()].flat().filter((says) => says.endsWith("without a bound"))).toEqual([]);
  });

  test(
    "because each value that a decisive place is read with is needed",
    () => {
      const atPlace = Map.groupBy(mutants(), ({ place }) => place);
      const idle = Object.values(clouds).flatMap((source) =>
        Object.entries(source.decisive ?? {}).flatMap(([place, words]) =>
          withoutOne(words).flatMap(([word, fewer]) => {
            const poorer: Cloud = { ...source, decisive: { ...source.decisive, [place]: fewer } };
            // Hidden alone, or with the block that it stands in.
            const around = [...atPlace].filter(([at]) => isUnder(place, at)).flatMap(([, found]) => found);
            const noticed = around.some(
              (m) => fallen(both({ ...m, source: poorer })).length > (lowered.get(m.what)?.length ?? 0),
            );
            return noticed ? [] : [`${place}: ${JSON.stringify(word)}`];
          }),
        ),
      );
      expect(idle).toEqual([]);
    },
    MINUTES,
  );
});

type Words = NonNullable<Cloud["decisive"]>[string];

/** The values without one of them; what stands beside a place counts as one. */
function withoutOne(words: Words): [word: unknown, fewer: Words][] {
  const listed = "beside" in words ? words.beside : words;
  const fewer = listed.map((word): [unknown, Words] => {
    const left = listed.filter((w) => w !== word);
    return [word, "beside" in words ? { beside: left } : left];
  });
  return "beside" in words ? [...fewer, ["beside", words.beside]] : fewer;
}
