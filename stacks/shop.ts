import {
  DnsZone,
  Firewall,
  Kubernetes,
  LoadBalancer,
  Network,
  ObjectBucket,
  SqlDatabase,
  Vm,
  Volume,
  Workload,
} from "../constructs/index.ts";

/** A shop: its network, machines and cluster, what it sells from, what it must keep, and its name. The same as `shop.yaml`. */
export const shop = new Workload();

const network = new Network(shop, "network", {
  cidr: "10.20.0.0/16",
  subnets: [
    { name: "public-a", cidr: "10.20.0.0/20", public: true, zone: "a" },
    { name: "public-b", cidr: "10.20.16.0/20", public: true, zone: "b" },
    { name: "private-a", cidr: "10.20.128.0/20", zone: "a" },
    { name: "private-b", cidr: "10.20.144.0/20", zone: "b" },
  ],
  egress: "shared",
});

const open = new Firewall(shop, "open-to-browsers", {
  network: network.outputs.id,
  rules: [
    { direction: "in", protocol: "tcp", fromPort: 80, toPort: 80, cidrs: ["0.0.0.0/0"] },
    { direction: "in", protocol: "tcp", fromPort: 443, toPort: 443, cidrs: ["0.0.0.0/0"] },
    { direction: "out", protocol: "all", cidrs: ["0.0.0.0/0"] },
  ],
});

const behind = new Firewall(shop, "behind-the-front", {
  network: network.outputs.id,
  rules: [
    { direction: "in", protocol: "tcp", fromPort: 80, toPort: 80, firewalls: [open.outputs.id] },
    { direction: "out", protocol: "all", cidrs: ["0.0.0.0/0"] },
  ],
});

const uploads = new Volume(shop, "uploads", { sizeGiB: 200, zone: "a", encryption: "provider-key" });

const machine = {
  size: { vcpu: 2, memoryGiB: 8 },
  image: { os: "ubuntu", version: "24.04" },
  rootDiskGiB: 40,
  publicIp: "none",
  userData: "#cloud-config\npackages:\n  - nginx\n",
} as const;

const webA = new Vm(shop, "web-a", {
  ...machine,
  subnet: network.outputs.subnet.of("private-a"),
  firewalls: [behind.outputs.id],
  volumes: [uploads.outputs.id],
});
const webB = new Vm(shop, "web-b", {
  ...machine,
  subnet: network.outputs.subnet.of("private-b"),
  firewalls: [behind.outputs.id],
});

const front = new LoadBalancer(shop, "front", {
  layer: "l7",
  subnets: [network.outputs.subnet.of("public-a"), network.outputs.subnet.of("public-b")],
  firewalls: [open.outputs.id],
  listeners: [
    { port: 80, protocol: "http", redirect: { protocol: "https", permanent: true } },
    { port: 443, protocol: "https", certificate: { external: "certificate of shop.example" }, backend: "web" },
  ],
  backends: [
    {
      name: "web",
      port: 80,
      protocol: "http",
      targets: [webA.outputs.id, webB.outputs.id],
      healthCheck: { protocol: "http", path: "/health", intervalSeconds: 10 },
    },
  ],
});

new Kubernetes(shop, "workers", {
  version: "1.35",
  subnets: [network.outputs.subnet.of("private-a"), network.outputs.subnet.of("private-b")],
  pools: [{ name: "jobs", size: { vcpu: 4, memoryGiB: 16 }, min: 1, max: 4, autoscaling: true }],
});

new DnsZone(shop, "zone", {
  name: "shop.example",
  records: [
    { name: "@", type: "MX", values: ["10 mx.mail.example"] },
    { name: "@", type: "TXT", values: ["v=spf1 include:mail.example ~all"] },
  ],
  aliases: [
    { name: "@", target: front.outputs.hostname },
    { name: "www", target: front.outputs.hostname },
  ],
});

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
