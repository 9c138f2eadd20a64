import { z } from "zod";
import { SAME_RANGE } from "./cidr.ts";
import { defineKind, prop } from "./component.ts";
import { anywhere, encryption, flag, leadsTo, weeklyTime } from "./prop-words.ts";

const DISK_GIB = 20;

const SqlDatabaseProps = z.strictObject({
  /** Wire protocol and dialect. Aurora counts by protocol, MariaDB as mysql. */
  engine: z.enum(["postgresql", "mysql"]),
  /** Major version, e.g. "16" or "8.0" (MySQL counts major.minor). Default: the newest the cloud offers. */
  version: prop(z.string().regex(/^\d+(\.\d+)?$/, 'a version, as "16" or "8.0"'), { catalogued: true }).optional(),
  /** Smallest machine that will do. Default: 2 vCPU, 4 GiB. */
  size: prop(
    z.strictObject({
      /** Processors as the operating system counts them. */
      vcpu: prop(z.number().positive(), { satisfies: { rule: "atLeast" } }),
      /** Memory in GiB of 1024 MiB. */
      memoryGiB: prop(z.number().positive(), { satisfies: { rule: "atLeast" } }),
    }),
    { catalogued: true },
  ).default({ vcpu: 2, memoryGiB: 4 }),
  /** Disk in GiB. Default: 20. */
  storageGiB: prop(z.number().positive(), { satisfies: { rule: "atLeast" } }).default(DISK_GIB),
  /** Upper bound up to which the disk grows by itself. Default: it does not. */
  storageAutogrowMaxGiB: prop(z.number().positive(), { satisfies: { rule: "atLeast" } }).optional(),
  /** Where a standby stands. Default: none. */
  highAvailability: prop(z.enum(["none", "same-zone", "multi-zone"]), {
    satisfies: { rule: "ordered", values: ["none", "same-zone", "multi-zone"] },
  }).optional(),
  /** Read-only copies that applications may query. Default: 0. */
  readReplicas: prop(z.int().min(0), { satisfies: { rule: "atLeast" } }).optional(),
  /** Days automatic backups are kept; 0 = no automatic backups. Default: the cloud's. */
  backupRetentionDays: prop(z.int().min(0), { satisfies: { rule: "atLeast" } }).optional(),
  /** Restore to any second within the retention. Default: false. */
  pointInTimeRecovery: prop(z.boolean(), { satisfies: { rule: "atLeast" } }).optional(),
  /** Start of the daily backup, UTC, HH:MM. */
  backupTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day in UTC, as "02:30"')
    .optional(),
  /** Start of the weekly maintenance, UTC, e.g. "sun:03:00". */
  maintenanceWindow: weeklyTime().optional(),
  /** Encryption at rest. Default: as the cloud guarantees. */
  encryption: encryption({ safest: "provider-key" }).optional(),
  /** The key, with `encryption: customer-key`. */
  encryptionKey: anywhere().optional(),
  /** Reachable from the internet. Default: false. */
  publicAccess: flag().optional(),
  /** CIDR blocks that may connect, beside what `firewalls` let in. Default: what the cloud lets in, often nobody. */
  allowedCidrs: prop(z.array(prop(z.string(), SAME_RANGE)), { satisfies: { rule: "setOf" } }).optional(),
  /** Subnets it stands in: `subnet` outputs of a network. Where the cloud takes one, the first. Default: no private network. */
  subnets: prop(z.array(leadsTo("network", "subnet")).min(1), { satisfies: { rule: "anyOf" } }).optional(),
  /** Groups of firewall rules attached to it. */
  firewalls: prop(z.array(leadsTo("firewall", "id")), { satisfies: { rule: "setOf" } }).optional(),
  /** First database inside the server. */
  databaseName: z.string().min(1).optional(),
  /** Login of the administrator. Passwords are never part of a workload: see `passwordManagement`. */
  adminUser: z.string().min(1).optional(),
  /** Who keeps the administrator's password: the cloud's secret store, or the operator through a sensitive variable. Default: operator. */
  passwordManagement: z.enum(["cloud", "operator"]).optional(),
  /** Server settings by the engine's own names, e.g. `max_connections`. */
  parameters: prop(z.record(z.string(), z.string()), { satisfies: { rule: "sameSettings" } }).optional(),
  /** TCP port. Default: the cloud's. */
  port: z.int().min(1).max(65_535).optional(),
  /** Logins through the cloud's identity service. Default: false. */
  iamAuthentication: flag().optional(),
  /** Minor versions are installed in the maintenance window by themselves. Default: true. */
  autoMinorUpgrade: z.boolean().optional(),
  /** Refuse to delete. Default: true in code Exeat writes. */
  deletionProtection: prop(z.boolean(), { safest: true }).optional(),
  /** Key/value labels. */
  labels: z.record(z.string(), z.string()).optional(),
});

export const sqlDatabase = defineKind({
  kind: "sql-database",
  title: "Managed PostgreSQL or MySQL",
  props: SqlDatabaseProps,
  outputs: ["host", "port", "databaseName"],
  labels: ["labels"],
  effortKey: (props) => (props["engine"] === "mysql" ? "mysql" : "postgres"),
  contradictions: ({ storageGiB = DISK_GIB, storageAutogrowMaxGiB: most }) =>
    most === undefined || most > storageGiB
      ? []
      : [
          {
            path: ["storageAutogrowMaxGiB"],
            says: `is no more than \`storageGiB\`, ${storageGiB}: the disk could not grow. Write more, or leave it out.`,
          },
        ],
  generate(fc) {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/);
    const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, "0")}:00`);
    return fc
      .record(
        {
          engine: fc.constantFrom("postgresql" as const, "mysql" as const),
          versionIndex: fc.nat({ max: 9 }),
          size: fc.record({
            vcpu: fc.constantFrom(1, 2, 4, 8, 16, 32),
            memoryGiB: fc.constantFrom(2, 4, 8, 16, 32, 64, 128),
          }),
          storageGiB: fc.integer({ min: 20, max: 4000 }),
          storageAutogrowMaxGiB: fc.integer({ min: 5000, max: 10_000 }),
          highAvailability: fc.constantFrom("none" as const, "same-zone" as const, "multi-zone" as const),
          readReplicas: fc.integer({ min: 0, max: 3 }),
          backupRetentionDays: fc.integer({ min: 0, max: 35 }),
          pointInTimeRecovery: fc.boolean(),
          backupTime: hour,
          maintenanceWindow: fc.tuple(fc.constantFrom("mon", "sun", "wed"), hour).map(([d, h]) => `${d}:${h}`),
          encryption: fc.constantFrom("none" as const, "provider-key" as const, "customer-key" as const),
          publicAccess: fc.boolean(),
          allowedCidrs: fc.uniqueArray(fc.constantFrom("10.0.0.0/8", "192.0.2.0/24", "198.51.100.7/32"), {
            minLength: 1,
          }),
          subnets: fc
            .uniqueArray(word, { minLength: 1, maxLength: 3 })
            .map((ids) => ids.map((external) => ({ external, literal: true }))),
          databaseName: word,
          adminUser: word.map((w) => `u${w}`),
          passwordManagement: fc.constantFrom("cloud" as const, "operator" as const),
          parameters: fc.constant({ max_connections: "200" }),
          port: fc.constantFrom(5432, 3306, 6543),
          iamAuthentication: fc.boolean(),
          autoMinorUpgrade: fc.boolean(),
          deletionProtection: fc.boolean(),
          labels: fc.dictionary(word, word, { minKeys: 1, maxKeys: 3 }),
        },
        { requiredKeys: ["engine"] },
      )
      .map(({ versionIndex, ...p }) => ({
        ...p,
        ...(versionIndex === undefined ? {} : { version: versionOf(p.engine, versionIndex) }),
        ...(p.encryption === "customer-key" ? { encryptionKey: { external: "kms-key", literal: true } } : {}),
        // Restoring to any second needs backups to start from.
        ...(p.pointInTimeRecovery ? { backupRetentionDays: Math.max(1, p.backupRetentionDays ?? 7) } : {}),
      }));
  },
});

function versionOf(engine: "postgresql" | "mysql", index: number): string {
  const versions = engine === "postgresql" ? ["13", "14", "15", "16", "17", "18"] : ["5.7", "8.0", "8.4"];
  return versions[index % versions.length] as string;
}
