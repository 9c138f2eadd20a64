export type { Evidence } from "./evidence.ts";
export type { Failure, Law, Subject } from "./law.ts";
export { caseLaws, cloudLaws, componentLaws, proveCloud, readingLaws, workloadLaws } from "./prove.ts";
export { Reading } from "./reading.ts";
export { authored, Specimen } from "./specimen.ts";
export type { Draw, Proof } from "./subjects.ts";
export { Workload } from "./workload.ts";
