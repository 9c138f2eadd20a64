import { mapping, service } from "../../foreign-services.ts";

/** Logs and metrics. */
export const operations = {
  ...service(
    {
      mappingKey: "observability",
      instead: {
        aws: "CloudWatch Logs, or OpenSearch Service with Fluent Bit",
        scaleway: "Cockpit (Loki, Mimir, Grafana)",
      },
      citation: mapping("observability"),
    },
    {
      ovh_dbaas_logs_cluster: ["Logs Data Platform", "component"],
      ovh_dbaas_logs_output_graylog_stream: ["Stream of logs"],
      ovh_dbaas_logs_output_opensearch_index: ["Index of logs"],
      ovh_dbaas_logs_output_opensearch_alias: ["Alias of indices of logs"],
      ovh_dbaas_logs_input: ["Managed Logstash or Flowgger"],
      ovh_dbaas_logs_token: ["Token of the logs' API"],
      ovh_dbaas_logs_role: ["Rights on logs"],
      ovh_dbaas_logs_role_permission_stream: ["Rights on a stream of logs"],
      ovh_dbaas_logs_encryption_key: ["Key of archived logs"],
      ovh_cloud_project_region_loadbalancer_log_subscription: ["Logs of a load balancer sent to a stream"],
    },
  ),
};
