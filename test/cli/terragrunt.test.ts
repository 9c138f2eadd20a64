import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Assessment } from "../../assessment/assessment.ts";
import { Change } from "../../assessment/change.ts";
import { exeat, temporary } from "./exeat.ts";

type Files = Readonly<Record<string, string>>;
/** What each environment gives to the module, as it is written. */
type Inputs = Readonly<Record<string, Files>>;

const folder = temporary();
let made = 0;

function code(files: Files): string {
  const root = join(folder, String(made++));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const MODULE = `provider "aws" {
  region = "eu-west-3"
}
variable "type" {
  default = "m5.large"
}
variable "disks" {
  type    = list(number)
  default = []
}
resource "aws_instance" "a" {
  ami           = "ami-0123456789abcdef0"
  instance_type = var.type
}
resource "aws_ebs_volume" "d" {
  count             = length(var.disks)
  availability_zone = "eu-west-3a"
  size              = var.disks[count.index]
}
resource "aws_sqs_queue" "q" {}
`;
const lines = (given: Files) => Object.entries(given).map(([name, value]) => `  ${name} = ${value}\n`);
const units = (inputs: Inputs) =>
  code({
    "modules/vm/main.tf": MODULE,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, given]) => [
        `${name}/terragrunt.hcl`,
        `terraform {\n  source = "../modules/vm"\n}\ninputs = {\n${lines(given).join("")}}\n`,
      ]),
    ),
  });
const roots = (inputs: Inputs) =>
  code({
    "modules/vm/main.tf": MODULE,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, given]) => [
        `${name}/main.tf`,
        `module "vm" {\n  source = "../modules/vm"\n${lines(given).join("")}}\n`,
      ]),
    ),
  });

const ALIKE = { dev: {}, preprod: {}, prod: {}, staging: {} };

async function assessed(path: string, to: string): Promise<Assessment> {
  return Assessment.parse(JSON.parse((await exeat(["assess", path, "--to", to, "--format", "json"])).out));
}

describe("an estate that units of Terragrunt run", () => {
  test.each<[string, Inputs]>([
    ["that are alike", ALIKE],
    ["with values of their own", { dev: { type: '"t3.micro"' }, prod: { disks: "[100, 200]", type: '"m5.xlarge"' } }],
  ])("assesses as the same estate written as roots: %s", async (_, inputs) => {
    for (const to of ["scaleway", "ovh"]) {
      const [a, b] = [await assessed(units(inputs), to), await assessed(roots(inputs), to)];
      const days = ({ effort }: Assessment) => [effort.p10, effort.p50, effort.p80, effort.p95];
      const money = ({ cost: { unpriced: _, ...cost } }: Assessment) => cost;
      expect(a.components.map((c) => [c.id, c.kind])).toEqual(
        b.components.map((c) => [c.id.replace(":module.vm.", ":"), c.kind]),
      );
      expect(a.components).toHaveLength(4);
      expect([a.complete, a.counts, a.time]).toEqual([b.complete, b.counts, b.time]);
      expect([days(a), money(a), a.unknowns.length]).toEqual([days(b), money(b), b.unknowns.length]);
    }
  });

  test("grows by what each further unit makes, and a gate sees it", async () => {
    const words = ["--to", "scaleway", "--format", "json", "--fail-on", "effort"];
    const { code: exit, out } = await exeat(["diff", units({ dev: {} }), units(ALIKE), ...words]);
    const change = Change.parse(JSON.parse(out));
    expect(change.components.map((c) => `${c.change} ${c.id}`)).toEqual([
      "added preprod:aws_instance.a",
      "added prod:aws_instance.a",
      "added staging:aws_instance.a",
    ]);
    expect([exit, change.effort.change.p80 > 0]).toEqual([1, true]);
  });

  test("leaves it: what is then run by nobody is no new work", async () => {
    const base = units({ dev: {} });
    const head = code({ "modules/vm/main.tf": MODULE, "main.tf": 'resource "aws_sqs_queue" "other" {}\n' });
    const { out } = await exeat(["diff", base, head, "--to", "scaleway", "--format", "json"]);
    const change = Change.parse(JSON.parse(out));
    expect(change.components.map((c) => `${c.change} ${c.id}`)).toEqual(["removed dev:aws_instance.a"]);
    expect(change.diagnostics.map((d) => d.code)).toContain("EX0026");
  });
});
