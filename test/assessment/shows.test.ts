import { describe, expect, test } from "@jest/globals";
import { holds, judgedConditions, type Verdict } from "../../assessment/conditions.ts";
import { effortModel } from "../../assessment/effort-model.ts";
import { estimate } from "../../assessment/estimate.ts";
import { anchorsOf } from "../../assessment/foreign-charges.ts";
import { typeLevers } from "../../assessment/type-levers.ts";
import { aws } from "../../providers/aws/index.ts";
import { clouds } from "../../providers/index.ts";
import { type Args, type Native, Unknown } from "../../providers/native.ts";
import { leavesOf } from "../../providers/paths.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import { takeSurvey } from "../../providers/take-survey.ts";
import { withLeaf } from "../../providers/with-leaf.ts";
import { assessInput, native } from "./estate.ts";

function surveyed(natives: readonly Native[]) {
  return takeSurvey(
    { roots: [{ name: ".", form: "hcl" as const, natives, holes: [], empty: [], unreadable: [] }] },
    aws,
  );
}

/** What is judged of the first of some natives. */
function judged(when: string, natives: readonly Native[], at: { target?: typeof aws; region?: string } = {}): Verdict {
  const [first] = natives as readonly [Native];
  const key = aws.foreign[first.type]?.mappingKey ?? "none";
  const input = { ...assessInput({}), survey: surveyed(natives), ...at };
  const anchor = anchorsOf(key, input, effortModel).find((a) => a.native === first);
  if (!anchor) throw new Error(`${first.address} is no component of a kind to come`);
  return holds(when, anchor.condition);
}

const to = (address: string, attr: string) => new Unknown(`${address}.${attr}`, [{ to: address, attr }]);
const trust = (statement: object) => JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] });
const role = (statement: object) => native("aws_iam_role", "r", { assume_role_policy: trust(statement) });
const open = new Unknown("var.x");
const byDocument = (statement: Args): Native[] => [
  native("aws_iam_role", "r", { assume_role_policy: to("data.aws_iam_policy_document.d", "json") }),
  {
    ...native("aws_iam_policy_document", "d", { statement: [statement] }),
    address: "data.aws_iam_policy_document.d",
    mode: "data",
  },
];
const lambda = native("aws_lambda_function", "f", { function_name: "f", package_type: "Zip" });
const permission = (principal: string | Unknown) =>
  native("aws_lambda_permission", "p", { function_name: to("aws_lambda_function.f", "arn"), principal });
const topic = native("aws_sns_topic", "t", { name: "t", arn: "arn:t" });
const receiver = (name: string, args: Args) =>
  native("aws_sns_topic_subscription", name, { topic_arn: "arn:t", protocol: "sqs", ...args });
const ecs = (args: Args, containers: object[], task: Args = {}) => [
  native("aws_ecs_service", "e", { task_definition: to("aws_ecs_task_definition.t", "arn"), ...args }),
  native("aws_ecs_task_definition", "t", { container_definitions: JSON.stringify(containers), ...task }),
];
const cdn = (args: Args) => native("aws_cloudfront_distribution", "c", args);
const edge = [{ event_type: "viewer-request", function_arn: open }];
const secret = native("aws_secretsmanager_secret", "s", { name: "s" });
const rotation = (secret_id: string | Unknown) => native("aws_secretsmanager_secret_rotation", "o", { secret_id });

const cases: readonly [string, readonly Native[], Verdict][] = [
  ["fifo with groups", [native("aws_sqs_queue", "q", { fifo_queue: true })], true],
  ["fifo with groups", [native("aws_sqs_queue", "q", { name: "q" })], false],
  ["fifo with groups", [native("aws_sqs_queue", "q", { fifo_queue: open })], "unknown"],
  ["filter policies or many protocols", [topic], false],
  ["filter policies or many protocols", [topic, receiver("a", { filter_policy: "{}" })], true],
  ["filter policies or many protocols", [topic, receiver("a", {}), receiver("b", {})], false],
  ["filter policies or many protocols", [topic, receiver("a", {}), receiver("b", { protocol: "email" })], true],
  ["filter policies or many protocols", [topic, receiver("a", {}), receiver("b", { protocol: open })], "unknown"],
  ["filter policies or many protocols", [topic, receiver("a", { topic_arn: open })], "unknown"],
  [
    "edge code, signed urls or geo rules",
    [cdn({ restrictions: [{ geo_restriction: [{ restriction_type: "none" }] }] })],
    false,
  ],
  [
    "edge code, signed urls or geo rules",
    [cdn({ restrictions: [{ geo_restriction: [{ restriction_type: "blacklist" }] }] })],
    true,
  ],
  [
    "edge code, signed urls or geo rules",
    [cdn({ ordered_cache_behavior: [{ path_pattern: "/a" }, { function_association: edge }] })],
    true,
  ],
  ["edge code, signed urls or geo rules", [cdn({ default_cache_behavior: [{ trusted_key_groups: open }] })], "unknown"],
  ["rotation function", [secret], false],
  ["rotation function", [secret, rotation(to("aws_secretsmanager_secret.s", "id"))], true],
  ["rotation function", [secret, rotation("s")], true],
  ["rotation function", [secret, rotation(open)], "unknown"],
  ["rotation function", [native("aws_ssm_parameter", "p")], false],
  ["workload identity", [role({ Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } })], true],
  ["workload identity", [role({ Action: ["sts:AssumeRoleWithWebIdentity"], Principal: { Federated: "arn" } })], true],
  ["workload identity", [role({ Action: "sts:AssumeRole", Principal: { Service: ["config.amazonaws.com"] } })], false],
  ["workload identity", [role({ Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::1:root" } })], false],
  ["workload identity", [native("aws_iam_role", "r", { assume_role_policy: open })], "unknown"],
  [
    "workload identity",
    byDocument({ principals: [{ type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] }] }),
    true,
  ],
  ["workload identity", byDocument({ principals: [{ type: "AWS", identifiers: ["arn:aws:iam::1:root"] }] }), false],
  ["workload identity", byDocument({ principals: [{ type: "Service", identifiers: [open] }] }), "unknown"],
  ["workload identity", [native("aws_iam_user", "u")], false],
  ["dashboard", [native("aws_cloudwatch_metric_alarm", "a")], false],
  ["dashboard", [native("aws_cloudwatch_dashboard", "d")], true],
  ["history must be kept", [native("aws_cloudwatch_metric_alarm", "a")], false],
  ["history must be kept", [native("aws_cloudwatch_log_group", "g")], "unknown"],
  ["non-http trigger", [lambda], false],
  ["non-http trigger", [lambda, permission("s3.amazonaws.com")], true],
  ["non-http trigger", [lambda, permission("apigateway.amazonaws.com")], false],
  ["non-http trigger", [lambda, permission(open)], "unknown"],
  ["non-http trigger", [lambda, native("aws_lambda_event_source_mapping", "m", { function_name: "f" })], true],
  ["layers or vendor extensions", [lambda], false],
  ["layers or vendor extensions", [native("aws_lambda_function", "f", { layers: [open] })], true],
  ["layers or vendor extensions", [native("aws_lambda_function", "f", { package_type: "Image" })], "unknown"],
  ["sidecars, volumes or private ingress", [native("aws_apprunner_service", "a")], false],
  [
    "sidecars, volumes or private ingress",
    ecs({ load_balancer: [{ container_port: 80 }] }, [{ name: "a" }]),
    "unknown",
  ],
  ["sidecars, volumes or private ingress", ecs({}, [{ name: "a" }]), false],
  ["sidecars, volumes or private ingress", ecs({}, [{ name: "a" }, { name: "b" }]), true],
  ["sidecars, volumes or private ingress", ecs({}, [{ name: "a" }], { volume: [{ name: "v" }] }), true],
  ["sidecars, volumes or private ingress", ecs({ service_registries: [{ port: 80 }] }, [{ name: "a" }]), true],
  ["sidecars, volumes or private ingress", [native("aws_ecs_service", "e")], "unknown"],
  ["documentdb source", [native("aws_docdb_cluster", "d")], true],
  ["iam auth", [native("aws_msk_cluster", "k", { client_authentication: [{ sasl: [{ iam: true }] }] })], true],
  ["iam auth", [native("aws_msk_cluster", "k", { client_authentication: [{ tls: [{}] }] })], false],
  ["iam auth", [native("aws_msk_serverless_cluster", "k")], true],
  ["streams or global tables", [native("aws_dynamodb_table", "t", { stream_enabled: true })], true],
  ["streams or global tables", [native("aws_dynamodb_table", "t", { replica: [{ region_name: "eu-west-3" }] })], true],
  ["streams or global tables", [native("aws_dynamodb_table", "t", { stream_enabled: false, replica: [] })], false],
  [
    "streams or global tables",
    [
      native("aws_dynamodb_table", "t"),
      native("aws_dynamodb_table_replica", "r", { global_table_arn: to("aws_dynamodb_table.t", "arn") }),
    ],
    true,
  ],
  ["dashboard", [native("aws_flow_log", "f")], false],
  ["history must be kept", [native("aws_flow_log", "f")], false],
];

describe("what natives of a kind to come show", () => {
  test.each(cases)("%s: %j", (when, natives, verdict) => {
    expect(judged(when, natives)).toBe(verdict);
  });

  test("a value that nobody knows takes no work away", () => {
    for (const [when, natives] of cases.filter(([, , v]) => v !== false)) {
      for (const [i, one] of natives.entries()) {
        for (const [path] of leavesOf(one.args).filter(([p]) => p !== "")) {
          const less = natives.with(i, withLeaf(one, path, new Unknown("var.less")));
          expect([when, one.type, path, judged(when, less)]).not.toEqual([when, one.type, path, false]);
        }
      }
    }
  });

  test("where a kind is run as a service is said for each region of a target", () => {
    const queue = [native("aws_sqs_queue", "q")];
    const ovh = clouds["ovh"] as typeof aws;
    expect(judged("no managed target", queue, { target: scaleway, region: "fr-par" })).toBe(false);
    expect(judged("no managed target", queue, { target: scaleway, region: "pl-waw" })).toBe(true);
    expect(judged("no managed target", queue, { target: ovh })).toBe(true);
  });

  test("a job needs no other runner where it reaches private addresses", () => {
    const when = "private database needed and job has no private network";
    const job = [native("aws_scheduler_schedule", "s")];
    const charged = (target: typeof aws) =>
      estimate({ ...assessInput({}), survey: surveyed(job), target }).charges.some((c) => c.key.endsWith(when));
    const ovh = clouds["ovh"] as typeof aws;
    expect([scaleway, ovh, aws].map((target) => judged(when, job, { target }))).toEqual(["unknown", false, false]);
    expect([scaleway, ovh, aws].map(charged)).toEqual([true, false, false]);
  });

  test("application code calls no timetable, and nothing of classes that it cannot call", () => {
    const calls = (...natives: Native[]) =>
      estimate({ ...assessInput({}), survey: surveyed(natives) }).charges.some((c) => c.activity === "callSite");
    expect(calls(native("aws_cloudwatch_event_rule", "r", { schedule_expression: "rate(1 day)" }))).toBe(false);
    expect(calls(native("aws_cloudwatch_event_rule", "r", { event_pattern: "{}" }))).toBe(true);
    expect(calls(native("aws_cloudwatch_event_rule", "r", { event_pattern: open }))).toBe(true);
    expect(calls(native("aws_backup_vault", "v"))).toBe(false);
    expect(calls(native("aws_kinesis_stream", "s"))).toBe(true);
  });

  test("application code calls nothing that watches, asks, allows, runs by itself or is used by people, whatever else of its class it calls", () => {
    const levers = (...natives: Native[]) => {
      const input = { ...assessInput({}), survey: surveyed(natives) };
      return typeLevers(input, estimate(input)).flatMap((l) =>
        l.change.startsWith("Put") && l.likely > 0 ? l.addresses : [],
      );
    };
    const uncalled = [
      ...["cloudwatch_query_definition", "cloudwatch_composite_alarm", "synthetics_canary", "athena_named_query"],
      ...["quicksight_dashboard", "glue_crawler", "kms_grant", "dms_replication_task", "workspaces_workspace"],
    ];
    for (const type of uncalled) expect([type, levers(native(`aws_${type}`, "x"))]).toEqual([type, []]);
    expect(levers(native("aws_rum_app_monitor", "m"), native("aws_cloudwatch_query_definition", "q"))).toEqual([
      "aws_rum_app_monitor.m",
    ]);
  });

  test("nothing replaces a way to buckets inside a network", () => {
    const hours = (args: Args) =>
      estimate({ ...assessInput({}), survey: surveyed([native("aws_vpc_endpoint", "e", args)]) })
        .charges.filter((c) => c.subjects.some((subject) => subject.id === "foreign:transit"))
        .reduce((sum, c) => sum + c.hours.likely, 0);
    expect(hours({})).toBeLessThan(2);
    expect(hours({ vpc_endpoint_type: "Gateway" })).toBe(hours({}));
    expect(hours({ vpc_endpoint_type: "Interface" })).toBeGreaterThan(20);
    expect(hours({ vpc_endpoint_type: open })).toBe(hours({ vpc_endpoint_type: "Interface" }));
  });

  test("is asked for by the work of its kind, and so is what targets offer", () => {
    const askedOf = (key: string) => {
      const asked = new Set<string>();
      const shown = new Proxy({}, { get: (_, prop) => void asked.add(String(prop)) });
      for (const { kind, when } of effortModel.workItems) {
        if (kind === key && judgedConditions.includes(when)) holds(when, { shown, facts: {}, model: effortModel });
      }
      return asked;
    };
    for (const cloud of Object.values(clouds)) {
      for (const [key, { has }] of Object.entries(cloud.offered ?? {}))
        expect([cloud.id, key, Object.keys(has).filter((prop) => !askedOf(key).has(prop))]).toEqual([
          cloud.id,
          key,
          [],
        ]);
      for (const [type, { mappingKey, shows, drivers }] of Object.entries(cloud.foreign)) {
        if (!shows) continue;
        if (mappingKey === undefined) {
          expect([type, Object.keys(shows)]).toEqual([type, [type === "aws_vpc_endpoint" ? "unneeded" : "called"]]);
          continue;
        }
        const asked = askedOf(mappingKey);
        expect([type, drivers, Object.keys(shows).filter((prop) => !asked.has(prop))]).toEqual([
          type,
          ["component"],
          [],
        ]);
      }
    }
  });
});
