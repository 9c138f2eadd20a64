import { effort, mapping, service } from "../../foreign-services.ts";
import { never, UNCALLED } from "../../shows.ts";

/** What watches, sends mail, hosts sites, learns. */
export const operations = {
  ...service(
    {
      mappingKey: "observability",
      instead: {
        aws: "CloudWatch, Managed Prometheus and Grafana",
        ovh: "Logs Data Platform, Prometheus run by oneself",
      },
      shows: { scaleway_cockpit_source: { dashboard: never } },
      citation: mapping("observability"),
    },
    {
      scaleway_cockpit_source: ["Where metrics, logs or traces are kept", "component"],
      scaleway_cockpit: ["Cockpit of a project (older form)"],
      scaleway_cockpit_token: ["Token for writing or reading"],
      scaleway_cockpit_alert_manager: ["Alerts of a project"],
      scaleway_cockpit_exporter: ["Metrics and logs sent elsewhere"],
      scaleway_cockpit_grafana_user: ["Person with dashboards"],
    },
  ),
  ...service(
    {
      class: "email",
      instead: { aws: "Simple Email Service", ovh: "an SMTP relay of another provider" },
      waits: ["mail-reputation"],
      citation: effort("email"),
    },
    {
      scaleway_tem_domain: ["Domain that mail is sent from", "domain"],
      scaleway_tem_domain_validation: ["Proof that the domain is one's own"],
      scaleway_tem_blocked_list: ["Addresses that get no mail"],
      scaleway_tem_webhook: ["Messages about mail"],
    },
  ),
  ...service(
    {
      class: "ml",
      instead: { aws: "SageMaker, Bedrock", ovh: "AI Deploy, AI Endpoints" },
      citation: effort("ml"),
    },
    {
      scaleway_inference_deployment: ["Model that answers on GPUs of one's own", "endpoint"],
      scaleway_inference_model: ["Model brought in"],
    },
  ),
  ...service(
    {
      class: "iot",
      instead: { aws: "IoT Core", ovh: "an MQTT broker run by oneself" },
      citation: effort("iot"),
    },
    {
      scaleway_iot_hub: ["MQTT broker (withdrawn service)"],
      scaleway_iot_device: ["Device of a broker"],
      scaleway_iot_network: ["Network of devices"],
      scaleway_iot_route: ["Where messages go", "rule"],
    },
  ),
  ...service(
    {
      class: "unknown",
      instead: {
        aws: "a site on Lightsail, or a host for sites",
        ovh: "Web Hosting of OVHcloud, outside Public Cloud",
      },
      shows: { scaleway_webhosting: UNCALLED },
      citation: effort("unknown"),
    },
    { scaleway_webhosting: ["Hosting of sites with a control panel", "resource"] },
  ),
};
