import { type Diagnostic, type Location } from "./diagnostic.ts";
import { type Kind, type Props } from "./kinds.ts";
import { type Overrides, type WorkloadDocument } from "./workload-file.ts";
import { type DescribesWorkload, type WrittenWorkload } from "./written.ts";
export interface AuthoredComponent<K extends Kind = Kind> {
    readonly kind: K;
    readonly id: string;
    readonly props: Props<K>;
    readonly requested: ReadonlySet<string>;
    readonly overrides: Overrides;
    readonly holes: readonly {
        readonly path: string;
        readonly expression: string;
        readonly at: Location;
    }[];
    readonly attachedTo?: "external";
    readonly import: Readonly<Record<string, string>>;
    readonly at?: Location;
}
export interface WorkloadComponents {
    readonly document: WorkloadDocument | undefined;
    readonly components: readonly AuthoredComponent[];
    readonly diagnostics: readonly Diagnostic[];
}
export declare function workloadComponents(workload: DescribesWorkload | WrittenWorkload): WorkloadComponents;
