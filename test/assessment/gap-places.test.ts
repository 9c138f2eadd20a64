import { expect, test } from "@jest/globals";
import { removable, WHOLE } from "../../assessment/gap-places.ts";
import { surveyOf } from "../../laws/reading.ts";
import { clouds } from "../../providers/index.ts";
import { joinPath } from "../../providers/paths.ts";
import { nativeFixtures } from "../fixtures/natives/load.ts";

/** Read line by line: what is left works without it. */
const HARMLESS = [
  "all of aws_route53_query_log",
  "all of aws_s3_bucket_accelerate_configuration",
  "all of aws_s3_bucket_inventory",
  "all of ovh_cloud_project_database_log_subscription",
  "all of ovh_cloud_project_kube_log_subscription",
  "aws_alb.enable_cross_zone_load_balancing",
  "aws_alb_listener.alpn_policy",
  "aws_db_instance.enabled_cloudwatch_logs_exports",
  "aws_eks_node_group.node_repair_config.0.enabled",
  "aws_instance.credit_specification",
  "aws_lb.access_logs",
  "aws_rds_cluster.enable_http_endpoint",
  "aws_s3_bucket_notification.eventbridge",
  "ovh_domain_zone_record.ttl",
  "scaleway_lb_backend.on_marked_down_action",
  "scaleway_lb_frontend.enable_http3",
  "vsphere_virtual_machine.memory_reservation",
];

test("what a lever takes out of all that people write leaves something that works", async () => {
  const found = new Set<string>();
  for (const { fixture } of await nativeFixtures()) {
    const cloud = clouds[fixture.cloud]!;
    for (const component of surveyOf(fixture.natives, cloud).components) {
      for (const { path, leaf } of removable(component, cloud)) {
        found.add(path === WHOLE ? `all of ${leaf.type}` : joinPath(leaf.type, path));
      }
    }
  }
  expect([...found].sort()).toEqual(HARMLESS);
});
