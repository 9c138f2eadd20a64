import { workloadComponents } from "../../constructs/workload-components.ts";
import { parseWorkload } from "../../constructs/workload-yaml.ts";

/** What is wrong with a text: line, code, and what is said. */
export function judge(text: string): string[] {
  const { diagnostics } = workloadComponents(parseWorkload(text, "w.yaml"));
  return diagnostics.map(({ code, source, detail }) => `${source?.line ?? "?"} ${code} ${detail}`);
}

export const head = "formatVersion: 1\ncomponents:\n";

/** A workload of one component whose props stand on line 6 and on. */
export function withProps(kind: string, id: string, props: readonly string[]): string {
  return `${head}  - kind: ${kind}\n    id: ${id}\n    props:\n${props.map((line) => `      ${line}\n`).join("")}`;
}
