import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { nodeFiles } from "../cli/files.ts";
import { readElements, textOf } from "../importers/json-elements.ts";
import { readEstate } from "../importers/read-estate.ts";
import { sequence } from "./sequence.ts";

// A state of 200 MB of varied resources: how long reading it takes beside taking it apart, and the memory each needs.
// The goal is at most three times the splitter's time, and 250 MB.

const MEGABYTES = 200;
const TIMES = 3;
const MOST_RATIO = 3;
const MOST_MB = 250;

const [, self, job, file] = process.argv;
if (job === undefined) main();
else await child(job, file!);

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "exeat-bench-"));
  const state = join(folder, "large.tfstate");
  try {
    const written = run("write", state);
    process.stdout.write(
      `state: ${written["megabytes"]} MB, ${written["instances"]} instances of ${written["types"]} types\n`,
    );
    const best: Record<string, Record<string, number>> = {};
    for (let i = 0; i < TIMES; i++) {
      for (const name of ["slices", "splitter", "reader", "reader-of-all"]) {
        const result = run(name, state);
        if (!best[name] || result["ms"]! < best[name]["ms"]!) best[name] = result;
      }
    }
    for (const [name, { ms, rss }] of Object.entries(best))
      process.stdout.write(`${name.padEnd(13)} ${Math.round(ms!)} ms, peak ${Math.round(rss!)} MB\n`);
    const ratio = best["reader"]!["ms"]! / best["splitter"]!["ms"]!;
    const rss = best["reader"]!["rss"]!;
    process.stdout.write(
      `reader / splitter: ${ratio.toFixed(2)} (at most ${MOST_RATIO}); peak ${Math.round(rss)} MB (at most ${MOST_MB})\n`,
    );
    if (ratio > MOST_RATIO || rss > MOST_MB) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each measurement in a process of its own: peak memory is a process's. */
function run(name: string, state: string): Record<string, number> {
  const done = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name, state], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (done.status !== 0) throw new Error(`${self} ${name} ended with ${done.status}`);
  return JSON.parse(done.stdout) as Record<string, number>;
}

async function child(name: string, state: string): Promise<void> {
  const begin = performance.now();
  const result: Record<string, number> = {};
  if (name === "write") Object.assign(result, await write(state));
  else if (name.startsWith("reader")) {
    // Nothing is marked: what is measured is the walk, which every value passes. Two kinds of seven are read, as of a real estate.
    const reads = (type: string) => /^aws_(s3_bucket|db_instance)/.test(type);
    const knowledge = { sensitive: () => false, ...(name === "reader" ? { reads } : {}) };
    const estate = await readEstate([state], { files: nodeFiles(), knowledge });
    result["instances"] = estate.roots[0]?.natives.length ?? 0;
  } else {
    let count = 0;
    await readElements(nodeFiles().chunks(state), {
      choose: (path) => (path.length === 0 || (path.length === 1 && path[0] === "resources") ? "enter" : "value"),
      visit: (_path, bytes) => {
        count++;
        if (name === "splitter") JSON.parse(textOf(bytes));
      },
    });
    result["elements"] = count;
  }
  result["ms"] = performance.now() - begin;
  result["rss"] = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify(result));
}

/** Resources that differ in type, attributes, nesting and text, as a state of a large organisation does. */
async function write(state: string): Promise<Record<string, number>> {
  const random = sequence(20_261_124);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const hex = (length: number) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
  const services = [
    "s3_bucket",
    "db_instance",
    "iam_role",
    "lambda_function",
    "sqs_queue",
    "route53_record",
    "ecs_service",
  ];
  const types = services.flatMap((service) =>
    Array.from({ length: 30 }, (_, i) => `aws_${service}${i === 0 ? "" : `_part${i}`}`),
  );
  const shapes = new Map(
    types.map((type) => [
      type,
      Array.from({ length: 8 + Math.floor(random() * 32) }, (_, i) => `attribute_${i}_${hex(4)}`),
    ]),
  );
  const value = (depth: number): unknown => {
    const roll = random();
    if (roll < 0.3) return null;
    if (roll < 0.45) return random() < 0.5;
    if (roll < 0.55) return Math.floor(random() * 100_000);
    if (roll < 0.62) return "";
    if (roll < 0.7) return [];
    if (roll < 0.9 || depth === 0)
      return pick([
        `arn:aws:service:eu-west-1:123456789012:thing/${hex(17)}`,
        `name-${hex(8)}`,
        `"quoted" \\ ${hex(4)}\n`,
      ]);
    if (roll < 0.95)
      return [{ [`key_${hex(1)}`]: value(depth - 1), enabled: true }, { [`key_${hex(1)}`]: value(depth - 1) }];
    return { Name: `n-${hex(6)}`, Team: pick(["payments", "search", "platform"]), [`tag-${hex(1)}`]: hex(6) };
  };
  const out = createWriteStream(state);
  let bytes = 0;
  const put = async (text: string) => {
    bytes += Buffer.byteLength(text);
    if (!out.write(text)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
  };
  await put(
    `{\n  "version": 4,\n  "terraform_version": "1.12.6",\n  "serial": 9,\n  "lineage": "x",\n  "outputs": {},\n  "resources": [\n`,
  );
  let instances = 0;
  for (let i = 0; bytes < MEGABYTES * 1e6; i++) {
    const type = pick(types);
    const many = random() < 0.15;
    const list = Array.from({ length: many ? 2 + Math.floor(random() * 6) : 1 }, (_, k) => ({
      ...(many ? { index_key: random() < 0.5 ? k : `key-${k}` } : {}),
      schema_version: 0,
      attributes: {
        id: `${type}-${hex(12)}`,
        arn: `arn:aws:service:eu-west-1:123456789012:${hex(17)}`,
        ...Object.fromEntries(shapes.get(type)!.map((name) => [name, value(2)])),
      },
      sensitive_attributes: random() < 0.1 ? [[{ type: "get_attr", value: "id" }]] : [],
      private: "eyJzY2hlbWFfdmVyc2lvbiI6IjAifQ==",
      dependencies: Array.from(
        { length: Math.floor(random() * 4) },
        () => `${pick(types)}.r${Math.floor(random() * (i + 1))}`,
      ),
    }));
    instances += list.length;
    const resource = {
      ...(random() < 0.5
        ? { module: `module.${pick(["network", "data", "apps"])}["${pick(["a", "b", "c.d"])}"]` }
        : {}),
      mode: "managed",
      type,
      name: `r${i}`,
      provider: 'provider["registry.example/hashicorp/aws"]',
      instances: list,
    };
    const text = JSON.stringify(resource, null, 2).replace(/^/gm, "    ");
    await put(i === 0 ? text : `,\n${text}`);
  }
  await put(`\n  ],\n  "check_results": null\n}\n`);
  await new Promise<void>((resolve) => out.end(() => resolve()));
  return { megabytes: Math.round(bytes / 1e6), instances, types: types.length };
}
