// Writing a workload takes little longer than the same natives through CDK Terrain by hand: variables and outputs come on top.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DbInstance } from "@cdktn/provider-aws/lib/db-instance/index.js";
import { AwsProvider } from "@cdktn/provider-aws/lib/provider/index.js";
import { S3Bucket } from "@cdktn/provider-aws/lib/s3-bucket/index.js";
import { App, TerraformStack } from "cdktn";
import { type Kind, kinds } from "../constructs/kinds.ts";
import { terraformFiles } from "../engines/terraform.ts";
import { valueJson } from "../engines/terraform-json.ts";
import { aws } from "../providers/aws/index.ts";
import { lowerAll } from "../providers/lower.ts";
import type { Authored } from "../providers/synthesis.ts";
import { best, judge } from "./measure.ts";

const database = { engine: "postgresql", size: { vcpu: 2, memoryGiB: 4 }, storageGiB: 20 };
const components = Array.from({ length: 1000 }, (_, i) =>
  i % 2 === 0 ? component("object-bucket", i, { labels: { team: "shop" } }) : component("sql-database", i, database),
);
const synthesis = lowerAll(components, aws);

// By turns: what else the machine does in the meantime slows both.
let [ours, bare] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let round = 0; round < 8; round++) {
  ours = Math.min(ours, await best(1, () => terraformFiles(synthesis, aws)));
  bare = Math.min(bare, await best(1, byHand));
}
console.log(
  `${components.length} components, ${synthesis.natives.length} natives, ${synthesis.outputs.length} outputs: ${ours.toFixed(0)} ms, natives by hand ${bare.toFixed(0)} ms`,
);
judge("synthesis / the natives through CDK Terrain by hand", ours / bare, 1.3);

function component(kind: Kind, i: number, props: unknown): Authored {
  return { kind, id: `component-${i}`, props: kinds[kind].props.parse(props) as never, requested: new Set() };
}

/** What a program without Exeat would do: an object of each resource's class, then one synthesis. */
function byHand(): void {
  const outdir = mkdtempSync(join(tmpdir(), "exeat-bench-"));
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "aws");
  new AwsProvider(stack, "provider", { region: synthesis.region });
  for (const { type, name, address, args, lifecycle } of synthesis.natives) {
    const config = {
      ...Object.fromEntries(Object.entries(args).map(([key, value]) => [camel(key), valueJson(value)])),
      lifecycle: { preventDestroy: lifecycle?.preventDestroy ?? false },
    } as never;
    const resource =
      type === "aws_s3_bucket" ? new S3Bucket(stack, address, config) : new DbInstance(stack, address, config);
    resource.overrideLogicalId(name);
  }
  app.synth();
  rmSync(outdir, { recursive: true });
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
