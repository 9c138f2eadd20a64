declare const ObjectBucket_base: import("./workload.ts").ComponentClass<"object-bucket">;
export declare class ObjectBucket extends ObjectBucket_base {
}
declare const SqlDatabase_base: import("./workload.ts").ComponentClass<"sql-database">;
export declare class SqlDatabase extends SqlDatabase_base {
}
declare const DnsZone_base: import("./workload.ts").ComponentClass<"dns-zone">;
export declare class DnsZone extends DnsZone_base {
}
export {};
