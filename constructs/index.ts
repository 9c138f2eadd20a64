// What `import … from "exeat"` gives: the words to describe a workload with, and the way to read, write and judge one.
export { Construct } from "constructs";
export { External, Ref, Reference } from "./component.ts";
export * from "./components.ts";
export type { Diagnostic, Location } from "./diagnostic.ts";
export { type Kind, kindNames, kinds, type OutputOf, type Props, type PropsInput } from "./kinds.ts";
export {
  type Component,
  type ComponentArguments,
  type ComponentOptions,
  type Outputs,
  Workload,
  type WorkloadOptions,
} from "./workload.ts";
export { type AuthoredComponent, type WorkloadComponents, workloadComponents } from "./workload-components.ts";
export type { AdoptedFrom, Overrides, WorkloadDocument, WrittenComponent } from "./workload-file.ts";
export { type JsonSchema, workloadJsonSchema } from "./workload-json-schema.ts";
export { parseWorkload, workloadYaml } from "./workload-yaml.ts";
export { type DescribesWorkload, isWorkload, type WrittenWorkload } from "./written.ts";
