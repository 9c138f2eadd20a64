import { pick } from "../catalogue.ts";
import type { Tree } from "../native.ts";
import type { Loss } from "../provider.ts";
import { catalogues } from "./catalog.ts";
import { gigabytesFrom } from "./disk-units.ts";
import { isClosed, isListLost } from "./sql-database-clients.ts";
import { nameLosses } from "./sql-database-names.ts";
import { settingsLoss } from "./sql-database-settings.ts";

const docs = "https://www.scaleway.com/en/docs/managed-databases-for-postgresql-and-mysql";
const provider = "scaleway/terraform-provider-scaleway@b2d45ed";
const mapping = { source: "facts/mapping.md section 6, components 8 and 9", date: "2026-11-21" };
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

const versions: Readonly<Record<string, readonly unknown[]>> = {
  postgresql: catalogues.postgresqlVersion.offers.filter((o) => !o.legacy).map((o) => o.value),
  mysql: catalogues.mysqlVersion.offers.map((o) => o.value),
};

function offered(engine: string): string {
  return (versions[engine] ?? []).join(", ");
}

export const losses: readonly Loss[] = [
  ...nameLosses,
  {
    path: "size",
    when: (props) => !pick(catalogues.databaseSize, props["size"] as Tree).exact,
    severity: "blocks",
    class: "redesign",
    why: "No node is as large.",
    instead: "Split the data over several instances, or run the engine on a machine of one's own.",
    citation: catalogues.databaseSize.citation,
  },
  {
    path: "version",
    when: (props) => props["version"] !== undefined && !versions[String(props["engine"])]?.includes(props["version"]),
    severity: "degrades",
    class: "workaround",
    why: `Managed Databases do not create databases of this version: they offer PostgreSQL ${offered("postgresql")} and MySQL ${offered("mysql")}.`,
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
    when: (props) => props["publicAccess"] === false && props["subnets"] === undefined && !isClosed(props),
    severity: "degrades",
    class: "setting",
    why: "An instance without a private network gets a public endpoint: the addresses that are let in reach it over the internet.",
    instead: "Name a private network in `subnets`.",
    citation: { source: `${provider}:docs/resources/rdb_instance.md`, date: "2026-08-21" },
  },
  {
    path: "allowedCidrs",
    when: isListLost,
    severity: "degrades",
    class: "workaround",
    why: "Addresses are looked at on the public endpoint alone, and IPv4 only; whoever is in the private network may connect. All of the internet is let in only where `publicAccess` is asked for.",
    instead:
      "Give the database a private network of its own, with a network ACL of the VPC in front of it; on a public endpoint list the clients.",
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
  settingsLoss,
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
