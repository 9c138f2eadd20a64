import type { Case } from "./case.ts";

const outside = (external: string) => ({ external, literal: true }) as const;
const made = (natives: readonly string[], losses: readonly string[] = [], region?: string) => ({
  natives,
  losses,
  ...(region === undefined ? {} : { region }),
});

const aws = "aws_db_instance";
const scaleway = "scaleway_rdb_instance";
/** Who may connect: nobody, where neither a network nor an address is asked for. */
const acl = "scaleway_rdb_acl";
const ovh = "ovh_cloud_project_database";

export const sqlDatabaseCases: readonly Case<"sql-database">[] = [
  {
    title: "a PostgreSQL nobody asks anything of",
    props: { engine: "postgresql" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "a MySQL of a given version",
    props: { engine: "mysql", version: "8.0" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "a PostgreSQL 16 with names, labels and no brake on deletion",
    props: {
      engine: "postgresql",
      version: "16",
      databaseName: "shop",
      adminUser: "shopadmin",
      deletionProtection: false,
      labels: { team: "billing" },
    },
    expects: {
      aws: made([aws]),
      scaleway: made([scaleway, acl, "scaleway_rdb_database", "scaleway_rdb_privilege"], ["deletionProtection"]),
      ovh: made([ovh, "ovh_cloud_project_database_database"], ["adminUser", "labels"]),
    },
  },
  {
    title: "the newest PostgreSQL",
    props: { engine: "postgresql", version: "18" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl], ["version"]), ovh: made([ovh], ["version"]) },
  },
  {
    title: "a version nobody makes any more",
    props: { engine: "postgresql", version: "9.6" },
    expects: {
      aws: made([aws], ["version"]),
      scaleway: made([scaleway, acl], ["version"]),
      ovh: made([ovh], ["version"]),
    },
  },
  {
    title: "a large machine whose disk grows by itself",
    props: {
      engine: "postgresql",
      version: "16",
      size: { vcpu: 8, memoryGiB: 32 },
      storageGiB: 500,
      storageAutogrowMaxGiB: 2000,
    },
    expects: {
      aws: made([aws]),
      scaleway: made([scaleway, acl], ["storageAutogrowMaxGiB"]),
      ovh: made([ovh], ["storageAutogrowMaxGiB"]),
    },
  },
  {
    title: "a machine larger than any",
    props: { engine: "postgresql", version: "16", size: { vcpu: 512, memoryGiB: 2048 } },
    expects: {
      aws: made([aws], ["size.memoryGiB", "size.vcpu"]),
      scaleway: made([scaleway, acl], ["size.memoryGiB", "size.vcpu"]),
      ovh: made([ovh], ["size.memoryGiB", "size.vcpu"]),
    },
  },
  {
    title: "a disk of twenty tebibytes",
    props: { engine: "postgresql", version: "16", storageGiB: 20_480 },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl], ["storageGiB"]), ovh: made([ovh], ["storageGiB"]) },
  },
  {
    title: "more disk than comes with the machine",
    props: { engine: "postgresql", version: "16", size: { vcpu: 2, memoryGiB: 8 }, storageGiB: 400 },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "a very large disk beside a small machine",
    props: { engine: "mysql", version: "8.0", size: { vcpu: 2, memoryGiB: 4 }, storageGiB: 3000 },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "a standby in the same place",
    props: { engine: "mysql", version: "8.0", highAvailability: "same-zone" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "a standby in another zone",
    props: { engine: "postgresql", version: "16", highAvailability: "multi-zone" },
    expects: {
      aws: made([aws]),
      scaleway: made([scaleway, acl], ["highAvailability"]),
      ovh: made([ovh]),
    },
  },
  {
    title: "a standby in another zone, in a region that may have one zone only",
    props: { engine: "mysql", version: "8.0", highAvailability: "multi-zone" },
    expects: {
      aws: made([aws]),
      scaleway: made([scaleway, acl], ["highAvailability"]),
      ovh: made([ovh], ["highAvailability"], "GRA11"),
    },
  },
  {
    title: "no standby",
    props: { engine: "postgresql", version: "16", highAvailability: "none" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "two copies for reading",
    props: { engine: "postgresql", version: "16", readReplicas: 2, backupRetentionDays: 7 },
    expects: {
      aws: made([aws, aws, aws]),
      scaleway: made([scaleway, acl, "scaleway_rdb_read_replica", "scaleway_rdb_read_replica"]),
      ovh: made([ovh], ["readReplicas"]),
    },
  },
  {
    title: "five copies for reading",
    props: { engine: "mysql", version: "8.0", readReplicas: 5 },
    expects: {
      aws: made([aws, aws, aws, aws, aws, aws]),
      scaleway: made([scaleway, acl, ...Array<string>(3).fill("scaleway_rdb_read_replica")], ["readReplicas"]),
      ovh: made([ovh], ["readReplicas"]),
    },
  },
  {
    title: "a copy for reading in a private network",
    props: {
      engine: "postgresql",
      version: "16",
      readReplicas: 1,
      backupRetentionDays: 7,
      subnets: [outside("backend")],
    },
    expects: {
      aws: made([aws, aws]),
      scaleway: made([scaleway, "scaleway_rdb_read_replica"]),
      ovh: made([ovh], ["readReplicas"]),
    },
  },
  {
    title: "restore to any second of the last fortnight",
    props: {
      engine: "postgresql",
      version: "16",
      backupRetentionDays: 14,
      pointInTimeRecovery: true,
      backupTime: "02:30",
    },
    expects: {
      aws: made([aws]),
      scaleway: made([scaleway, acl], ["backupTime", "pointInTimeRecovery"]),
      ovh: made([ovh]),
    },
  },
  {
    title: "backups are kept for two months",
    props: { engine: "mysql", version: "8.0", backupRetentionDays: 60 },
    expects: {
      aws: made([aws], ["backupRetentionDays"]),
      scaleway: made([scaleway, acl]),
      ovh: made([ovh], ["backupRetentionDays"]),
    },
  },
  {
    title: "no automatic backups",
    props: { engine: "mysql", version: "8.0", backupRetentionDays: 0 },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "maintenance late on a Sunday, minor versions by hand",
    props: { engine: "postgresql", version: "16", maintenanceWindow: "sun:23:45", autoMinorUpgrade: false },
    expects: {
      aws: made([aws]),
      scaleway: made([scaleway, acl], ["autoMinorUpgrade", "maintenanceWindow"]),
      ovh: made([ovh], ["autoMinorUpgrade", "maintenanceWindow"]),
    },
  },
  {
    title: "minor versions come by themselves",
    props: { engine: "mysql", version: "8.0", autoMinorUpgrade: true },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "minor versions come by themselves",
    props: { engine: "mysql", version: "8.0", autoMinorUpgrade: true },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "encrypted with keys of the provider",
    props: { engine: "postgresql", version: "16", encryption: "provider-key" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "encrypted with a key the customer controls",
    props: { engine: "postgresql", version: "16", encryption: "customer-key", encryptionKey: outside("kms-key") },
    expects: {
      aws: made([aws]),
      scaleway: made([scaleway, acl], ["encryption", "encryptionKey"]),
      ovh: made([ovh], ["encryption", "encryptionKey"]),
    },
  },
  {
    title: "a customer key is asked for and none is named",
    props: { engine: "postgresql", version: "16", encryption: "customer-key" },
    expects: {
      aws: made([aws], ["encryption"]),
      scaleway: made([scaleway, acl], ["encryption"]),
      ovh: made([ovh], ["encryption"]),
    },
  },
  {
    title: "encryption is asked not to be used",
    props: { engine: "mysql", version: "8.0", encryption: "none" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "in a private network, for some addresses and a firewall group",
    props: {
      engine: "postgresql",
      version: "16",
      subnets: [outside("backend")],
      allowedCidrs: ["10.0.0.0/8", "192.0.2.0/24"],
      firewalls: [outside("sg-0a1b2c3d")],
    },
    expects: {
      aws: made([aws, "aws_security_group"]),
      scaleway: made([scaleway], ["allowedCidrs", "firewalls"]),
      ovh: made([ovh], ["firewalls"]),
    },
  },
  {
    title: "reachable from the internet, by some addresses",
    props: { engine: "mysql", version: "8.0", publicAccess: true, allowedCidrs: ["198.51.100.7/32"] },
    expects: {
      aws: made([aws, "aws_security_group"]),
      scaleway: made([scaleway, acl]),
      ovh: made([ovh]),
    },
  },
  {
    title: "every address may connect",
    props: { engine: "mysql", version: "8.0", publicAccess: true, allowedCidrs: ["0.0.0.0/0"] },
    expects: { aws: made([aws, "aws_security_group"]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "kept from the internet, in no network of its own",
    props: { engine: "postgresql", version: "16", publicAccess: false },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh], ["publicAccess"]) },
  },
  {
    title: "kept from the internet, for some addresses",
    props: { engine: "postgresql", version: "16", publicAccess: false, allowedCidrs: ["198.51.100.0/24"] },
    expects: {
      aws: made([aws, "aws_security_group"]),
      scaleway: made([scaleway, acl], ["publicAccess"]),
      ovh: made([ovh], ["publicAccess"]),
    },
  },
  {
    title: "every address of a network may connect that nobody asked to be the internet",
    props: { engine: "postgresql", version: "16", allowedCidrs: ["0.0.0.0/0"] },
    expects: {
      aws: made([aws, "aws_security_group"]),
      scaleway: made([scaleway, acl], ["allowedCidrs"]),
      ovh: made([ovh], ["allowedCidrs"]),
    },
  },
  {
    title: "reachable from the internet, by addresses of both families",
    props: {
      engine: "mysql",
      version: "8.0",
      publicAccess: true,
      allowedCidrs: ["198.51.100.0/24", "2001:db8::/32"],
    },
    expects: {
      aws: made([aws, "aws_security_group"]),
      scaleway: made([scaleway, acl], ["allowedCidrs"]),
      ovh: made([ovh]),
    },
  },
  {
    title: "reachable from the internet, by addresses of IPv6",
    props: { engine: "postgresql", version: "16", publicAccess: true, allowedCidrs: ["2001:db8::/32"] },
    expects: {
      aws: made([aws, "aws_security_group"]),
      scaleway: made([scaleway, acl], ["allowedCidrs"]),
      ovh: made([ovh]),
    },
  },
  {
    title: "in a private network and reachable from the internet",
    props: {
      engine: "postgresql",
      version: "16",
      publicAccess: true,
      subnets: [outside("subnet-a"), outside("subnet-b")],
    },
    expects: {
      aws: made([aws, "aws_db_subnet_group"]),
      scaleway: made([scaleway, acl]),
      ovh: made([ovh], ["publicAccess"]),
    },
  },
  {
    title: "in a private network, for every address",
    props: { engine: "mysql", version: "8.0", subnets: [outside("backend")], allowedCidrs: ["0.0.0.0/0"] },
    expects: {
      aws: made([aws, "aws_security_group"]),
      scaleway: made([scaleway], ["allowedCidrs"]),
      ovh: made([ovh]),
    },
  },
  {
    title: "reachable from the internet, for an address that no list names",
    props: { engine: "postgresql", version: "16", publicAccess: true },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "settings of the server differ from its defaults",
    props: {
      engine: "postgresql",
      version: "16",
      parameters: { max_connections: "200", log_min_duration_statement: "500" },
    },
    expects: {
      aws: made([aws, "aws_db_parameter_group"]),
      scaleway: made([scaleway, acl]),
      ovh: made([ovh], ["parameters"]),
    },
  },
  {
    title: "slow statements are logged",
    props: { engine: "mysql", version: "8.0", parameters: { slow_query_log: "ON", long_query_time: "2" } },
    expects: { aws: made([aws, "aws_db_parameter_group"]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "another port",
    props: { engine: "postgresql", version: "16", port: 6543 },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl], ["port"]), ovh: made([ovh], ["port"]) },
  },
  {
    title: "a port below those for users",
    props: { engine: "mysql", version: "8.0", port: 1024 },
    expects: { aws: made([aws], ["port"]), scaleway: made([scaleway, acl], ["port"]), ovh: made([ovh], ["port"]) },
  },
  {
    title: "logins through the identity service",
    props: { engine: "postgresql", version: "16", iamAuthentication: true },
    expects: {
      aws: made([aws]),
      scaleway: made([scaleway, acl], ["iamAuthentication"]),
      ovh: made([ovh], ["iamAuthentication"]),
    },
  },
  {
    title: "the cloud keeps the administrator's password",
    props: { engine: "postgresql", version: "16", passwordManagement: "cloud" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl], ["passwordManagement"]), ovh: made([ovh]) },
  },
  {
    title: "the cloud keeps the password of a database with a copy",
    props: { engine: "mysql", version: "8.0", passwordManagement: "cloud", readReplicas: 1 },
    expects: {
      aws: made([aws, aws], ["passwordManagement"]),
      scaleway: made([scaleway, acl, "scaleway_rdb_read_replica"], ["passwordManagement"]),
      ovh: made([ovh], ["readReplicas"]),
    },
  },
  {
    title: "the operator keeps the administrator's password",
    props: { engine: "mysql", version: "8.0", passwordManagement: "operator" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh], ["passwordManagement"]) },
  },
  {
    title: "the administrator is called as some clouds always call it",
    props: { engine: "postgresql", version: "16", adminUser: "avnadmin" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
  {
    title: "the administrator of a PostgreSQL has a name that the engine keeps",
    props: { engine: "postgresql", version: "16", adminUser: "admin" },
    expects: { aws: made([aws], ["adminUser"]), scaleway: made([scaleway, acl]), ovh: made([ovh], ["adminUser"]) },
  },
  {
    title: "the administrator of a MySQL has that name",
    props: { engine: "mysql", version: "8.0", adminUser: "admin" },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh], ["adminUser"]) },
  },
  {
    title: "names that only some services take",
    props: {
      engine: "mysql",
      version: "8.0",
      adminUser: "the-administrator-of-the-whole-shop",
      databaseName: "shop-prod",
    },
    expects: {
      aws: made([aws], ["adminUser", "databaseName"]),
      scaleway: made([scaleway, acl, "scaleway_rdb_database", "scaleway_rdb_privilege"]),
      ovh: made([ovh, "ovh_cloud_project_database_database"], ["adminUser"]),
    },
  },
  {
    title: "names that stand on every instance of one cloud",
    props: { engine: "postgresql", version: "16", adminUser: "_rdb_owner", databaseName: "rdb" },
    expects: {
      aws: made([aws], ["adminUser"]),
      scaleway: made([scaleway, acl, "scaleway_rdb_database", "scaleway_rdb_privilege"], ["adminUser", "databaseName"]),
      ovh: made([ovh, "ovh_cloud_project_database_database"], ["adminUser"]),
    },
  },
  {
    title: "a database whose name begins with a digit",
    props: { engine: "postgresql", version: "16", databaseName: "1db" },
    expects: {
      aws: made([aws], ["databaseName"]),
      scaleway: made([scaleway, acl, "scaleway_rdb_database", "scaleway_rdb_privilege"], ["databaseName"]),
      ovh: made([ovh, "ovh_cloud_project_database_database"]),
    },
  },
  {
    title: "a switch of one cloud beside a setting of the engine",
    props: {
      engine: "postgresql",
      version: "16",
      parameters: { "rdb.enable_pgaudit": "on", log_min_duration_statement: "500" },
    },
    expects: {
      aws: made([aws, "aws_db_parameter_group"], ["parameters"]),
      scaleway: made([scaleway, acl]),
      ovh: made([ovh], ["parameters"]),
    },
  },
  {
    title: "a switch of one cloud alone",
    props: { engine: "postgresql", version: "16", parameters: { "rdb.enable_pgaudit": "on" } },
    expects: {
      aws: made([aws], ["parameters"]),
      scaleway: made([scaleway, acl]),
      ovh: made([ovh], ["parameters"]),
    },
  },
  {
    title: "settings that one cloud computes of its machine, and switches of its own",
    props: {
      engine: "postgresql",
      version: "16",
      parameters: {
        "rds.force_ssl": "1",
        autovacuum_max_workers: "GREATEST({DBInstanceClassMemory/64371566592},3)",
        deadlock_timeout: "2000",
      },
    },
    expects: {
      aws: made([aws, "aws_db_parameter_group"]),
      scaleway: made([scaleway, acl], ["parameters"]),
      ovh: made([ovh], ["parameters"]),
    },
  },
  {
    title: "memory in whole mebibytes, as the engine counts it",
    props: {
      engine: "postgresql",
      version: "16",
      parameters: { work_mem: "65536", maintenance_work_mem: "153600", effective_cache_size: "166400" },
    },
    expects: {
      aws: made([aws, "aws_db_parameter_group"]),
      scaleway: made([scaleway, acl]),
      ovh: made([ovh], ["parameters"]),
    },
  },
  {
    title: "a switch in other words",
    props: { engine: "postgresql", version: "16", parameters: { jit: "1" } },
    expects: {
      aws: made([aws, "aws_db_parameter_group"]),
      scaleway: made([scaleway, acl]),
      ovh: made([ovh]),
    },
  },
  {
    title: "settings that some clouds do not let anybody change, or not so far",
    props: { engine: "postgresql", version: "16", parameters: { log_statement: "ddl", statement_timeout: "500" } },
    expects: {
      aws: made([aws, "aws_db_parameter_group"]),
      scaleway: made([scaleway, acl], ["parameters"]),
      ovh: made([ovh], ["parameters"]),
    },
  },
  {
    title: "memory that is no whole mebibyte",
    props: { engine: "postgresql", version: "16", parameters: { work_mem: "64" } },
    expects: {
      aws: made([aws, "aws_db_parameter_group"]),
      scaleway: made([scaleway, acl], ["parameters"]),
      ovh: made([ovh], ["parameters"]),
    },
  },
  {
    title: "protected from deletion",
    props: { engine: "mysql", version: "8.0", deletionProtection: true },
    expects: { aws: made([aws]), scaleway: made([scaleway, acl]), ovh: made([ovh]) },
  },
];
