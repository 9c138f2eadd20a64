import { ObjectBucket, SqlDatabase, Workload } from "../constructs/index.ts";

/** A small shop: what it sells from, what it must keep, and its blog. The same as `shop.yaml`. */
export const shop = new Workload();

const logs = new ObjectBucket(shop, "logs", {
  blockPublicAccess: true,
  lifecycleRules: [{ id: "forget", expireAfterDays: 90 }],
});

new ObjectBucket(shop, "invoices", {
  versioning: true,
  encryption: "provider-key",
  blockPublicAccess: true,
  requireTls: true,
  lifecycleRules: [
    {
      id: "keep-ten-years",
      transitions: [{ afterDays: 90, storageClass: "archive" }],
      expireAfterDays: 3650,
      expireNoncurrentAfterDays: 365,
    },
    { id: "sweep-uploads", abortUploadsAfterDays: 7 },
  ],
  accessLogs: { bucket: logs.outputs.name, prefix: "invoices/" },
  labels: { team: "billing" },
});

new ObjectBucket(shop, "assets", {
  publicRead: true,
  website: { indexDocument: "index.html", errorDocument: "404.html" },
  cors: [{ allowedOrigins: ["https://shop.example"], allowedMethods: ["GET", "HEAD"], maxAgeSeconds: 3600 }],
});

new SqlDatabase(shop, "orders", {
  engine: "postgresql",
  version: "16",
  size: { vcpu: 4, memoryGiB: 16 },
  storageGiB: 100,
  highAvailability: "multi-zone",
  backupRetentionDays: 14,
  pointInTimeRecovery: true,
  backupTime: "02:00",
  allowedCidrs: ["10.20.0.0/16"],
  databaseName: "orders",
  adminUser: "shop",
  deletionProtection: true,
  labels: { team: "billing" },
});

new SqlDatabase(shop, "blog", {
  engine: "mysql",
  version: "8.0",
  backupRetentionDays: 7,
  databaseName: "blog",
});
