import type { Guarantee } from "../provider.ts";
import { kubernetesGuarantees } from "./kubernetes-guarantees.ts";
import { loadBalancerGuarantees } from "./load-balancer-facts.ts";
import { THREE_ZONES } from "./regions.ts";

const databases = "ovh/docs pages/public_cloud/public_cloud_databases";
const service = "ovh_cloud_project_database";
const date = "2026-11-25";

/** Plans of both generations by what they promise: nodes, and days that backups are kept. */
const plans = [
  { plan: "production", nodes: 2, days: 14 },
  { plan: "advanced", nodes: 3, days: 30 },
  { plan: "business", nodes: 2, days: 14 },
  { plan: "enterprise", nodes: 3, days: 30 },
  { plan: "essential", nodes: 1, days: 2 },
] as const;
const several = plans.filter((p) => p.nodes > 1);

/** What OVHcloud promises, with the setting it depends on. */
export const guarantees: readonly Guarantee[] = [
  ...kubernetesGuarantees,
  ...loadBalancerGuarantees,
  {
    kind: "object-bucket",
    prop: "emptyOnDestroy",
    // The provider deletes every object and version before the bucket; no argument stops it.
    when: {},
    gives: true,
    citation: { source: "facts/mapping.md section 2, trap 2", date: "2026-11-21" },
  },
  ...several.flatMap(({ plan }) =>
    THREE_ZONES.map(
      (region): Guarantee => ({
        kind: "sql-database",
        prop: "highAvailability",
        when: { [`${service}.plan`]: plan, [`${service}.nodes.region`]: region },
        gives: "multi-zone",
        citation: { source: `${databases}/databases_18_regions_comparison (2025-08-22)`, date },
      }),
    ),
  ),
  ...several.map(
    ({ plan }): Guarantee => ({
      kind: "sql-database",
      prop: "highAvailability",
      // Nodes of a region of one zone stand on different hosts.
      when: { [`${service}.plan`]: plan },
      gives: "same-zone",
      citation: { source: `${databases}/databases_18_regions_comparison (2025-08-22)`, date },
    }),
  ),
  ...plans.flatMap(({ plan, days }): Guarantee[] => [
    {
      kind: "sql-database",
      prop: "backupRetentionDays",
      when: { [`${service}.plan`]: plan },
      gives: days,
      citation: { source: `${databases}/postgresql_01_capabilities (2025-06-18), Backups`, date },
    },
    {
      kind: "sql-database",
      prop: "pointInTimeRecovery",
      when: { [`${service}.plan`]: plan },
      gives: true,
      citation: { source: `${databases}/databases_05_automated_backups (2024-05-15)`, date },
    },
  ]),
  {
    kind: "sql-database",
    prop: "encryption",
    when: {},
    gives: "provider-key",
    citation: { source: `${databases}/information_04_faq (2025-07-31), Security`, date },
  },
  {
    kind: "sql-database",
    prop: "autoMinorUpgrade",
    when: {},
    gives: true,
    citation: { source: `${databases}/information_05_capabilities (2025-07-31), Feature Availability`, date },
  },
  ...[`${service}.ip_restrictions.ip`, "ovh_cloud_project_database_ip_restriction.ip"].map(
    (address): Guarantee => ({
      kind: "sql-database",
      prop: "publicAccess",
      // Who lists addresses of a public endpoint wants it reached.
      when: { [`${service}.nodes.network_id`]: "absent", [address]: "present" },
      gives: true,
      citation: { source: `${databases}/information_04_faq (2025-07-31), Network`, date },
    }),
  ),
  {
    kind: "sql-database",
    prop: "publicAccess",
    // A service is on the public network or on a private one, never on both.
    when: { [`${service}.nodes.network_id`]: "absent" },
    gives: true,
    citation: { source: `${databases}/information_04_faq (2025-07-31), Network`, date },
  },
  {
    kind: "sql-database",
    prop: "passwordManagement",
    // OVHcloud makes every password; the provider takes none.
    when: {},
    gives: "cloud",
    citation: { source: "ovh/terraform-provider-ovh@a1ae5bc docs/resources/cloud_project_database_user.md", date },
  },
  {
    kind: "sql-database",
    prop: "adminUser",
    when: {},
    gives: "avnadmin",
    citation: { source: "facts/mapping.md section 6, component 8", date: "2026-11-21" },
  },
];
