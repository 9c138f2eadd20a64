import { describe, expect, test } from "@jest/globals";
import { kinds } from "../../../constructs/kinds.ts";
import { foreign } from "../../../providers/aws/foreign.ts";
import { aws } from "../../../providers/aws/index.ts";
import occurrence from "../../../providers/aws/resource-types.json" with { type: "json" };
import { ovh } from "../../../providers/ovh/index.ts";
import { isImplemented } from "../../../providers/provider.ts";
import { scaleway } from "../../../providers/scaleway/index.ts";

const claimed = new Set(
  Object.keys(kinds).flatMap((kind) => {
    const entry = aws.kinds[kind as keyof typeof kinds];
    return isImplemented(entry) ? entry.claims.filter((c) => c.mode !== "data").map((c) => c.type) : [];
  }),
);

describe("foreign types of AWS", () => {
  test("with the types the kinds claim, public estates are named whole; stacks, which may hold anything, say that they do", () => {
    const unnamed = occurrence.aws.filter((t) => !foreign[t.type] && !claimed.has(t.type));
    expect(unnamed.map((t) => t.type)).toEqual([]);
    expect(Object.keys(foreign).filter((type) => foreign[type]?.makes)).toEqual([
      "aws_cloudformation_stack",
      "aws_cloudformation_stack_set",
      "aws_serverlessapplicationrepository_cloudformation_stack",
    ]);
  });

  test.each([
    ["aws_applicationinsights_application", "observability"],
    ["aws_ce_anomaly_monitor", "governance"],
    ["aws_cloudwatch_log_account_policy", "observability"],
    ["aws_dynamodb_table_replica", "keyValueNoSql"],
    ["aws_flow_log", "observability"],
    ["aws_glue_workflow", "analytics"],
    ["aws_networkfirewall_vpc_endpoint_association", "transit"],
    ["aws_rds_global_cluster", "postgres"],
    ["aws_sagemaker_code_repository", "ml"],
  ])("%s, seen in estates read since, is named too", (type, work) => {
    expect(foreign[type]?.class ?? foreign[type]?.mappingKey).toBe(work);
  });

  test("alarms on costs are work of the new accounts already, and both targets have them", () => {
    const { drivers, instead } = foreign["aws_budgets_budget"]!;
    expect(drivers).toEqual([]);
    const known = [scaleway, ovh].flatMap((cloud) =>
      cloud.providers.flatMap((p) => Object.keys(p.schema().resource_schemas)),
    );
    expect(Object.values(instead).flatMap((what) => what.split(" and "))).toEqual(
      expect.arrayContaining(known.filter((type) => /billing_budget$|project_alerting$/.test(type))),
    );
  });

  test.each([
    ["aws_api_gateway_", "api-gateway"],
    ["aws_apigatewayv2_", "api-gateway"],
    ["aws_autoscaling_", "autoscalingGroup"],
    ["aws_docdb_", "mongodb"],
    ["aws_ecr_", "containerRegistry"],
    ["aws_elasticache_", "redis"],
    ["aws_fsx_", "file-transfer"],
    ["aws_guardduty_", "governance"],
    ["aws_iot_", "iot"],
    ["aws_appmesh_", "containers"],
    ["aws_memorydb_", "special-databases"],
    ["aws_neptune_", "special-databases"],
    ["aws_opensearch_", "opensearch"],
    ["aws_quicksight_", "analytics"],
    ["aws_redshift", "analytics"],
    ["aws_securityhub_", "governance"],
    ["aws_workspacesweb_", "unknown"],
  ])("%s: a service is one piece of work, and one of its types at least makes some", (prefix, work) => {
    const types = Object.entries(foreign).flatMap(([name, type]) => (name.startsWith(prefix) ? [type] : []));
    expect([...new Set(types.map((t) => t.class ?? t.mappingKey))]).toEqual([work]);
    expect(types.some((t) => t.drivers.length > 0)).toBe(true);
    expect(types.some((t) => t.drivers.length === 0)).toBe(true);
  });

  test("what watches over an account and issues findings is charged alike, whichever service it is", () => {
    const detectors = [
      "aws_accessanalyzer_analyzer",
      "aws_cloudtrail",
      "aws_config_configuration_recorder",
      "aws_guardduty_detector",
      "aws_inspector2_enabler",
      "aws_macie2_account",
      "aws_securityhub_account",
    ].map((name) => [foreign[name]?.class, foreign[name]?.drivers]);
    for (const detector of detectors) expect(detector).toEqual(["governance", ["detectiveService"]]);
  });

  test("machine learning is among them", () => {
    const ml = Object.entries(foreign).filter(([, t]) => t.class === "ml");
    expect(ml.map(([name]) => name)).toEqual(
      expect.arrayContaining(["aws_sagemaker_endpoint", "aws_bedrockagent_agent", "aws_bedrock_guardrail"]),
    );
  });

  test("each is a type the provider has", () => {
    const schema = aws.providers[0]!.schema().resource_schemas;
    expect(Object.keys(foreign).filter((type) => !schema[type])).toEqual([]);
  });
});
