import { componentOf } from "./workload.ts";

// One class per kind, named as people call it. Everything about it comes from the kind's definition.

/** An S3 bucket. */
export class ObjectBucket extends componentOf("object-bucket") {}

/** A managed PostgreSQL or MySQL. */
export class SqlDatabase extends componentOf("sql-database") {}

/** A virtual machine. */
export class Vm extends componentOf("vm") {}

/** A block volume that machines attach. */
export class Volume extends componentOf("volume") {}

/** A DNS zone with its records. */
export class DnsZone extends componentOf("dns-zone") {}

/** A private network with its subnets and ways out. */
export class Network extends componentOf("network") {}

/** A firewall of machines: all that may pass. */
export class Firewall extends componentOf("firewall") {}

/** A managed Kubernetes cluster with its pools of nodes. */
export class Kubernetes extends componentOf("kubernetes") {}

/** A load balancer with its listeners, rules and backends. */
export class LoadBalancer extends componentOf("load-balancer") {}
