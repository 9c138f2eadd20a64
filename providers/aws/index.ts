import { mapping } from "../foreign-services.ts";
import type { Cloud, KindTable } from "../provider.ts";
import { loadSchemaInParts } from "../schema.ts";
import { catalogues } from "./catalog.ts";
import { decisive } from "./decisive.ts";
import { signs } from "./dependency-signs.ts";
import { dnsZone } from "./dns-zone.ts";
import { firewall } from "./firewall.ts";
import { foreign } from "./foreign.ts";
import { guarantees } from "./guarantees.ts";
import { inUse } from "./in-use.ts";
import { jurisdiction } from "./jurisdiction.ts";
import { kubernetes } from "./kubernetes.ts";
import { leafClasses } from "./leaf-classes.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { objectBucket } from "./object-bucket.ts";
import { priceList } from "./price-rules.ts";
import { regionTold } from "./region-told.ts";
import { services } from "./services.ts";
import { settle } from "./settle.ts";
import { sqlDatabase } from "./sql-database.ts";
import { engineOf } from "./sql-database-engine.ts";
import { vm } from "./vm.ts";
import { volume } from "./volume.ts";

const PORTS = ["from_port", "to_port"];

/** Amazon Web Services, written as Terraform for the `hashicorp/aws` provider. */
export const aws: Cloud = {
  id: "aws",
  title: "Amazon Web Services",
  providers: [
    {
      name: "aws",
      source: "hashicorp/aws",
      versions: "~> 6.0",
      schema: () =>
        loadSchemaInParts(
          new URL("./schema/aws.json.gz", import.meta.url),
          new URL("./schema/aws-data.json.gz", import.meta.url),
        ),
      block: (region) => ({ region }),
      regionTold,
      services,
    },
  ],
  // The same services by the Cloud Control API: https://registry.terraform.io/providers/hashicorp/awscc, 2026-11-28.
  unreadProviders: ["awscc"],
  defaultRegion: "eu-west-3",
  settle,
  kinds: {
    kubernetes,
    network,
    firewall,
    "object-bucket": objectBucket,
    "sql-database": sqlDatabase,
    vm,
    volume,
    "dns-zone": dnsZone,
    "load-balancer": loadBalancer,
  } satisfies KindTable,
  catalogues,
  guarantees,
  // A database restored from a snapshot names no engine: it is that of the snapshot.
  implied: { aws_db_instance: { attribute: "engine", of: engineOf } },
  foreign,
  offered: {
    queue: { has: { managed: "everywhere" }, citation: mapping("queue") },
    // Tasks of ECS that a schedule starts stand in subnets.
    cronJob: {
      has: { privateNetwork: "everywhere" },
      citation: {
        source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_NetworkConfiguration.html",
        date: "2026-11-28",
      },
    },
  },
  decisive,
  leafClasses,
  inUse,
  signs,
  jurisdiction,
  prices: priceList,
  // What `CustomizeDiff` of the certificate plans: internal/service/acm/certificate.go of the provider, 2026-11-26.
  elements: {
    "aws_acm_certificate.domain_validation_options": {
      of: ["domain_name", "subject_alternative_names"],
      when: { validation_method: "DNS" },
      named: "domain_name",
      others: ["resource_record_name", "resource_record_type", "resource_record_value"],
    },
  },
  // Section "Import" of each resource in the documentation of the provider, 2026-11-25.
  zeros: {
    // Port 0, and echo replies: a rule without ports says so by its protocol.
    aws_security_group: PORTS.flatMap((port) => [`ingress.${port}`, `egress.${port}`]),
    aws_default_security_group: PORTS.flatMap((port) => [`ingress.${port}`, `egress.${port}`]),
    aws_vpc_security_group_ingress_rule: PORTS,
    aws_vpc_security_group_egress_rule: PORTS,
    // Without it a cluster starts with the add-ons of AWS.
    aws_eks_cluster: ["bootstrap_self_managed_addons"],
  },
  // docs/resources/instance: one of pending, running, shutting-down, terminated, stopping, stopped (read 2026-11-27).
  off: { aws_instance: { attribute: "instance_state", words: ["stopped", "stopping"] } },
  importIds: {
    aws_s3_bucket: "bucket",
    aws_db_instance: "identifier",
    aws_db_parameter_group: "name",
    aws_rds_cluster: "cluster_identifier",
    aws_rds_cluster_instance: "identifier",
    aws_key_pair: "key_name",
  },
  engine: "terraform",
};
