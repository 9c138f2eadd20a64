import { effort, judgement, mapping, service } from "../../foreign-services.ts";
import { always, never, type Shows } from "../../shows.ts";

/** Shows nothing and keeps nothing: what it looks at or sends stands elsewhere. */
const PASSES_ON: Shows = { dashboard: never, history: never };

/** Watching, governing and delivering: alarms, accounts, pipelines, mail, sign-in. */
export const operations = {
  ...service(
    {
      mappingKey: "observability",
      instead: {
        scaleway: "Cockpit: scaleway_cockpit_source and its alert manager",
        ovh: "Logs Data Platform (ovh_dbaas_logs_*), and Prometheus with Grafana run by oneself",
      },
      shows: {
        aws_cloudwatch_metric_alarm: PASSES_ON,
        aws_cloudwatch_log_metric_filter: PASSES_ON,
        aws_cloudwatch_log_subscription_filter: PASSES_ON,
        aws_cloudwatch_log_delivery: PASSES_ON,
        aws_cloudwatch_metric_stream: PASSES_ON,
        aws_cloudwatch_log_group: { dashboard: never },
        aws_prometheus_workspace: { dashboard: never },
        aws_cloudwatch_dashboard: { dashboard: always, history: never },
        aws_grafana_workspace: { history: never },
      },
      citation: mapping("observability"),
    },
    {
      aws_cloudwatch_metric_alarm: ["Alarm on a metric", "component"],
      aws_cloudwatch_log_group: ["Place for logs, with their retention", "component"],
      aws_cloudwatch_dashboard: ["Dashboard", "component"],
      aws_cloudwatch_log_metric_filter: ["Metric made from log lines", "component"],
      aws_cloudwatch_log_subscription_filter: ["Logs sent elsewhere", "component"],
      aws_cloudwatch_log_delivery: ["Logs of an AWS service sent to a place of choice", "component"],
      aws_cloudwatch_log_delivery_source: ["AWS service whose logs are sent"],
      aws_cloudwatch_log_delivery_destination: ["Place that logs of an AWS service are sent to"],
      aws_cloudwatch_log_delivery_destination_policy: ["Accounts that may send logs to a place"],
      aws_cloudwatch_log_destination: ["Place that other accounts send logs to"],
      aws_cloudwatch_log_destination_policy: ["Accounts that may send logs here"],
      aws_cloudwatch_metric_stream: ["Metrics sent elsewhere", "component"],
      aws_oam_sink: ["Place where metrics and logs of other accounts are seen"],
      aws_oam_sink_policy: ["Accounts that may be seen"],
      aws_oam_link: ["Metrics and logs shown to another account"],
      aws_cloudwatch_log_resource_policy: ["Which services may write logs"],
      aws_cloudwatch_log_stream: ["One stream of a log group"],
      aws_prometheus_workspace: ["Managed Prometheus", "component"],
      aws_prometheus_rule_group_namespace: ["Rules of managed Prometheus"],
      aws_prometheus_alert_manager_definition: ["Whom managed Prometheus alerts"],
      aws_prometheus_scraper: ["What managed Prometheus reads"],
      aws_grafana_workspace: ["Managed Grafana", "component"],
      aws_grafana_role_association: ["Who may use a managed Grafana"],
      aws_grafana_workspace_saml_configuration: ["Sign-in to a managed Grafana"],
      aws_grafana_workspace_api_key: ["Key of a managed Grafana"],
      aws_grafana_workspace_service_account: ["Machine user of a managed Grafana"],
      aws_grafana_workspace_service_account_token: ["Key of a machine user of a managed Grafana"],
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
      aws_synthetics_group: ["Robots that belong together"],
      aws_synthetics_group_association: ["Robot in a group"],
      aws_xray_group: ["Traces that are looked at together"],
      aws_xray_encryption_config: ["Encryption of traces"],
      aws_xray_sampling_rule: ["Share of requests that are traced", "tracedService"],
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
      aws_ssm_maintenance_window_target: ["Machines that maintenance reaches"],
      aws_ssm_patch_baseline: ["Which patches are installed", "patchBaseline"],
      aws_ssm_patch_group: ["Machines that are patched together"],
      aws_ssm_default_patch_baseline: ["Patches installed where nothing else is said"],
      aws_ssm_resource_data_sync: ["Inventory of machines copied to a bucket"],
      aws_ssm_activation: ["Machine outside AWS that is managed"],
      aws_ssm_service_setting: ["Setting of Systems Manager"],
    },
  ),
  ...service(
    {
      class: "email",
      instead: {
        scaleway: "scaleway_tem_domain (Transactional Email, fr-par)",
        ovh: "another sender; no transactional mail in Public Cloud",
      },
      waits: ["mail-reputation"],
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
      aws_sesv2_configuration_set_event_destination: ["Where the fate of mail is reported"],
      aws_sesv2_email_identity_policy: ["Who may send mail of a domain"],
      aws_sesv2_email_identity_mail_from_attributes: ["Return address of a mail domain (newer form)"],
      aws_sesv2_email_identity_feedback_attributes: ["Whether bounces are sent on by mail"],
      aws_sesv2_account_suppression_attributes: ["Addresses that get no more mail"],
      aws_ses_email_identity: ["Address that sends mail", "domain"],
      aws_ses_identity_policy: ["Who may send mail of a domain (older form)"],
      aws_ses_configuration_set: ["Settings of sending (older form)"],
      aws_ses_event_destination: ["Where the fate of mail is reported (older form)"],
      aws_ses_receipt_rule_set: ["Rules on mail received"],
      aws_ses_active_receipt_rule_set: ["Which rules on mail received hold"],
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
      aws_cognito_identity_pool_roles_attachment: ["Roles that users get"],
      aws_cognito_resource_server: ["Scopes that applications ask for"],
      aws_cognito_user_group: ["Group of users"],
      aws_cognito_user_in_group: ["User in a group"],
      aws_cognito_user_pool_ui_customization: ["Look of the sign-in page"],
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
      aws_appsync_function: ["Step of answering a GraphQL field", "resolver"],
      aws_appsync_datasource: ["What GraphQL fields are answered from"],
      aws_appsync_api_key: ["Key of a caller of a GraphQL API"],
      aws_appsync_api_cache: ["Cache of a GraphQL API"],
      aws_amplify_app: ["Web application built and served by Amplify", "api"],
      aws_amplify_branch: ["Branch that Amplify builds and serves"],
      aws_amplify_domain_association: ["Own name of a web application"],
    },
  ),
  ...service(
    {
      class: "observability",
      instead: {
        scaleway:
          "the alert manager of Cockpit for chats; a blackbox exporter for ways and flows; masking in the log collector",
        ovh: "an alert manager for chats; a blackbox exporter for ways and flows; masking in the log collector",
      },
      citation: judgement(
        "a channel is charged like an alarm, a measured way or flow like a robot, masking like a filter; https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Network-Monitoring-Sections.html",
      ),
    },
    {
      aws_chatbot_slack_channel_configuration: ["Alarms posted to a Slack channel", "alarm"],
      aws_chatbot_teams_channel_configuration: ["Alarms posted to a Teams channel", "alarm"],
      aws_networkmonitor_monitor: ["Watch over the way to another site"],
      aws_networkmonitor_probe: ["Robot that measures the way to another site", "canary"],
      aws_networkflowmonitor_scope: ["Accounts whose network flows are measured"],
      aws_networkflowmonitor_monitor: ["Loss and delay of chosen network flows", "canary"],
      aws_cloudwatch_log_data_protection_policy: ["Masking of personal data in logs", "metricFilter"],
    },
  ),
  ...service(
    {
      class: "systems-manager",
      instead: {
        scaleway: "Chaos Mesh or Litmus on Kapsule, else scripts",
        ovh: "Chaos Mesh or Litmus on Managed Kubernetes, else scripts",
      },
      citation: judgement("an experiment is charged like a script"),
    },
    {
      aws_fis_experiment_template: ["Failure brought about on purpose", "document"],
    },
  ),
  ...service(
    {
      class: "email",
      instead: {
        scaleway: "an outside sender of short messages",
        ovh: "OVHcloud SMS, outside Public Cloud, or an outside sender",
      },
      citation: judgement(
        "a sender of short messages is charged like a mail domain; campaigns of Pinpoint ended on 2026-10-30: https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html",
      ),
    },
    {
      aws_sns_sms_preferences: ["Settings of short messages; that any are sent", "domain"],
      aws_pinpoint_app: ["Short messages and campaigns of an application", "domain"],
      aws_pinpoint_sms_channel: ["Short messages of an application"],
    },
  ),
  ...service(
    {
      class: "cognito",
      instead: { scaleway: "an identity provider in Keycloak", ovh: "an identity provider in Keycloak" },
      citation: judgement("trust in an outside sign-in is charged like an application"),
    },
    {
      aws_cognito_identity_provider: ["Outside sign-in that users may take", "appClient"],
    },
  ),
  ...service(
    {
      class: "systems-manager",
      instead: {
        scaleway: "feature flags or settings served by oneself (Unleash, Flipt), or settings in the deployment",
        ovh: "feature flags or settings served by oneself (Unleash, Flipt), or settings in the deployment",
      },
      citation: judgement("an application with settings is charged like a script; its calls come on top"),
    },
    {
      aws_appconfig_application: ["Application with settings and feature flags", "document"],
      aws_appconfig_environment: ["Stage of an application with settings"],
      aws_appconfig_configuration_profile: ["Set of settings or feature flags"],
      aws_appconfig_hosted_configuration_version: ["Version of settings"],
      aws_appconfig_deployment: ["Settings brought to a stage"],
      aws_appconfig_deployment_strategy: ["How fast settings are brought to a stage"],
    },
  ),
};
