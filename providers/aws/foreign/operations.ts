import { effort, mapping, service } from "../../foreign-services.ts";

/** Watching, governing and delivering: alarms, accounts, pipelines, mail, sign-in. */
export const operations = {
  ...service(
    {
      mappingKey: "observability",
      instead: {
        scaleway: "Cockpit: scaleway_cockpit_source and its alert manager",
        ovh: "Logs Data Platform (ovh_dbaas_logs_*), and Prometheus with Grafana run by oneself",
      },
      citation: mapping("observability"),
    },
    {
      aws_cloudwatch_metric_alarm: ["Alarm on a metric", "component"],
      aws_cloudwatch_log_group: ["Place for logs, with their retention", "component"],
      aws_cloudwatch_dashboard: ["Dashboard", "component"],
      aws_cloudwatch_log_metric_filter: ["Metric made from log lines", "component"],
      aws_cloudwatch_log_subscription_filter: ["Logs sent elsewhere", "component"],
      aws_cloudwatch_log_resource_policy: ["Which services may write logs"],
      aws_cloudwatch_log_stream: ["One stream of a log group"],
      aws_prometheus_workspace: ["Managed Prometheus", "component"],
      aws_grafana_workspace: ["Managed Grafana", "component"],
      aws_grafana_role_association: ["Who may use a managed Grafana"],
    },
  ),
  ...service(
    {
      class: "observability",
      instead: { scaleway: "Cockpit, OpenTelemetry", ovh: "Logs Data Platform, OpenTelemetry and Grafana" },
      citation: effort("observability"),
    },
    {
      aws_cloudwatch_query_definition: ["Saved query of Logs Insights", "query"],
      aws_cloudwatch_composite_alarm: ["Alarm on alarms", "alarm"],
      aws_synthetics_canary: ["Robot that tries a page", "canary"],
      aws_xray_sampling_rule: ["Share of requests that are traced", "tracedService"],
    },
  ),
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
      aws_guardduty_malware_protection_plan: ["Malware scan of a bucket", "configRule"],
      aws_securityhub_account: ["Security findings of the account", "detectiveService"],
      aws_config_configuration_recorder: ["Record of configuration changes", "detectiveService"],
      aws_config_config_rule: ["Rule on the configuration", "configRule"],
      aws_organizations_account: ["Account of the organisation", "account"],
      aws_organizations_policy: ["What accounts may not do", "scp"],
      aws_organizations_policy_attachment: ["Accounts that a policy binds"],
      aws_organizations_organization: ["The organisation itself"],
      aws_budgets_budget: ["Alarm on costs", "configRule"],
    },
  ),
  ...service(
    {
      class: "systems-manager",
      instead: { scaleway: "Ansible, cloud-init, a bastion", ovh: "Ansible, cloud-init, a bastion" },
      citation: effort("systems-manager"),
    },
    {
      aws_ssm_document: ["Script run on machines", "document"],
      aws_ssm_association: ["Machines that a script runs on"],
      aws_ssm_maintenance_window: ["When maintenance runs", "maintenanceWindow"],
      aws_ssm_maintenance_window_task: ["What maintenance runs"],
      aws_ssm_patch_baseline: ["Which patches are installed", "patchBaseline"],
      aws_ssm_patch_group: ["Machines that are patched together"],
    },
  ),
  ...service(
    {
      class: "email",
      instead: {
        scaleway: "scaleway_tem_domain (Transactional Email, fr-par)",
        ovh: "another sender; no transactional mail in Public Cloud",
      },
      citation: effort("email"),
    },
    {
      aws_ses_domain_identity: ["Domain that sends mail", "domain"],
      aws_sesv2_email_identity: ["Domain or address that sends mail", "domain"],
      aws_ses_domain_dkim: ["Signature of mail"],
      aws_ses_domain_mail_from: ["Return address of a mail domain"],
      aws_ses_domain_identity_verification: ["Proof of control over a mail domain"],
      aws_ses_identity_notification_topic: ["Where bounces are reported"],
      aws_ses_receipt_rule: ["What happens to mail received", "receiptRule"],
      aws_sesv2_configuration_set: ["Settings of sending"],
    },
  ),
  ...service(
    {
      class: "cicd",
      instead: { scaleway: "GitLab or GitHub runners on instances", ovh: "GitLab or GitHub runners on instances" },
      citation: effort("cicd"),
    },
    {
      aws_codebuild_project: ["Build run by AWS", "pipelineOrBuild"],
      aws_codebuild_webhook: ["What starts a build"],
      aws_codepipeline: ["Delivery pipeline", "pipelineOrBuild"],
      aws_codedeploy_app: ["Deployment to machines or containers", "pipelineOrBuild"],
      aws_codedeploy_deployment_group: ["What a deployment reaches"],
      aws_codecommit_repository: ["Git repository", "repository"],
      aws_codestarconnections_connection: ["Connection to a Git host"],
      aws_codeconnections_connection: ["Connection to a Git host (newer name)"],
    },
  ),
  ...service(
    {
      class: "cognito",
      instead: {
        scaleway: "Keycloak or another identity provider; password hashes cannot be exported",
        ovh: "Keycloak or another identity provider; password hashes cannot be exported",
      },
      citation: effort("cognito"),
    },
    {
      aws_cognito_user_pool: ["Users and their sign-in", "userPool"],
      aws_cognito_user_pool_client: ["Application that users sign in to", "appClient"],
      aws_cognito_user_pool_domain: ["Address of the sign-in page"],
      aws_cognito_identity_pool: ["AWS credentials for users", "identityPool"],
    },
  ),
  ...service(
    {
      class: "appsync",
      instead: { scaleway: "a GraphQL server in containers", ovh: "a GraphQL server in containers" },
      citation: effort("appsync"),
    },
    {
      aws_appsync_graphql_api: ["GraphQL API", "api"],
      aws_appsync_resolver: ["How a GraphQL field is answered", "resolver"],
      aws_amplify_app: ["Web application built and served by Amplify", "api"],
    },
  ),
};
