import type { Diagnostic, Location } from "./diagnostic.ts";
export type Path = readonly PropertyKey[];
export interface WrittenWorkload {
    readonly document: unknown;
    at(path: Path): Location | undefined;
    readonly problems: readonly {
        readonly path: Path;
        readonly diagnostic: Diagnostic;
    }[];
}
export declare const WORKLOAD: unique symbol;
export interface DescribesWorkload {
    [WORKLOAD](): WrittenWorkload;
}
export declare function isWorkload(value: unknown): value is DescribesWorkload;
