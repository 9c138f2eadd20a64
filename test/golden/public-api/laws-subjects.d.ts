import { type Kind } from "../constructs/kinds.ts";
import type { Native } from "../providers/native.ts";
import { type Cloud } from "../providers/provider.ts";
import type { Evidence } from "./evidence.ts";
import type { Law } from "./law.ts";
import { Reading } from "./reading.ts";
import { Specimen } from "./specimen.ts";
import { Workload } from "./workload.ts";
export interface Proof {
    readonly cases: {
        readonly [K in Kind]?: readonly NamedCase[];
    };
    readonly fixtures: readonly {
        readonly title: string;
        readonly natives: readonly Native[];
    }[];
    readonly generated?: Draw;
}
export interface NamedCase {
    readonly title: string;
    readonly props: unknown;
    readonly region?: string;
}
export interface Draw {
    readonly count: number;
    readonly seed: number;
}
export interface Subjects {
    readonly cases: readonly Specimen[];
    readonly generated: readonly Specimen[];
    readonly workloads: readonly Workload[];
    readonly readings: readonly Reading[];
    readonly evidence: Evidence;
}
export declare function subjectsOf(cloud: Cloud, { cases, fixtures, generated }: Proof): Subjects;
export declare function smallest(law: Law<Specimen>, cloud: Cloud, kind: Kind, { count, seed }?: Draw): Specimen | undefined;
