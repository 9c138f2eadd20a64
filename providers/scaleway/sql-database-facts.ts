import type { ExitFacts, Offer, Rewrite } from "../provider.ts";
import { catalogues } from "./catalog.ts";

const docs = "https://www.scaleway.com/en/docs/managed-databases-for-postgresql-and-mysql";
const mapping = { source: "facts/mapping.md section 6, components 8 and 9", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, components 8 and 9, Moving the data", date: "2026-11-21" };
const replication = { source: "facts/mapping.md section 10", date: "2026-11-21" };
const instance = "scaleway_rdb_instance";

/** Names that Scaleway takes in any case, as code that Exeat writes spells them. */
function spellings(path: string, offers: readonly Offer[]): Rewrite {
  return {
    from: `${instance}.${path}`,
    to: `${instance}.${path}`,
    values: offers.map(({ native }) => [native.toLowerCase(), native]),
    why: "names are taken in upper and in lower case",
  };
}

export const rewrites: readonly Rewrite[] = [
  spellings("node_type", catalogues.databaseSize.offers),
  spellings("engine", [...catalogues.postgresqlVersion.offers, ...catalogues.mysqlVersion.offers]),
  {
    from: `${instance}.volume_type`,
    to: `${instance}.volume_type`,
    values: [["bssd", "sbs_5k"]],
    why: "the block storage that came after this one",
  },
  {
    from: `${instance}.backup_schedule_frequency`,
    to: null,
    values: [[24, 24]],
    why: "once a day is what a database gets that asks for nothing",
  },
  ...["user_name", "database_name"].map(
    (path): Rewrite => ({
      from: `scaleway_rdb_privilege.${path}`,
      to: `scaleway_rdb_privilege.${path}`,
      why: "the administrator's privilege on the first database, named by reference or by name",
    }),
  ),
];

export const exit: ExitFacts = {
  endpoint: "{host}:{port}",
  alsoHolds: ["scaleway_rdb_database"],
  credentials: ["PGUSER", "PGPASSWORD", "MYSQL_USER", "MYSQL_PWD"],
  export: [
    {
      method: "pg-logical",
      note: "PostgreSQL 17 only, little downtime: set rdb.enable_logical_replication, publish, then cut over; a slot inactive for 24 hours is dropped.",
      citation: replication,
    },
    {
      method: "pg-dump-restore",
      note: "PostgreSQL: pg_dump -Fd -j, pg_restore --no-owner --no-acl; roles are made by code, not by the dump.",
      citation: moving,
    },
    {
      method: "mysqldump",
      note: "MySQL: --single-transaction --routines --triggers --set-gtid-purged=OFF; strip DEFINER clauses. Nothing replicates out.",
      citation: moving,
    },
  ],
  import: [
    {
      method: "pg-logical",
      note: "PostgreSQL 16 or newer subscribes: grant pg_create_subscription; it connects out through a public interface.",
      citation: moving,
    },
    {
      method: "pg-dump-restore",
      note: "PostgreSQL: pg_restore as the administrator; there is no superuser.",
      citation: mapping,
    },
    {
      method: "mysqldump",
      note: "MySQL: load without DEFINER clauses; dump and restore is all that is documented.",
      citation: mapping,
    },
  ],
  hazards: [
    {
      text: "Changing `engine` upgrades into a new instance, loses what is written meanwhile, and the provider then deletes the old one.",
      citation: { source: "facts/mapping.md section 2, trap 3", date: "2026-11-21" },
    },
    {
      text: "Changing `user_name`, `init_settings`, `snapshot_id` or the region replaces the instance by an empty one.",
      citation: { source: "facts/mapping.md section 4", date: "2026-11-21" },
    },
    {
      text: "Destroying the instance asks no question; automatic backups and snapshots outlive it only until their retention ends.",
      citation: { source: `${docs}/how-to/manage-backups/#how-to-delete-backups`, date: "2025-08-07" },
    },
    {
      text: "Without a private network the database is open to every address until a list of allowed ones is applied, a moment after it is made.",
      when: [{ "sql-database.subnets": "absent" }],
      citation: { source: `${docs}/how-to/manage-allowed-ip-addresses/`, date: "2025-01-06" },
    },
    {
      text: "A disk never shrinks, encryption at rest is never undone, and a full disk makes the database read-only.",
      citation: mapping,
    },
    {
      text: "Privileges hold for the tables that exist when they are set: set them again after the restore.",
      citation: { source: `${docs}/how-to/manage-users/`, date: "2025-08-07" },
    },
    {
      text: "Logical replication carries no DDL, sequences, large objects, unlogged tables or roles; tables need a primary key or REPLICA IDENTITY.",
      when: [{ "sql-database.engine": "postgresql" }],
      citation: replication,
    },
  ],
};
