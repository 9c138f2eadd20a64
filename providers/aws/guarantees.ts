import type { Guarantee } from "../provider.ts";
import { volumeGuarantees } from "./ebs.ts";
import { kubernetesGuarantees } from "./kubernetes-guarantees.ts";
import { loadBalancerGuarantees } from "./load-balancer-facts.ts";
import { networkGuarantees } from "./network-facts.ts";

const rds = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";
const aurora = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";
const s3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";

/** What AWS promises, with the setting it depends on. */
export const guarantees: readonly Guarantee[] = [
  ...kubernetesGuarantees,
  ...loadBalancerGuarantees,
  ...networkGuarantees,
  {
    kind: "network",
    prop: "egress",
    // Without a subnet of its own it goes wherever there is work, in every zone.
    when: { "aws_nat_gateway.availability_mode": "regional" },
    gives: "per-zone",
    citation: {
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html",
      date: "2026-11-25",
    },
  },
  {
    kind: "object-bucket",
    prop: "encryption",
    when: {
      "aws_s3_bucket_server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm":
        "absent",
      "aws_s3_bucket.server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm":
        "absent",
    },
    gives: "provider-key",
    // SSE-S3 for every new object since 2023-01-05.
    citation: { source: `${s3}/default-encryption-faq.html`, date: "2026-11-24" },
  },
  {
    kind: "sql-database",
    prop: "highAvailability",
    when: { "aws_db_instance.multi_az": true },
    gives: "multi-zone",
    citation: { source: `${rds}/Concepts.MultiAZSingleStandby.html`, date: "2026-11-24" },
  },
  {
    kind: "sql-database",
    prop: "highAvailability",
    // A Multi-AZ DB cluster: a writer and two readable standbys in three zones.
    when: { "aws_rds_cluster.db_cluster_instance_class": "present" },
    gives: "multi-zone",
    citation: { source: `${rds}/multi-az-db-clusters-concepts.html`, date: "2026-11-24" },
  },
  ...["aurora", "aurora-mysql", "aurora-postgresql"].map(
    (engine): Guarantee => ({
      kind: "sql-database",
      prop: "highAvailability",
      // Asked by `raise` only where a second instance is there to fail over to.
      when: { "aws_rds_cluster.engine": engine, "aws_rds_cluster_instance.cluster_identifier": "present" },
      gives: "multi-zone",
      citation: { source: `${aurora}/Concepts.AuroraHighAvailability.html`, date: "2026-11-24" },
    }),
  ),
  {
    kind: "sql-database",
    prop: "publicAccess",
    // The provider sends `false` where nothing is written. Not so for instances of a cluster: there the service decides.
    when: { "aws_db_instance.publicly_accessible": "absent", "aws_rds_cluster.engine": "absent" },
    gives: false,
    citation: {
      source: "providers/aws/schema/aws.json.gz (semantics of 5.46.0), aws_db_instance.publicly_accessible",
      date: "2026-11-28",
    },
  },
  {
    kind: "sql-database",
    prop: "pointInTimeRecovery",
    when: { "aws_db_instance.backup_retention_period": { atLeast: 1 } },
    gives: true,
    citation: { source: `${rds}/USER_PIT.html`, date: "2026-11-24" },
  },
  {
    kind: "sql-database",
    prop: "pointInTimeRecovery",
    // Continuous backup of a cluster cannot be turned off; the period is 1 to 35 days.
    when: { "aws_rds_cluster.engine": "present" },
    gives: true,
    citation: { source: `${aurora}/Aurora.Managing.Backups.html`, date: "2026-11-24" },
  },
  ...volumeGuarantees,
];
