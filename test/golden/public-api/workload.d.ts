import { Construct, RootConstruct } from "constructs";
import type { Location } from "./diagnostic.ts";
import { type Kind, type OutputOf, type PropsInput } from "./kinds.ts";
import { type OutputRef } from "./unwrap.ts";
import type { AdoptedFrom, Beside } from "./workload-file.ts";
import { WORKLOAD, type WrittenWorkload } from "./written.ts";
export interface WorkloadOptions {
    readonly adoptedFrom?: AdoptedFrom;
}
export type ComponentOptions = Pick<Beside, "overrides" | "import" | "attachedTo">;
export type Outputs<K extends Kind> = {
    readonly [O in OutputOf<K>]: OutputRef;
};
export type ComponentArguments<K extends Kind> = Record<never, never> extends PropsInput<K> ? [props?: PropsInput<K>, options?: ComponentOptions] : [props: PropsInput<K>, options?: ComponentOptions];
interface Authored {
    readonly kind: Kind;
    readonly id: string;
    readonly props: unknown;
    readonly options: ComponentOptions;
    readonly at: Location | undefined;
}
export declare class Workload extends RootConstruct {
    private readonly options;
    constructor(options?: WorkloadOptions);
    [WORKLOAD](): WrittenWorkload;
}
export declare abstract class Component<K extends Kind = Kind> extends Construct {
    readonly kind: K;
    readonly outputs: Outputs<K>;
    constructor(scope: Construct, id: string, authored: Omit<Authored, "id"> & {
        readonly kind: K;
    });
}
export interface ComponentClass<K extends Kind> {
    new (scope: Construct, id: string, ...rest: ComponentArguments<K>): Component<K>;
}
export declare function componentOf<K extends Kind>(kind: K): ComponentClass<K>;
export {};
