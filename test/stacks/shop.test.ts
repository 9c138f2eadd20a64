import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { nodeFiles } from "../../cli/files.ts";
import { loadWorkload } from "../../cli/load-workload.ts";
import { clouds } from "../../providers/index.ts";
import { lowerOpen } from "../../providers/lower-open.ts";

const stack = (name: string) => fileURLToPath(new URL(`../../stacks/${name}`, import.meta.url));
const load = (name: string) => loadWorkload(stack(name), nodeFiles());

test("the shop is the same in TypeScript and in YAML", async () => {
  const [code, text] = [await load("shop.ts"), await load("shop.yaml")];
  expect([...code.diagnostics, ...text.diagnostics]).toEqual([]);
  expect(JSON.stringify(code.document)).toBe(JSON.stringify(text.document));
  const wanted = ({ components }: typeof code) =>
    components.map(({ at: _, requested, ...rest }) => ({ ...rest, requested: [...requested].sort() }));
  expect(wanted(code)).toEqual(wanted(text));
  expect(text.document?.components.map((c) => `${c.id}: ${c.kind}`)).toEqual([
    "assets: object-bucket",
    "behind-the-front: firewall",
    "blog: sql-database",
    "front: load-balancer",
    "invoices: object-bucket",
    "logs: object-bucket",
    "network: network",
    "open-to-browsers: firewall",
    "orders: sql-database",
    "uploads: volume",
    "web-a: vm",
    "web-b: vm",
    "workers: kubernetes",
    "zone: dns-zone",
  ]);
});

test.each(
  Object.values(clouds).filter((c) => !c.sourceOnly),
)("the shop becomes the same on $id from both", async (cloud) => {
  const [code, text] = [await load("shop.ts"), await load("shop.yaml")].map((w) => lowerOpen(w.components, cloud));
  expect(code?.natives.length).toBeGreaterThanOrEqual(5);
  expect(code?.diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  expect(code).toEqual(text);
});

test.each(["shop.ts", "shop.yaml"])("%s names no cloud", (name) => {
  expect(readFileSync(stack(name), "utf8")).not.toMatch(/aws|amazon|\bs3\b|scaleway|ovh|azure|google/i);
});
