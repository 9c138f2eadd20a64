declare const ObjectBucket_base: import("./workload.ts").ComponentClass<"object-bucket">;
export declare class ObjectBucket extends ObjectBucket_base {
}
declare const SqlDatabase_base: import("./workload.ts").ComponentClass<"sql-database">;
export declare class SqlDatabase extends SqlDatabase_base {
}
declare const Vm_base: import("./workload.ts").ComponentClass<"vm">;
export declare class Vm extends Vm_base {
}
declare const Volume_base: import("./workload.ts").ComponentClass<"volume">;
export declare class Volume extends Volume_base {
}
declare const DnsZone_base: import("./workload.ts").ComponentClass<"dns-zone">;
export declare class DnsZone extends DnsZone_base {
}
declare const Network_base: import("./workload.ts").ComponentClass<"network">;
export declare class Network extends Network_base {
}
declare const Firewall_base: import("./workload.ts").ComponentClass<"firewall">;
export declare class Firewall extends Firewall_base {
}
declare const Kubernetes_base: import("./workload.ts").ComponentClass<"kubernetes">;
export declare class Kubernetes extends Kubernetes_base {
}
declare const LoadBalancer_base: import("./workload.ts").ComponentClass<"load-balancer">;
export declare class LoadBalancer extends LoadBalancer_base {
}
export {};
