import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Assessment } from "../../assessment/assessment.ts";
import { exeat, temporary } from "./exeat.ts";

/** An estate in which everything that somebody chose has a word in it that no tool would ever say. */
const FILES: Readonly<Record<string, string>> = {
  "zebra-main.tf": `
variable "zebra_secret" {}
variable "zebra_sizes" {}
locals { zebra_prefix = "zebra-corp" }
resource "aws_s3_bucket" "zebra_logs" {
  bucket = "\${local.zebra_prefix}-\${var.zebra_secret}"
  tags   = { "zebra-team" = "zebra", Zebra = var.zebra_secret }
}
resource "aws_s3_bucket" "zebra_many" {
  count  = var.zebra_sizes
  bucket = "zebra-\${count.index}"
}
resource "aws_s3_bucket_notification" "zebra" {
  bucket = aws_s3_bucket.zebra_logs.id
  queue {
    queue_arn = aws_sqs_queue.zebra_jobs.arn
    events    = ["s3:ObjectCreated:*"]
  }
}
resource "aws_vpc" "zebra" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "zebra" {
  vpc_id                  = aws_vpc.zebra.id
  cidr_block              = "10.0.1.0/24"
  availability_zone       = "eu-west-3a"
  map_public_ip_on_launch = true
}
resource "aws_sqs_queue" "zebra_jobs" { name = "zebra-jobs" }
resource "aws_sagemaker_endpoint" "zebra_advice" { name = "zebra" }
resource "aws_unheard_of" "zebra_thing" { name = "zebra" }
resource "aws_zebracorp_thing" "zebra" { name = "zebra" }
resource "aws_cloudformation_stack" "zebra" {
  name          = "zebra"
  template_body = jsonencode({ Resources = { Zebra = { Type = "Zebra::Corp::Thing" } } })
}
resource "zebracorp_thing" "zebra" { count = var.zebra_sizes }
data "zebracorp_place" "zebra" { count = var.zebra_sizes }
resource "random_pet" "zebra" { count = var.zebra_sizes }
module "zebra_network" { source = "zebra-corp/network/aws" }
module "zebra_store" {
  for_each = toset(["zebra-a", "zebra-b"])
  source   = "./zebra-store"
  name     = each.key
}
terraform {
  backend "s3" {
    bucket = "zebra-state"
  }
}`,
  "zebra-store/zebra.tf": `
variable "name" {}
resource "aws_db_instance" "zebra_orders" {
  engine         = "postgres"
  engine_version = "16"
  instance_class = "db.zebra.weird"
  identifier     = "zebra-\${var.name}"
  password       = var.zebra_unset
  performance_insights_enabled = true
  backup_retention_period      = 7
}`,
  // Folders, names and keys may hold letters of any language, spaces and quotes.
  "zebra pröd (old)/zebra.tf": `
resource "aws_s3_bucket" "zèbra_logs" { bucket = "zebra-old" }
resource "aws_sqs_queue" "zèbra_jobs" {
  for_each = toset(["zebra \\"a\\" [b]", "é.zebra"])
  name     = each.key
}
resource "aws_s3_bucket" "each" {
  for_each = toset(["zebra \\"a\\" [b]", "é.zebra"])
  bucket   = "zebra-\${each.key}"
}
resource "aws_unheard_of" "zèbra" { name = "zebra" }
module "zèbra_network" { source = "zebra-corp/network/aws" }`,
  "zebra-live/zebra-orders/terragrunt.hcl": `
terraform { source = "../../zebra-store" }
dependency "zebra_network" { config_path = "../zebra-network" }
inputs = { name = dependency.zebra_network.outputs.zebra_id }`,
  "zebra-broken.tf": `resource "aws_s3_bucket" "zebra_broken" { bucket = `,
};

const folder = join(temporary(), "zebra-estate");
const facts = join(folder, "exeat.yaml");
const words = (...more: string[]) => {
  return ["assess", folder, ...(more.includes("--to") ? [] : ["--to", "scaleway"]), "--facts", facts, ...more];
};
const both = async (...more: string[]) => {
  const { out } = await exeat(words("--to", "scaleway,ovh", "--format", "json", ...more));
  return (JSON.parse(out) as { results: unknown[] }).results.map((r) => Assessment.parse(r));
};

beforeAll(() => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const id = ".:aws_s3_bucket.zebra_logs";
  writeFileSync(facts, `components:\n  "${id}":\n    gib: 12\n    copy: none\n`);
});

describe("--anonymise", () => {
  test("leaves no name, in any format and for any reason to leave; the estate is full of them", async () => {
    const plain = await exeat(words("--format", "json"));
    expect([plain.code, plain.out.match(/zebra/gi)?.length ?? 0]).toEqual([0, expect.any(Number)]);
    expect(plain.out.match(/zebra/gi)?.length).toBeGreaterThan(100);
    expect(plain.out).toContain("zebra-live/zebra-orders");
    for (const format of ["text", "json", "markdown", "html", "svg"]) {
      for (const scenario of format === "json" ? ["planned-exit", "bouton-rouge"] : ["bouton-rouge"]) {
        const { code, out, err } = await exeat(words("--anonymise", "--format", format, "--scenario", scenario));
        const left = `${out}${err}`.match(/.{0,60}(z[eè]bra|bra_|pröd).{0,30}/gi) ?? [];
        expect([format, code, left]).toEqual([format, 0, []]);
      }
    }
  }, 60_000);

  test("changes no number, and says the same word for the same thing everywhere", async () => {
    const [plain, hidden] = [await both(), await both("--anonymise")];
    hidden.forEach((h, i) => {
      const p = plain[i];
      expect([h.effort.p50, h.effort.p95, h.time, h.counts, h.complete]).toEqual([
        ...[p?.effort.p50, p?.effort.p95, p?.time, p?.counts, p?.complete],
      ]);
      expect(h.components.map((c) => [c.kind, c.fit, c.losses.length])).toEqual(
        p?.components.map((c) => [c.kind, c.fit, c.losses.length]),
      );
      const ids = new Set(h.components.map((c) => c.id));
      expect(ids.size).toBe(p?.components.length);
      for (const { component, method } of h.data.moves)
        if (method !== null) expect(ids).toContain(component);
        else expect(component).toMatch(/^\S+:\w+\.name\d+/);
      expect(h.workItems.filter((w) => w.component.startsWith(".:") && !ids.has(w.component))).toEqual([]);
    });
    expect(hidden[0]?.components.map((c) => c.id)).toEqual(hidden[1]?.components.map((c) => c.id));
  });

  test("what is said on stderr is named and counted, and not told", async () => {
    const { err } = await exeat(words("--anonymise"));
    expect(err).toMatch(/^error\[EX0101\]: A file holds a syntax error\n {2}Without --anonymise it is said where/m);
    expect(err).toMatch(/EX0107.*\n {2}2 times\. Without/);
    expect((await exeat(words())).err).toContain("zebra-broken.tf");
  });

  test("words of the kinds' own properties stay in paths", async () => {
    const [plain, hidden] = [await both(), await both("--anonymise")];
    const paths = (all: readonly Assessment[]) =>
      all.flatMap((a) => a.components.flatMap((c) => c.losses.map((l) => l.path)));
    expect(paths(plain).some((path) => path.includes("."))).toBe(true);
    expect(paths(hidden)).toEqual(paths(plain));
  });

  test("native types of public providers stay, those that nobody publishes are one word each", async () => {
    const { out } = await exeat(words("--anonymise", "--format", "json"));
    const a = Assessment.parse(JSON.parse(out));
    expect(a.foreign.map((f) => f.type)).toContain("aws_sagemaker_endpoint");
    const said = [...new Set(out.match(/private_type\d+/g))].sort();
    expect(said).toEqual(["private_type1", "private_type2", "private_type3", "private_type4"]);
    expect(out).toContain("random_pet.name");
    const charged = a.effort.byComponent.map((c) => c.name).filter((name) => name.startsWith("unknown:"));
    expect(charged).toEqual(expect.arrayContaining([expect.stringMatching(/^unknown:private_type\d$/)]));
    expect(a.workItems.map((w) => w.component)).toEqual(expect.arrayContaining(charged));
  });
});
