import type { ExitFacts, Loss, Offer, Rewrite } from "../provider.ts";
import { catalogues } from "./catalog.ts";
import { gigabytesFrom } from "./database-units.ts";

const docs = "https://www.scaleway.com/en/docs/managed-databases-for-postgresql-and-mysql";
const provider = "scaleway/terraform-provider-scaleway@b2d45ed";
const mapping = { source: "facts/mapping.md section 6, components 8 and 9", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, components 8 and 9, Moving the data", date: "2026-11-21" };
const replication = { source: "facts/mapping.md section 10", date: "2026-11-21" };
/** Arguments of the provider: what none of them sets cannot be asked for. */
const schema = {
  source: "providers/scaleway/schema/scaleway.json.gz (2.81.0), scaleway_rdb_instance",
  date: "2026-11-23",
};
const safety = `${docs}/reference-content/security-and-reliability/`;

/** Block Storage of a database: https://www.scaleway.com/en/docs/managed-databases-for-postgresql-and-mysql/concepts/, 2024-10-16. */
export const MAX_GIGABYTES = 10_000;
/** https://www.scaleway.com/en/developers/api/managed-database-postgre-mysql/, read 2026-11-25. */
export const MAX_READ_REPLICAS = 3;

const instance = "scaleway_rdb_instance";
const throughVariable = "the same thing, which code that Exeat writes names through a variable";

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
  {
    from: `${instance}.private_network.pn_id`,
    to: `${instance}.private_network.pn_id`,
    why: throughVariable,
  },
  {
    from: "scaleway_rdb_read_replica.private_network.private_network_id",
    to: "scaleway_rdb_read_replica.private_network.private_network_id",
    why: throughVariable,
  },
  ...["user_name", "database_name"].map(
    (path): Rewrite => ({
      from: `scaleway_rdb_privilege.${path}`,
      to: `scaleway_rdb_privilege.${path}`,
      why: "the administrator's privilege on the first database, named by reference or by name",
    }),
  ),
];

const versions: Readonly<Record<string, readonly unknown[]>> = {
  postgresql: catalogues.postgresqlVersion.offers.filter((o) => !o.legacy).map((o) => o.value),
  mysql: catalogues.mysqlVersion.offers.map((o) => o.value),
};

/** A private network alone has no list of addresses, and no list holds IPv6. */
function isListLost(props: Record<string, unknown>): boolean {
  const cidrs = (props["allowedCidrs"] ?? []) as readonly string[];
  return cidrs.some((c) => c.includes(":")) || (props["network"] !== undefined && props["publicAccess"] !== true);
}

export const losses: readonly Loss[] = [
  {
    path: "version",
    when: (props) => props["version"] !== undefined && !versions[String(props["engine"])]?.includes(props["version"]),
    severity: "degrades",
    class: "workaround",
    why: "Managed Databases do not create databases of this major version; PostgreSQL 17 is the newest.",
    instead: "Take the nearest version that is offered, and test the application on it first.",
    citation: catalogues.postgresqlVersion.citation,
  },
  {
    path: "storageGiB",
    when: (props) => gigabytesFrom(Number(props["storageGiB"] ?? 0)) > MAX_GIGABYTES,
    severity: "blocks",
    class: "redesign",
    why: "The disk of a database grows to 10 TB at most.",
    instead: "Move old rows to object storage, or divide the database.",
    citation: { source: `${docs}/concepts/#block-storage`, date: "2024-10-16" },
  },
  {
    path: "storageAutogrowMaxGiB",
    severity: "degrades",
    class: "workaround",
    why: "A disk does not grow by itself: a full one is read-only until somebody enlarges it.",
    instead: "Begin with room to grow, and let an alert of Cockpit say when the disk fills.",
    citation: { source: `${safety}#disk-full`, date: "2025-04-23" },
  },
  {
    path: "highAvailability",
    when: (props) => props["highAvailability"] === "multi-zone",
    severity: "degrades",
    class: "accept",
    why: "The standby stands in another rack of the same data centre.",
    instead: "Add a read replica in another zone and a runbook to promote it, or take the risk of a zone.",
    citation: { source: `${docs}/faq/`, date: "2025-01-29" },
  },
  {
    path: "readReplicas",
    when: (props) => Number(props["readReplicas"] ?? 0) > MAX_READ_REPLICAS,
    severity: "degrades",
    class: "workaround",
    why: "An instance has three read replicas at most.",
    instead: "Use larger nodes, or a cache in front of reads.",
    citation: {
      source: "https://www.scaleway.com/en/developers/api/managed-database-postgre-mysql/",
      date: "2026-11-25",
    },
  },
  {
    path: "pointInTimeRecovery",
    when: (props) => props["pointInTimeRecovery"] === true,
    severity: "degrades",
    class: "accept",
    why: "No restore to a second is documented: there are backups and snapshots.",
    instead: "Back up more often (the schedule counts in hours) and accept what is lost in between.",
    citation: mapping,
  },
  {
    path: "backupTime",
    severity: "cosmetic",
    class: "accept",
    why: "Backups follow the hour at which the schedule was last set.",
    instead: "Set the schedule at the hour that suits.",
    citation: { source: `${docs}/how-to/enable-autobackup/`, date: "2025-01-06" },
  },
  {
    path: "maintenanceWindow",
    severity: "cosmetic",
    class: "accept",
    why: "Scaleway sets the date of each maintenance; one may apply it earlier.",
    instead: "Apply announced maintenance by hand at an hour that suits.",
    citation: { source: `${docs}/how-to/apply-maintenance/`, date: "2025-05-02" },
  },
  {
    path: "autoMinorUpgrade",
    when: (props) => props["autoMinorUpgrade"] === false,
    severity: "cosmetic",
    class: "accept",
    why: "Minor versions are installed by maintenance that cannot be refused.",
    instead: "Test against the newest minor version all the time.",
    citation: { source: `${safety}#version-management`, date: "2025-04-23" },
  },
  {
    path: "encryption",
    when: (props) => props["encryption"] === "customer-key",
    severity: "degrades",
    class: "accept",
    why: "Scaleway holds the key that encrypts a database; backups as dumps are not encrypted at all.",
    instead: "Encrypt the columns that need it in the application.",
    citation: { source: `${docs}/api-cli/setting-up-encryption-at-rest/`, date: "2025-06-23" },
  },
  {
    path: "encryptionKey",
    severity: "degrades",
    class: "accept",
    why: "No database takes a key of Key Manager.",
    instead: "Encrypt the columns that need it in the application.",
    citation: { source: `${docs}/api-cli/setting-up-encryption-at-rest/`, date: "2025-06-23" },
  },
  {
    path: "publicAccess",
    when: (props) => props["publicAccess"] === false && props["network"] === undefined,
    severity: "degrades",
    class: "setting",
    why: "An instance without a private network gets a public endpoint.",
    instead: "Name a private network in `network`.",
    citation: { source: `${provider}:docs/resources/rdb_instance.md`, date: "2026-08-21" },
  },
  {
    path: "allowedCidrs",
    when: isListLost,
    severity: "degrades",
    class: "workaround",
    why: "Addresses are looked at on the public endpoint alone, and IPv4 only; whoever is in the private network may connect.",
    instead: "Give the database a private network of its own, with a network ACL of the VPC in front of it.",
    citation: { source: `${docs}/faq/`, date: "2025-01-29" },
  },
  {
    path: "firewalls",
    severity: "degrades",
    class: "workaround",
    why: "No group of firewall rules can be attached to a database.",
    instead: "Use the list of allowed addresses on the public endpoint, or a network ACL of the VPC.",
    citation: { source: "facts/mapping.md section 2, trap 8", date: "2026-11-21" },
  },
  {
    path: "passwordManagement",
    when: (props) => props["passwordManagement"] === "cloud",
    severity: "degrades",
    class: "workaround",
    why: "Nothing keeps or rotates the administrator's password.",
    instead: "Keep it in Secret Manager, and rotate it with a job of your own.",
    citation: schema,
  },
  {
    path: "port",
    severity: "cosmetic",
    class: "setting",
    why: "Scaleway gives each endpoint its port; the argument `port` of a private network is never sent.",
    instead: "Read the port from the outputs, and change the clients' connection strings.",
    citation: { source: `${provider}:internal/services/rdb/types.go`, date: "2026-08-21" },
  },
  {
    path: "iamAuthentication",
    when: (props) => props["iamAuthentication"] === true,
    severity: "degrades",
    class: "workaround",
    why: "Logins are users of the database, with passwords, apart from Scaleway's IAM.",
    instead: "Make a user with a password for each application, kept in Secret Manager.",
    citation: { source: `${safety}#database-access-management`, date: "2025-04-23" },
  },
  {
    path: "deletionProtection",
    when: (props) => props["deletionProtection"] === false,
    severity: "cosmetic",
    class: "setting",
    why: "The service refuses no deletion; the code does, in its lifecycle, for everything that holds data.",
    instead: "Take `prevent_destroy` out of the written code where a database may go.",
    citation: schema,
  },
];

export const exit: ExitFacts = {
  endpoint: "{host}:{port}",
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
      text: "Without a private network the database is open to every address until a list of allowed ones is applied.",
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
      citation: replication,
    },
  ],
};
