// Inventory of a folder of code beside parsing the files that it reads. EXEAT_BENCH_FOLDER names a folder; else one is written.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeFiles } from "../cli/files.ts";
import { importKnowledge } from "../cli/import-knowledge.ts";
import { createParser } from "../importers/hcl/parse.ts";
import { Source } from "../importers/hcl/source.ts";
import type { Files } from "../importers/importer.ts";
import { readEstate } from "../importers/read-estate.ts";
import { clouds } from "../providers/index.ts";
import { sourceCloud, takeSurvey } from "../providers/take-survey.ts";
import { best, judge } from "./measure.ts";

const given = process.env.EXEAT_BENCH_FOLDER;
const folder = given ?? written();
try {
  const sources = new Set<string>();
  const files = nodeFiles();
  const noted: Files = {
    ...files,
    read(path) {
      if (/\.(tf|tofu|hcl)$/.test(path)) sources.add(path);
      return files.read(path);
    },
  };
  const parseAll = async () => {
    const parser = await createParser();
    for (const file of sources) parser.file(new Source(file, readFileSync(file, "utf8")));
  };
  let natives = 0;
  const readAll = async () => {
    const estate = await readEstate([folder], {
      files: noted,
      knowledge: importKnowledge(Object.values(clouds)),
    });
    const cloud = sourceCloud(estate, Object.values(clouds));
    if (!cloud) throw new Error(`nothing in ${folder} belongs to a cloud`);
    natives = takeSurvey(estate, cloud).counts.natives;
  };
  await readAll();
  // By turns: what else the machine does in the meantime slows both.
  let [parse, inventory] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 8; round++) {
    parse = Math.min(parse, await best(1, parseAll));
    inventory = Math.min(inventory, await best(1, readAll));
  }
  console.log(
    `${sources.size} files, ${natives} resources: parse ${parse.toFixed(0)} ms, inventory ${inventory.toFixed(0)} ms`,
  );
  judge("inventory / parse", inventory / parse, 2);
} finally {
  if (!given) rmSync(folder, { recursive: true, force: true });
}

/** Twenty roots of a web shop: buckets with their features, databases, roles, a module called twice. */
function written(): string {
  const top = mkdtempSync(join(tmpdir(), "exeat-bench-"));
  mkdirSync(join(top, "modules/bucket"), { recursive: true });
  writeFileSync(
    join(top, "modules/bucket/main.tf"),
    `variable "name" { type = string }\nvariable "days" {\n  type    = number\n  default = 90\n}\nresource "aws_s3_bucket" "this" {\n  bucket = var.name\n  tags   = { Name = var.name }\n}\nresource "aws_s3_bucket_lifecycle_configuration" "this" {\n  bucket = aws_s3_bucket.this.id\n  rule {\n    id     = "expire"\n    status = "Enabled"\n    filter {}\n    expiration { days = var.days }\n  }\n}\n`,
  );
  for (let root = 0; root < 20; root++) {
    const at = join(top, `service-${root}`);
    mkdirSync(at);
    writeFileSync(
      join(at, "main.tf"),
      `locals {\n  team = "team-${root}"\n}\nmodule "logs" {\n  source = "../modules/bucket"\n  name   = "\${local.team}-logs"\n}\nmodule "data" {\n  source = "../modules/bucket"\n  name   = "\${local.team}-data"\n  days   = 30\n}\n${role(root)}${database(root)}`,
    );
    for (let file = 0; file < 6; file++) writeFileSync(join(at, `queue-${file}.tf`), queues(file));
  }
  return top;
}

function role(n: number): string {
  return `resource "aws_iam_role" "app" {\n  name = "app-${n}"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{ Action = "sts:AssumeRole", Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" } }]\n  })\n}\n`;
}

function database(n: number): string {
  return `resource "aws_db_instance" "main" {\n  identifier              = "db-${n}"\n  engine                  = "postgres"\n  engine_version          = "16.3"\n  instance_class          = "db.t3.medium"\n  allocated_storage       = 50\n  storage_encrypted       = true\n  backup_retention_period = 7\n  tags                    = { Team = local.team }\n}\n`;
}

function queues(n: number): string {
  return Array.from(
    { length: 5 },
    (_, i) =>
      `resource "aws_sqs_queue" "q${n}_${i}" {\n  name                       = "\${local.team}-${n}-${i}"\n  visibility_timeout_seconds = 30\n  message_retention_seconds  = 345600\n  redrive_policy = jsonencode({ maxReceiveCount = 5 })\n}\n`,
  ).join("");
}
