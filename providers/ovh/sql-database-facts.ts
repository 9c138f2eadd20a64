import type { Props } from "../../constructs/kinds.ts";
import type { ExitFacts, Rewrite } from "../provider.ts";

const mapping = { source: "facts/mapping.md section 6, components 8 and 9, OVHcloud", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, components 8 and 9, Moving the data", date: "2026-11-21" };
const databases = "ovh/docs pages/public_cloud/public_cloud_databases";
const date = "2026-11-25";
const service = "ovh_cloud_project_database";

/** Plans of the third generation, smallest first: nodes that make one, and days that its backups are kept (2026-05-05 and 2025-06-18). */
const plans = [
  { name: "production", nodes: 2, days: 14 },
  { name: "advanced", nodes: 3, days: 30 },
] as const;
/** Days that the largest plan keeps backups. */
export const MOST_DAYS = 30;

/** The smallest plan that keeps backups as long as asked for; the largest where none does. */
export function planFor(props: Pick<Props<"sql-database">, "backupRetentionDays">): (typeof plans)[number] {
  return plans.find((p) => p.days >= (props.backupRetentionDays ?? 0)) ?? plans[1];
}

const generation = "plans of the second generation are no longer sold; the third has two nodes at least";

export const rewrites: readonly Rewrite[] = [
  {
    from: `${service}.plan`,
    to: `${service}.plan`,
    values: [
      ["essential", "production"],
      ["business", "production"],
      ["enterprise", "advanced"],
    ],
    why: generation,
  },
  {
    from: `${service}.flavor`,
    to: `${service}.flavor`,
    values: [
      ["db1-4", "b3-8"],
      ["db1-7", "b3-8"],
      ["db1-15", "b3-16"],
      ["db1-30", "b3-32"],
      ["db1-60", "b3-64"],
      ["db1-120", "b3-128"],
    ],
    why: generation,
  },
  {
    from: `${service}.nodes.network_id`,
    to: `${service}.nodes.network_id`,
    why: "where no subnet is named, network and subnet are both asked for",
  },
  {
    from: "ovh_cloud_project_database_ip_restriction.ip",
    to: `${service}.ip_restrictions.ip`,
    why: "since version 2.17 of the provider addresses stand in the service",
  },
  ...["ovh_cloud_project_database_user", "ovh_cloud_project_database_postgresql_user"].map(
    (type): Rewrite => ({
      from: `${type}.name`,
      to: null,
      values: [["avnadmin", null]],
      why: "the administrator that every service has",
    }),
  ),
];

export const exit: ExitFacts = {
  endpoint: "{host}:{port}",
  alsoHolds: ["ovh_cloud_project_database_database"],
  credentials: ["PGUSER", "PGPASSWORD", "MYSQL_USER", "MYSQL_PWD"],
  export: [
    {
      method: "pg-dump-restore",
      note: "PostgreSQL: pg_dump -Fd -j, pg_restore --no-owner --no-acl; roles are made by code, not by the dump.",
      citation: moving,
    },
    {
      method: "pg-logical",
      note: "PostgreSQL, little downtime: give a user the `replication` role and publish; where CREATE PUBLICATION or SUBSCRIPTION is refused, use the aiven_extras functions.",
      citation: moving,
    },
    {
      method: "mysqldump",
      note: "MySQL: --single-transaction --routines --triggers --set-gtid-purged=OFF; strip DEFINER clauses.",
      citation: moving,
    },
  ],
  import: [
    {
      method: "pg-logical",
      note: "PostgreSQL: a service subscribes to an outside publisher; with aiven_extras where CREATE SUBSCRIPTION is refused.",
      citation: moving,
    },
    {
      method: "pg-dump-restore",
      note: "PostgreSQL: pg_restore as avnadmin; there is no superuser.",
      citation: mapping,
    },
    {
      method: "mysqldump",
      note: "MySQL: load without DEFINER clauses. OVHcloud's own migration task pulls from an outside MySQL 5.7 or 8.0 by GTID, through its API only.",
      citation: mapping,
    },
  ],
  hazards: [
    {
      text: "Changing the engine, or the region or network of a node, replaces the service: its data and its backups are gone.",
      citation: { source: "facts/mapping.md section 4", date: "2026-11-21" },
    },
    {
      text: "Nobody can connect until an address is listed, and removing the last address from the code sends nothing: it stays open.",
      citation: mapping,
    },
    {
      text: "More or fewer nodes, or another subnet, are planned and not carried out: read back after an apply.",
      citation: { source: "facts/mapping.md section 2, trap 4", date: "2026-11-21" },
    },
    {
      text: "Plan and flavour go up, never down; a restore makes a new service.",
      citation: mapping,
    },
    {
      text: "The migration task of MySQL keeps replicating, deletes included, until it is stopped: stop it before anything is dropped at the source.",
      when: [{ "sql-database.engine": "mysql" }],
      citation: { source: "facts/mapping.md section 6, component 9", date: "2026-11-21" },
    },
    {
      text: "`sql_require_primary_key` refuses tables without a primary key: a dump that has some fails to load.",
      when: [{ "sql-database.engine": "mysql" }],
      citation: { source: "facts/mapping.md section 6, component 9", date: "2026-11-21" },
    },
    {
      text: "Logical replication carries no DDL, sequences, large objects, unlogged tables or roles; tables need a primary key or REPLICA IDENTITY.",
      when: [{ "sql-database.engine": "postgresql" }],
      citation: { source: "facts/mapping.md section 10", date: "2026-11-21" },
    },
    {
      text: "Settings outside the ranges of OVHcloud are refused at apply.",
      when: [{ "sql-database.parameters": "present" }],
      citation: { source: `${databases}/postgresql_10_advanced_parameters_references (2024-01-30)`, date },
    },
  ],
};
