import { effort, judgement, mapping, service } from "../../foreign-services.ts";
import { always, never, type Shows, UNCALLED } from "../../shows.ts";

/** Shows nothing and keeps nothing: what it looks at or sends stands elsewhere. */
const PASSES_ON: Shows = { dashboard: never, history: never };

/** Watching: metrics, logs, alarms, traces. */
export const observability = {
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
      aws_cloudwatch_log_account_policy: ["Rule that holds for all places for logs of the account"],
      aws_cloudwatch_log_index_policy: ["Fields by which logs are found faster"],
      aws_cloudwatch_log_anomaly_detector: ["Watch for log lines that are unlike those before"],
      aws_cloudwatch_log_transformer: ["Form that log lines are brought into"],
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
      shows: {
        aws_applicationinsights_application: UNCALLED,
        aws_cloudwatch_composite_alarm: UNCALLED,
        aws_cloudwatch_contributor_insight_rule: UNCALLED,
        aws_cloudwatch_query_definition: UNCALLED,
        aws_synthetics_canary: UNCALLED,
      },
      citation: effort("observability"),
    },
    {
      aws_cloudwatch_query_definition: ["Saved query of Logs Insights", "query"],
      aws_cloudwatch_composite_alarm: ["Alarm on alarms", "alarm"],
      aws_applicationinsights_application: ["Alarms and views that AWS makes for the parts of an application", "alarm"],
      aws_cloudwatch_contributor_insight_rule: ["Count of who causes most of what is logged", "query"],
      aws_rum_app_monitor: ["Measures taken in browsers of visitors", "tracedService"],
      aws_rum_metrics_destination: ["Where measures taken in browsers are sent"],
      aws_xray_resource_policy: ["Services that may send traces"],
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
      class: "observability",
      instead: {
        scaleway:
          "the alert manager of Cockpit for chats; a blackbox exporter for ways and flows; masking in the log collector",
        ovh: "an alert manager for chats; a blackbox exporter for ways and flows; masking in the log collector",
      },
      shows: {
        aws_chatbot_slack_channel_configuration: UNCALLED,
        aws_chatbot_teams_channel_configuration: UNCALLED,
        aws_cloudwatch_log_data_protection_policy: UNCALLED,
        aws_internetmonitor_monitor: UNCALLED,
        aws_networkflowmonitor_monitor: UNCALLED,
        aws_networkmonitor_probe: UNCALLED,
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
      aws_internetmonitor_monitor: ["Watch over the way between users and AWS", "canary"],
      aws_networkflowmonitor_scope: ["Accounts whose network flows are measured"],
      aws_networkflowmonitor_monitor: ["Loss and delay of chosen network flows", "canary"],
      aws_cloudwatch_log_data_protection_policy: ["Masking of personal data in logs", "metricFilter"],
    },
  ),
  ...service(
    {
      mappingKey: "observability",
      instead: {
        scaleway:
          "flows counted on the machines or on a gateway of one's own (nftables, Suricata); networks keep no log",
        ovh: "flows counted on the machines or on a gateway of one's own (nftables, Suricata); networks keep no log",
      },
      shows: { aws_flow_log: PASSES_ON },
      citation: {
        source: "providers/scaleway/schema/scaleway.json.gz, providers/ovh/schema: no type records flows",
        date: "2026-11-28",
      },
    },
    { aws_flow_log: ["Log of what passes a network, a subnet or a machine", "component"] },
  ),
};
