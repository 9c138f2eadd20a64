import type { Guarantee } from "../provider.ts";
import { kubernetesGuarantees } from "./kubernetes-guarantees.ts";
import { volumeGuarantees } from "./volume-facts.ts";

const docs = "https://www.scaleway.com/en/docs/managed-databases-for-postgresql-and-mysql";
const provider = "scaleway/terraform-provider-scaleway@b2d45ed";

/**
 * What Scaleway promises, with the setting it depends on. No promise is known of restoring a database to any second, nor of
 * encrypting a bucket that does not ask for it: https://www.scaleway.com/en/docs/object-storage/how-to/enable-sse-one/, 2026-06-02.
 */
export const guarantees: readonly Guarantee[] = [
  ...kubernetesGuarantees,
  {
    kind: "network",
    prop: "privateDns",
    when: {},
    gives: true,
    // Each machine is <its name>.<the private network>.internal.
    citation: { source: "https://www.scaleway.com/en/docs/vpc/reference-content/dns/", date: "2026-11-25" },
  },
  {
    kind: "sql-database",
    prop: "highAvailability",
    when: { "scaleway_rdb_instance.is_ha_cluster": true },
    // Two racks of one data centre.
    gives: "same-zone",
    citation: {
      source: `${docs}/faq/#are-my-active-and-standby-database-nodes-in-a-high-availability-cluster-hosted-in-the-same-data-center`,
      date: "2025-01-29",
    },
  },
  {
    kind: "sql-database",
    prop: "autoMinorUpgrade",
    // Maintenance that nobody applies is applied on the date it was announced for.
    when: {},
    gives: true,
    citation: { source: `${docs}/how-to/apply-maintenance/`, date: "2025-05-02" },
  },
  {
    kind: "sql-database",
    prop: "publicAccess",
    when: { "scaleway_rdb_instance.load_balancer": "present" },
    gives: true,
    citation: { source: `${provider}:docs/resources/rdb_instance.md`, date: "2026-08-21" },
  },
  {
    kind: "sql-database",
    prop: "publicAccess",
    // Who lists addresses of the public endpoint wants it reached.
    when: { "scaleway_rdb_instance.private_network.pn_id": "absent", "scaleway_rdb_acl.acl_rules.ip": "present" },
    gives: true,
    citation: { source: `${docs}/how-to/manage-allowed-ip-addresses/`, date: "2025-01-06" },
  },
  {
    kind: "sql-database",
    prop: "publicAccess",
    // Without a private network the instance is given a public endpoint.
    when: { "scaleway_rdb_instance.private_network.pn_id": "absent" },
    gives: true,
    citation: {
      source: `${provider}:docs/resources/rdb_instance.md`,
      date: "2026-08-21",
    },
  },
  {
    kind: "sql-database",
    prop: "allowedCidrs",
    // A public endpoint lets every address in until somebody says which.
    when: {
      "scaleway_rdb_instance.private_network.pn_id": "absent",
      "scaleway_rdb_acl.acl_rules.ip": "absent",
    },
    gives: ["0.0.0.0/0"],
    citation: { source: `${docs}/how-to/manage-allowed-ip-addresses/`, date: "2025-01-06" },
  },
  {
    kind: "sql-database",
    prop: "allowedCidrs",
    // So does the one beside a private network.
    when: { "scaleway_rdb_instance.load_balancer": "present", "scaleway_rdb_acl.acl_rules.ip": "absent" },
    gives: ["0.0.0.0/0"],
    citation: { source: `${docs}/how-to/manage-allowed-ip-addresses/`, date: "2025-01-06" },
  },
  ...volumeGuarantees,
];
