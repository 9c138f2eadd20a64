import { assess } from "../../../assessment/assess.ts";
import type { Assessment } from "../../../assessment/assessment.ts";
import { matrixOf } from "../../../assessment/matrix.ts";
import type { Scenario } from "../../../assessment/result.ts";
import type { ExitReport } from "../../../report/html/exit-report.ts";
import { losing, shop } from "../../assessment/estate.ts";

/** Reports that the tests of pages look at. */

const TITLES = { aws: "Amazon Web Services", scaleway: "Scaleway", ovh: "OVHcloud" };

export function reportOf(scenario: Scenario = "planned-exit"): ExitReport {
  const input = { ...shop(), scenario };
  const elsewhere = {
    ...input,
    target: { ...input.target, id: "ovh", title: "OVHcloud", defaultRegion: "EU-WEST-PAR" },
    translations: new Map(input.translations).set(".:aws_s3_bucket.assets", losing("versioning", "blocks")),
  };
  const assessments = [assess(input), assess(elsewhere)] as const;
  const reasons = (["planned-exit", "price-shock"] as const).map((s) => assess({ ...input, scenario: s }));
  return {
    formatVersion: 1,
    assessments,
    matrix: matrixOf([assess(input), ...reasons]),
    titles: TITLES,
  };
}

/** The report of an estate with so many components. */
export function large(count: number, { assessments }: ExitReport): ExitReport {
  const grown = (a: Assessment): Assessment => ({
    ...a,
    components: Array.from({ length: count }, (_, i) => {
      const one = a.components[i % a.components.length] as Assessment["components"][number];
      return { ...one, id: `${one.id}-${i}` };
    }),
    workItems: Array.from(
      { length: count * 5 },
      (_, i) => a.workItems[i % a.workItems.length] as Assessment["workItems"][number],
    ),
    unknowns: Array.from({ length: count }, (_, i) => ({ what: `var.size_${i}`, dependsOn: "a value" })),
  });
  const [one, two] = assessments as [Assessment, Assessment];
  return { formatVersion: 1, assessments: [grown(one), grown(two)], titles: TITLES };
}

/** The report with the longest names that were seen in public estates: no space in them at which a line could break. */
export function longNames({ assessments, ...rest }: ExitReport): ExitReport {
  const root = "infrastructure/environments/preproduction/airflow_containers";
  const source =
    "ovh/docs pages/public_cloud/public_cloud_databases/postgresql_10_advanced_parameters_references (2024)";
  const of = (a: Assessment): Assessment => ({
    ...a,
    components: a.components.map((c) => ({
      ...c,
      losses: c.losses.map((loss) => ({ ...loss, citation: { source, date: "2026-11-25" } })),
    })),
    returnTrip: {
      ...a.returnTrip,
      components: a.returnTrip.components.map((c) => ({
        ...c,
        component: "foreign:aws_kinesis_firehose_delivery_stream",
        dependsOn: `components.${root}:aws_db_instance.orders in exeat.yaml: changedGibPerDay`,
      })),
    },
    data: {
      moves: a.data.moves.map((m) => ({
        ...m,
        gib: null,
        dependsOn: `components.${root}:aws_db_instance.orders in exeat.yaml: gib`,
      })),
    },
    unknowns: [
      {
        what: `terragrunt["${root}"].dependency.database_sample`,
        dependsOn: "Give a plan written through Terragrunt with --plan.",
        at: { file: `${root}/terragrunt.hcl`, line: 3 },
      },
      ...a.unknowns,
    ],
  });
  const [one, ...others] = assessments;
  return { ...rest, assessments: [of(one), ...others.map(of)] };
}
