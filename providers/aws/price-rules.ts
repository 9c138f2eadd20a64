import type { Charge, PriceAt, PriceList, PriceRule, Times, Where } from "../prices.ts";
import { golden, judgement, prices, services } from "./prices.ts";
import { regionalSpread, type Spread } from "./server-prices.ts";
import { serviceSpread } from "./service-prices.ts";

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

/** Nodes of Valkey cost four fifths of those of Redis: each of the 6 read in eu-west-1 and eu-west-2 (2026-08-12, 2026-09-03). */
const engine = { where: { engine: { is: ["valkey"] } }, times: 0.8, otherwise: 1 } as const;

/**
 * Addresses that a service takes for itself are paid for like any other:
 * https://aws.amazon.com/blogs/networking-and-content-delivery/identify-and-optimize-public-ipv4-address-usage-on-aws/, 2024-02-01. A load
 * balancer that the internet reaches has one in each of its subnets.
 */
const BALANCER_ADDRESSES = (["absent", { is: [false] }] as const).map(
  (internal): Charge => ({ what: "address", where: { internal }, price: "address", times: [{ items: "subnets" }] }),
);

/** Machines of a group that scales by itself: how many it begins with, or anything between its least and its most. */
const IN_GROUP: Times = {
  where: { desired_capacity: "present" },
  times: { at: ["desired_capacity"] },
  otherwise: {
    from: { at: ["min_size"] },
    to: { at: ["max_size"] },
    note: "a group of machines that says no number has from its least to its most",
  },
};

const SOLD_ON_DEMAND = { "instance_market_options.market_type": "absent" } as const;

const disk = (each: string) =>
  ({
    what: "disk",
    each,
    price: { of: "disk", at: ["volume_type"] },
    times: [{ at: ["volume_size"] }],
  }) as const;

/** Where machines stand that say nothing of an address: the subnet gives them one, or not. */
const given = (attr: string): Where => ({
  map_public_ip_on_launch: {
    is: [true],
    at: [{ path: "map_public_ip_on_launch", through: { attr, to: ["aws_subnet"], by: ["id"] } }],
  },
});
const MAYBE = { low: 0, high: 1, note: "a public address, where the subnet gives machines one" } as const;
/** An address that stays takes the place of the one that a machine was given, and is charged by itself. */
const HAS_NO_OTHER: Where = { "aws_eip.instance": { unnamedBy: ["aws_eip", "aws_eip_association"] } };
/** A card that stood before the machine gets no address when it starts. */
const SAYS_NOTHING: Where = {
  associate_public_ip_address: "absent",
  network_interface: "absent",
  primary_network_interface: "absent",
  ...HAS_NO_OTHER,
};
const ASSOCIATED = "network_interfaces.associate_public_ip_address";

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
      { what: "address", where: { associate_public_ip_address: { is: [true] }, ...HAS_NO_OTHER }, price: "address" },
      { what: "address", where: { ...SAYS_NOTHING, ...given("subnet_id") }, price: "address", unsure: MAYBE },
      // In a default subnet, or in that of its template.
      { what: "address", where: { ...SAYS_NOTHING, subnet_id: "absent" }, price: "address", times: [MAYBE] },
    ],
  },
  {
    types: ["aws_autoscaling_group"],
    charges: [
      {
        what: "machine",
        price: { of: "machine", at: [...template("instance_type"), configuration("instance_type")] },
        times: [IN_GROUP],
      },
      {
        what: "disk",
        price: "nodeDisk",
        times: [
          {
            at: [...template("block_device_mappings.ebs.volume_size"), configuration("root_block_device.volume_size")],
          },
          IN_GROUP,
        ],
      },
      {
        what: "address",
        where: {
          [ASSOCIATED]: { is: [true], at: [...template(ASSOCIATED), configuration("associate_public_ip_address")] },
        },
        price: "address",
        times: [IN_GROUP],
        unsure: MAYBE,
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
      {
        what: "machine",
        price: { of: "cache", at: ["node_type"] },
        times: [{ at: ["num_cache_nodes"], default: 1 }, engine],
      },
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
        times: [{ at: ["num_node_groups"] }, { at: ["replicas_per_node_group"], default: 0, above: -1 }, engine],
      },
    ],
  },
  {
    types: ["aws_elasticache_replication_group"],
    charges: [
      {
        what: "machine",
        price: { of: "cache", at: ["node_type"] },
        times: [{ at: ["num_cache_clusters"], default: 1 }, engine],
      },
    ],
  },
  {
    types: ["aws_eks_cluster"],
    // In standard support on 2026-11-25, as providers/aws/kubernetes-catalogs.ts says.
    where: { version: { is: ["1.34", "1.35", "1.36"] } },
    charges: [{ what: "controlPlane", price: "controlPlane" }],
    workloads: true,
  },
  {
    types: ["aws_eks_cluster"],
    // Made with the version that was the newest then; nobody says when that was, nor that it stayed. A state has the version.
    where: { version: "absent" },
    charges: [
      {
        what: "controlPlane",
        price: "controlPlane",
        times: [
          {
            ...{ low: 1, high: 6 },
            note: "a cluster without a version: in standard support, or in extended support, six times as dear",
          },
        ],
      },
    ],
    workloads: true,
  },
  {
    types: ["aws_eks_cluster"],
    charges: [{ what: "controlPlane", price: "controlPlaneExtended" }],
    workloads: true,
  },
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
      {
        what: "address",
        where: given("subnet_ids"),
        price: "address",
        times: [{ at: ["scaling_config.desired_size"] }],
        unsure: MAYBE,
      },
    ],
  },
  {
    types: ["aws_lb", "aws_alb"],
    where: { load_balancer_type: { is: ["network"] } },
    charges: [{ what: "balancer", price: "balancer" }, ...BALANCER_ADDRESSES],
    use: [{ what: "traffic", price: "balancerUse.network" }],
  },
  {
    types: ["aws_lb", "aws_alb"],
    where: { load_balancer_type: { is: ["application"] } },
    charges: [{ what: "balancer", price: "balancer" }, ...BALANCER_ADDRESSES],
    use: [{ what: "traffic", price: "balancerUse.application" }],
  },
  {
    types: ["aws_lb", "aws_alb"],
    where: { load_balancer_type: "absent" },
    charges: [{ what: "balancer", price: "balancer" }, ...BALANCER_ADDRESSES],
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
  // What a stack makes is charged as if it had been made without one.
  {
    types: [
      "aws_cloudformation_stack",
      "aws_cloudformation_stack_set",
      "aws_cloudformation_stack_instances",
      "aws_cloudformation_stack_set_instance",
      "aws_serverlessapplicationrepository_cloudformation_stack",
    ],
    charges: [],
    citation: { source: "https://aws.amazon.com/cloudformation/pricing/", date: "2026-11-27" },
  },
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

const SERVERS = ["machine.", "mysql.", "postgres.", "aurora.", "cache."];
const SERVICES_IN = ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1", "eu-north-1", "us-west-1", "ca-central-1"];
const SERVERS_IN = [...SERVICES_IN, "eu-south-1"];
const SERVERS_READ = "providers/aws/server-prices.json";
const SERVICES_READ = "providers/aws/service-prices.ts";
type Elsewhere = PriceList["elsewhere"][number];

const measured = ({ of }: Spread, what: string, source: string, date: string) => ({
  source: `least and most of ${of} prices of ${what} over those of us-east-1: ${source}`,
  date,
});
/** Of generations from the sixth on: what nobody read is newer still. */
const ofServers = (
  region: string,
  { low, high, of }: Spread,
  source = "RDS and ElastiCache in coroot/cloud-pricing@af03ead data/cloud-pricing.json.gz",
): Elsewhere => ({
  ...{ region, of: SERVERS, low, high },
  citation: measured({ low, high, of }, "servers", source, "2024-08-09"),
});
const ofServices = (
  region: string,
  { low, high, of }: Spread,
  source = "wardbox/tofu-drift@04bbac5 internal/pricing/flat.json and @45fe50d internal/pricing/ebs.json",
): Elsewhere => ({
  ...{ region, low, high },
  citation: measured({ low, high, of }, "services", source, "2026-09-21"),
});

/** Amazon Web Services, in US dollars: what was read for North Virginia, and for regions of Europe and America beside it. */
export const priceList: PriceList = {
  currency: "USD",
  prices,
  rules,
  freeEgress: {
    days: 60,
    citation: {
      source:
        "announcement of AWS of March 2024, as reported by https://www.mobileeurope.co.uk/cloudcos-dropping-data-egress-fees-is-more-marketing-than-openness/",
      date: "2026-11-27",
    },
  },
  egress: [
    {
      tiers: [
        { upToGB: 10_240, perGB: 0.09 },
        { upToGB: 51_200, perGB: 0.085 },
        { upToGB: 153_600, perGB: 0.07 },
        { perGB: 0.05 },
      ],
      regions: ["us-east-", "us-west-", "ca-", "eu-"],
      of: "GiB",
      credit: {
        what: "AWS gives credits for the transfer to those who leave and ask its support, once approved and within 60 days",
        citation: { source: "facts/mapping.md section 9, Leaving costs", date: "2026-11-21" },
      },
      citation: golden("data_transfer"),
    },
  ],
  zonePaths: ["availability_zone"],
  // Partitions apart from that of all other regions, with accounts of their own; that their prices are others too: judgement, 2026-11-28.
  apart: {
    regions: ["cn-", "us-gov-", "us-iso", "eu-isoe-", "eusc-"],
    citation: {
      source:
        "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html; eusc- and iso: judgement",
      date: "2026-11-28",
    },
  },
  elsewhere: [
    ...SERVERS_IN.map((region) => ofServers(region, regionalSpread(region), SERVERS_READ)),
    ...SERVICES_IN.map((region) => ofServices(region, serviceSpread(services, region), SERVICES_READ)),
    ofServers("eu-", { low: 1, high: 1.404, of: 1175 }),
    ofServices("eu-", serviceSpread(services, "eu-"), SERVICES_READ),
    ofServers("us-east-2", { low: 1, high: 1, of: 282 }),
    ofServices("us-east-2", { low: 1, high: 1, of: 14 }),
    ofServers("us-west-2", { low: 1, high: 1, of: 283 }),
    ofServices("us-west-2", { low: 1, high: 1, of: 14 }),
    ofServers("us-", { low: 1, high: 1.344, of: 733 }),
    ofServices("us-", { low: 1, high: 1.6, of: 42 }),
    ofServers("ca-", { low: 1.077, high: 1.125, of: 167 }),
    ofServices("ca-", { low: 1, high: 1.12, of: 14 }),
    // The dearest is São Paulo.
    ofServers("", { low: 1, high: 2.156, of: 4264 }),
    ofServices("", { low: 1, high: 2.4, of: 210 }),
  ],
};
