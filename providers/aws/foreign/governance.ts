import { effort, judgement, service } from "../../foreign-services.ts";

/** Accounts and what watches over them: most of it ends with the cloud, and something else must watch. */
export const governance = {
  ...service(
    {
      class: "governance",
      instead: {
        scaleway: "projects, IAM policies and Audit Trail; Wazuh or Falco for detection",
        ovh: "projects, IAM policies and audit logs; Wazuh or Falco for detection",
      },
      citation: effort("governance"),
    },
    {
      aws_cloudtrail: ["Audit log of the account", "detectiveService"],
      aws_guardduty_detector: ["Threat detection", "detectiveService"],
      aws_guardduty_detector_feature: ["Source that threat detection reads"],
      aws_guardduty_filter: ["Findings of threat detection that are put aside"],
      aws_guardduty_member: ["Account whose threats are seen here"],
      aws_guardduty_publishing_destination: ["Where findings of threat detection are kept"],
      aws_guardduty_organization_admin_account: ["Account that sees threats of the organisation"],
      aws_guardduty_organization_configuration: ["Threat detection in every account"],
      aws_guardduty_organization_configuration_feature: ["Source that threat detection reads in every account"],
      aws_guardduty_malware_protection_plan: ["Malware scan of a bucket", "configRule"],
      aws_securityhub_account: ["Security findings of the account", "detectiveService"],
      aws_securityhub_standards_subscription: ["Standard that the account is checked against"],
      aws_securityhub_standards_control: ["Check of a standard, on or off"],
      aws_securityhub_finding_aggregator: ["Regions whose findings are seen here"],
      aws_securityhub_product_subscription: ["Product whose findings are seen here"],
      aws_securityhub_insight: ["Saved view of findings"],
      aws_securityhub_member: ["Account whose findings are seen here"],
      aws_securityhub_organization_admin_account: ["Account that sees findings of the organisation"],
      aws_securityhub_organization_configuration: ["Security findings of every account"],
      aws_config_configuration_recorder: ["Record of configuration changes", "detectiveService"],
      aws_config_configuration_recorder_status: ["Whether configuration changes are recorded"],
      aws_config_delivery_channel: ["Where the record of configuration changes is kept"],
      aws_config_configuration_aggregator: ["Accounts whose configuration is seen here"],
      aws_config_aggregate_authorization: ["Account that may see this configuration"],
      aws_config_config_rule: ["Rule on the configuration", "configRule"],
      aws_config_organization_managed_rule: ["Rule on the configuration of every account", "configRule"],
      aws_inspector2_enabler: ["Search for vulnerabilities (Inspector)", "detectiveService"],
      aws_inspector2_organization_configuration: ["Search for vulnerabilities in every account"],
      aws_inspector2_delegated_admin_account: ["Account that sees vulnerabilities of the organisation"],
      aws_macie2_account: ["Search for personal data in buckets (Macie)", "detectiveService"],
      aws_macie2_custom_data_identifier: ["Pattern of personal data", "configRule"],
      aws_macie2_classification_export_configuration: ["Where findings on personal data are kept"],
      aws_organizations_account: ["Account of the organisation", "account"],
      aws_organizations_organizational_unit: ["Folder of accounts"],
      aws_organizations_delegated_administrator: ["Account that runs a service for the organisation"],
      aws_account_alternate_contact: ["Whom AWS writes to about an account"],
      aws_organizations_policy: ["What accounts may not do", "scp"],
      aws_controltower_control: ["Guardrail of Control Tower", "scp"],
      aws_organizations_policy_attachment: ["Accounts that a policy binds"],
      aws_organizations_organization: ["The organisation itself"],
      aws_cur_report_definition: ["Detailed bill written to a bucket"],
      aws_ce_cost_allocation_tag: ["Label that costs are split by"],
      aws_resourcegroups_group: ["Saved list of resources with a label"],
      aws_resourceexplorer2_index: ["Search over the resources of a region"],
      aws_resourceexplorer2_view: ["Saved search over resources"],
      aws_ec2_tag: ["Label on a resource that other code made"],
    },
  ),
  ...service(
    {
      class: "governance",
      instead: {
        scaleway: "scaleway_billing_budget and scaleway_billing_budget_alert",
        ovh: "ovh_cloud_project_alerting",
      },
      citation: judgement(
        "alarms on costs are part of the accounts and guard rails that every target is given (effort.json, crossCutting landing-zone); schemas of both providers",
      ),
    },
    {
      aws_budgets_budget: ["Alarm on costs"],
      aws_budgets_budget_action: ["What is stopped when costs are too high"],
      aws_ce_anomaly_monitor: ["Watch for costs that are unlike those before"],
      aws_ce_anomaly_subscription: ["Who is told of costs that are unlike those before"],
      aws_ce_cost_category: ["Rule by which costs are split"],
    },
  ),
  ...service(
    {
      class: "governance",
      instead: {
        scaleway: "the setting on each resource, held by policy as code in CI (Checkov, Open Policy Agent)",
        ovh: "the setting on each resource, held by policy as code in CI (Checkov, Open Policy Agent)",
      },
      citation: judgement(
        "what an account says once of all that is made in it is no part of a component: one decision; https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html",
      ),
    },
    {
      aws_ebs_encryption_by_default: ["Encryption of new disks"],
      aws_ebs_default_kms_key: ["Key that new disks are encrypted with"],
      aws_ebs_snapshot_block_public_access: ["Guard against public snapshots of disks"],
      aws_s3_account_public_access_block: ["Guard against public buckets of the whole account"],
      aws_ec2_image_block_public_access: ["Guard against public images of machines"],
      aws_ec2_allowed_images_settings: ["Whose images machines may be made of"],
      aws_ec2_instance_metadata_defaults: ["How new machines read what is said of them"],
      aws_ec2_serial_console_access: ["Whether machines have a serial console"],
      aws_ec2_default_credit_specification: ["How new burstable machines are billed beyond their share"],
      aws_ec2_availability_zone_group: ["Zones that are opened beside those of the region"],
      aws_vpc_block_public_access_options: ["Guard against ways between networks and the internet"],
      aws_vpc_block_public_access_exclusion: ["Network that such a guard leaves out"],
      aws_emr_block_public_access_configuration: ["Guard against public clusters of EMR"],
      aws_rds_certificate: ["Authority of the certificates of new databases"],
      aws_iam_account_password_policy: ["Password rules of the account"],
      aws_iam_security_token_service_preferences: ["Form of the tokens that roles are lent with"],
      aws_account_region: ["Region that is opened to the account"],
      aws_account_primary_contact: ["Who answers for the account"],
      aws_spot_datafeed_subscription: ["Record of spot machines written to a bucket"],
    },
  ),
  ...service(
    {
      class: "governance",
      instead: {
        scaleway: "review of IAM policies in CI; the Audit Trail for use",
        ovh: "review of IAM policies in CI; audit logs for use",
      },
      citation: judgement(
        "what watches and issues findings is charged like any detective service; https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html",
      ),
    },
    {
      aws_accessanalyzer_analyzer: ["Search for access from outside, or access that nobody uses", "detectiveService"],
      aws_accessanalyzer_archive_rule: ["Findings on access that are put aside"],
    },
  ),
  ...service(
    {
      class: "governance",
      instead: {
        scaleway: "policy as code in CI (Checkov, Open Policy Agent)",
        ovh: "policy as code in CI (Checkov, Open Policy Agent)",
      },
      citation: judgement(
        "a pack holds rules that are not in the code: it is charged like a detective service, not like one rule; https://docs.aws.amazon.com/config/latest/developerguide/conformance-packs.html",
      ),
    },
    {
      aws_config_conformance_pack: ["Set of rules on the configuration", "detectiveService"],
      aws_config_organization_conformance_pack: [
        "Set of rules on the configuration of every account",
        "detectiveService",
      ],
    },
  ),
  ...service(
    {
      class: "governance",
      instead: {
        scaleway: "TLS of the applications, or WireGuard between instances",
        ovh: "TLS of the applications, or WireGuard between instances",
      },
      citation: judgement(
        "one promise on the network is charged like a rule; https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html",
      ),
    },
    {
      aws_vpc_encryption_control: ["Watch or ban on traffic in clear within a VPC", "configRule"],
    },
  ),
};
