import { pick } from "../catalogue.ts";
import type { Tree } from "../native.ts";
import type { Loss, Offer } from "../provider.ts";
import { catalogues, LARGEST_DISK } from "./catalog.ts";
import { carriesAll } from "./settings.ts";
import { clientsLoss } from "./sql-database-clients.ts";
import { MOST_DAYS } from "./sql-database-facts.ts";

const mapping = { source: "facts/mapping.md section 6, components 8 and 9, OVHcloud", date: "2026-11-21" };
const databases = "ovh/docs pages/public_cloud/public_cloud_databases";
const date = "2026-11-25";

const sold = (offers: readonly Offer[]) => offers.filter((o) => !o.legacy).map((o) => o.value);
const versions: Readonly<Record<string, readonly unknown[]>> = {
  postgresql: sold(catalogues.postgresqlVersion.offers),
  mysql: sold(catalogues.mysqlVersion.offers),
};

type Asked = Record<string, unknown>;

export const losses: readonly Loss[] = [
  {
    path: "size",
    when: ({ size }: Asked) => !pick(catalogues.databaseSize, size as Tree).exact,
    severity: "blocks",
    class: "redesign",
    why: "No machine of Managed Databases is as large.",
    instead: "Split the data over several services, or run the engine on instances of one's own.",
    citation: catalogues.databaseSize.citation,
  },
  {
    path: "version",
    when: ({ engine, version }: Asked) => version !== undefined && !versions[String(engine)]?.includes(version),
    severity: "degrades",
    class: "workaround",
    why: "OVHcloud creates PostgreSQL 14 to 17 and MySQL 8.0.",
    instead: "Take the nearest major version that is offered, and test the application on it first.",
    citation: {
      source: `${databases}/postgresql_01_capabilities (2025-06-18), mysql_01_capabilities (2024-05-27)`,
      date,
    },
  },
  {
    path: "adminUser",
    when: ({ adminUser }: Asked) => adminUser !== "avnadmin",
    severity: "cosmetic",
    class: "setting",
    why: "The administrator of every service is avnadmin.",
    instead: "Change the login in connection strings, or make a user of the old name.",
    citation: mapping,
  },
  {
    path: "labels",
    severity: "cosmetic",
    class: "accept",
    why: "The resource of a service takes no tags.",
    instead: "Tag the service through OVHcloud's IAM (`ovh_iam_resource_tags`) where tags must be kept.",
    citation: { source: "facts/mapping.md section 5, Tags", date: "2026-11-21" },
  },
  {
    path: "storageGiB",
    when: ({ storageGiB }: Asked) => Number(storageGiB ?? 0) > LARGEST_DISK,
    severity: "blocks",
    class: "redesign",
    why: "The largest machine carries a disk of 15 TB.",
    instead: "Split the data over several services, or run the engine on instances of one's own.",
    citation: catalogues.databaseDisk.citation,
  },
  {
    path: "storageAutogrowMaxGiB",
    severity: "degrades",
    class: "workaround",
    why: "Disks do not grow by themselves: a full one makes the service read-only.",
    instead: "Watch the disk's use, and raise `disk_size` in time.",
    citation: { source: `${databases}/postgresql_01_capabilities (2025-06-18), Effective storage`, date },
  },
  {
    path: "readReplicas",
    when: ({ readReplicas }: Asked) => Number(readReplicas ?? 0) > 0,
    severity: "degrades",
    class: "workaround",
    why: "Copies for reading beside the standby nodes of the plan are planned, not sold.",
    instead: "Read from the plan's standby nodes, or fork a second service where its age does not matter.",
    citation: mapping,
  },
  {
    path: "highAvailability",
    when: ({ highAvailability }: Asked) => highAvailability === "multi-zone",
    severity: "degrades",
    class: "redesign",
    why: "In a region of one zone all nodes stand in that zone, on different hosts.",
    instead: "Deploy to EU-WEST-PAR, which has three zones.",
    citation: { source: `${databases}/databases_18_regions_comparison (2025-08-22)`, date },
  },
  {
    path: "backupRetentionDays",
    when: ({ backupRetentionDays }: Asked) => Number(backupRetentionDays ?? 0) > MOST_DAYS,
    severity: "degrades",
    class: "workaround",
    why: "Backups are kept 14 days (production) or 30 days (advanced), as the plan says.",
    instead: "Dump to a bucket on a schedule, and keep the dumps as long as needed.",
    citation: { source: `${databases}/postgresql_01_capabilities (2025-06-18), Backups`, date },
  },
  {
    path: "maintenanceWindow",
    severity: "cosmetic",
    class: "setting",
    why: "Maintenance has a time of day and no day of the week.",
    instead: "Set `maintenance_time`, and watch the list of planned maintenance.",
    citation: { source: `${databases}/databases_15_maintenances (2024-05-22)`, date },
  },
  {
    path: "autoMinorUpgrade",
    when: ({ autoMinorUpgrade }: Asked) => autoMinorUpgrade === false,
    severity: "degrades",
    class: "accept",
    why: "OVHcloud installs minor versions by itself.",
    instead: "Test against the newest minor version, and announce `maintenance_time`.",
    citation: { source: `${databases}/information_05_capabilities (2025-07-31), Feature Availability`, date },
  },
  {
    path: "encryption",
    when: ({ encryption }: Asked) => encryption === "customer-key",
    severity: "degrades",
    class: "redesign",
    why: "Volumes and backups are encrypted with keys of OVHcloud; a service takes none of the customer's.",
    instead: "Encrypt the columns that need it in the application, with a key in OKMS.",
    citation: { source: `${databases}/information_04_faq (2025-07-31), Security`, date },
  },
  {
    path: "encryptionKey",
    severity: "degrades",
    class: "redesign",
    why: "No key can be named for a service.",
    instead: "Keep the key in OKMS and use it in the application.",
    citation: { source: `${databases}/information_04_faq (2025-07-31), Security`, date },
  },
  {
    path: "publicAccess",
    when: ({ publicAccess, subnets }: Asked) => publicAccess === (subnets !== undefined),
    severity: "degrades",
    class: "redesign",
    why: "A service stands either in the public network or in a private one; without a private network its endpoint is public, closed to all but the listed addresses.",
    instead: "Name the private network, or list the addresses that may connect.",
    citation: { source: `${databases}/information_04_faq (2025-07-31), Network`, date },
  },
  clientsLoss,
  {
    path: "firewalls",
    severity: "degrades",
    class: "workaround",
    why: "A service knows lists of addresses, no security groups.",
    instead: "List the addresses of the clients in `allowedCidrs`.",
    citation: mapping,
  },
  {
    path: "parameters",
    when: ({ engine, parameters }: Asked) =>
      !carriesAll(engine === "mysql" ? "mysql" : "postgresql", (parameters ?? {}) as Record<string, string>),
    severity: "degrades",
    class: "workaround",
    why: "Only the settings that OVHcloud lists can be changed; connections follow from the memory of the machine.",
    instead: "Leave the others at their defaults, and size the machine or a PgBouncer pool for the connections.",
    citation: {
      source: `${databases}/postgresql_10_advanced_parameters_references (2024-01-30), mysql_08_advanced_parameters_references (2023-02-06)`,
      date,
    },
  },
  {
    path: "port",
    severity: "cosmetic",
    class: "setting",
    why: "OVHcloud chooses the port; it is read from the endpoint.",
    instead: "Take the port from the output, and change the clients' connection strings.",
    citation: mapping,
  },
  {
    path: "iamAuthentication",
    when: ({ iamAuthentication }: Asked) => iamAuthentication === true,
    severity: "degrades",
    class: "redesign",
    why: "Logins are users of the database with a password; OVHcloud's IAM opens none.",
    instead: "Make a user per application, and rotate its password from a secret store.",
    citation: { source: "ovh/terraform-provider-ovh@a1ae5bc docs/resources/cloud_project_database_user.md", date },
  },
  {
    path: "passwordManagement",
    when: ({ passwordManagement }: Asked) => passwordManagement === "operator",
    severity: "cosmetic",
    class: "workaround",
    why: "OVHcloud makes every password; none can be given.",
    instead: "Reset avnadmin's password once, and put it where the applications look for it.",
    citation: { source: "ovh/terraform-provider-ovh@a1ae5bc docs/resources/cloud_project_database_user.md", date },
  },
];
