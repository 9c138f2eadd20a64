import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { exeat, temporary } from "./exeat.ts";

const STEPS = 200;
const steps = Array.from({ length: STEPS }, (_, i) => `step-${i}`).join("-");
const code = `
variable "stage" {}

resource "scaleway_object_bucket" "parts" {
  name = "${steps}-\${var.stage}"
}
`;
/** Stands in the middle of the name. */
const INSIDE = `step-${STEPS / 2}`;

const folder = temporary();

test("a long text of which one value is not known is named, and written out in JSON alone", async () => {
  writeFileSync(join(folder, "main.tf"), code);
  const [workload, target] = [join(folder, "workload.yaml"), join(folder, "target")];
  const inJson = await exeat(["inventory", folder, "--format", "json"]);
  expect(inJson.out).toContain(INSIDE);
  const commands = [
    ...["text", "markdown"].map((format) => ["inventory", folder, "--format", format]),
    ...["text", "markdown", "html"].map((format) => ["assess", folder, "--to", "aws", "--format", format]),
    ["adopt", folder, "--out", workload],
    ["synth", workload, "--to", "aws", "--out", target],
    ["synth", workload, "--to", "ovh", "--out", join(folder, "other")],
  ];
  for (const command of commands) {
    const { code, out, err } = await exeat(command);
    expect([command.join(" "), code, out.includes(INSIDE), err.includes(INSIDE)]).toEqual([
      ...[command.join(" "), 0, false, false],
    ]);
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
  const written = files.map((f) => join(f.parentPath, f.name)).filter((path) => !path.endsWith("main.tf"));
  expect(written.length).toBeGreaterThan(4);
  expect(written.filter((path) => readFileSync(path, "utf8").includes(INSIDE))).toEqual([]);
});
