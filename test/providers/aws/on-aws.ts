import { expect } from "@jest/globals";
import { Workload, workloadComponents } from "../../../constructs/index.ts";
import { aws } from "../../../providers/aws/index.ts";
import { expressionText } from "../../../providers/expr.ts";
import { lowerAll } from "../../../providers/lower.ts";

/** Some arguments of natives of a workload on AWS, by address, and what was said about it. */
export function onAws(author: (workload: Workload) => void, ...args: readonly string[]) {
  const workload = new Workload();
  author(workload);
  const { components, diagnostics: mistakes } = workloadComponents(workload);
  expect(mistakes).toEqual([]);
  const { natives, diagnostics } = lowerAll(components, aws);
  return {
    types: new Set(natives.map((n) => n.type)),
    found: natives.flatMap((n) =>
      args.flatMap((arg) => (n.args[arg] === undefined ? [] : [`${n.address} ${expressionText(n.args[arg])}`])),
    ),
    said: diagnostics.map((d) => `${d.code} ${d.address}`),
  };
}

export const cidr = "10.0.0.0/24";
export const https = { direction: "in" as const, protocol: "tcp" as const, fromPort: 443, cidrs: ["0.0.0.0/0"] };
