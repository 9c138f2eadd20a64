import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { exeat, temporary } from "./exeat.ts";

const folder = temporary();
const BUCKET = 'resource "aws_s3_bucket" "media" {\n  bucket = "media"\n}\n';
const CLUSTER =
  'resource "ovh_cloud_project_kube" "k" {\n  service_name = "0123456789abcdef0123456789abcdef"\n  name = "k"\n  region = "GRA11"\n}\n';
const MACHINE =
  'resource "openstack_compute_instance_v2" "a" {\n  name = "a"\n  flavor_name = "b3-8"\n  region = "ru-1"\n}\n';

const s3At = (endpoint: string) => `provider "aws" {\n  region = "gra"\n  endpoints {\n    s3 = ${endpoint}\n  }\n}\n`;
const openstack = (auth: string) => `provider "openstack" {\n  auth_url = "${auth}"\n  region = "ru-1"\n}\n`;

function code(name: string, text: string): string {
  const at = join(folder, name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "main.tf"), text);
  return at;
}

async function assessed(name: string, text: string, ...more: string[]) {
  const { code: exit, out } = await exeat([
    "assess",
    code(name, text),
    "--to",
    "scaleway",
    "--format",
    "json",
    ...more,
  ]);
  const result = JSON.parse(out);
  return { exit, ...result, codes: result.diagnostics.map((d: { code: string }) => d.code) };
}

describe("a bucket that AWS's provider makes at the host of another cloud", () => {
  const OVH = '"https://s3.gra.io.cloud.ovh.net"';

  test.each([
    ["alone", BUCKET, 1],
    ["beside a cluster", CLUSTER + BUCKET, 2],
  ])("%s: stands at that cloud, and is moved by hand", async (name, text, natives) => {
    const { source, jurisdiction, counts, unknowns, data, diagnostics } = await assessed(name, s3At(OVH) + text);
    expect([source.cloud, jurisdiction.source.controlledFrom]).toEqual(["ovh", "FR"]);
    expect(counts).toMatchObject({ natives, unknown: 1, elsewhere: 0 });
    expect(unknowns[0].what).toBe("1 × aws_s3_bucket");
    expect(data.moves).toContainEqual(expect.objectContaining({ component: ".:aws_s3_bucket.media", gib: null }));
    expect(diagnostics).toMatchObject([
      {
        code: "EX0376",
        source: { file: expect.stringMatching(/main\.tf$/), line: 1 },
        detail: expect.stringContaining("aws calls s3.gra.io.cloud.ovh.net: what it makes there (aws_s3_bucket.media)"),
      },
    ]);
  });

  test("is carried over before the account is closed", async () => {
    const out = join(folder, "plan");
    await exeat(["plan", code("planned", s3At(OVH) + CLUSTER + BUCKET), "--to", "scaleway", "--out", out]);
    const { steps } = JSON.parse(readFileSync(join(out, "plan.json"), "utf8")) as {
      steps: { id: string; needs: string[] }[];
    };
    const allBefore = (id: string): string[] =>
      (steps.find((s) => s.id === id)?.needs ?? []).flatMap((need) => [need, ...allBefore(need)]);
    const needed = allBefore("decommission.estate.close");
    expect(needed).toContain("prepare.unknown.aws_s3_bucket");
    expect(needed).toContain("cutover.unknown.undescribed");
  });

  test("is told by the end of an address with a hole in it, and by a block that is written dynamically", async () => {
    const region = 'variable "r" {}\n';
    const holed = await assessed("holed", region + s3At(`"https://s3.\${var.r}.io.cloud.ovh.net"`) + BUCKET);
    expect([holed.source.cloud, holed.codes]).toEqual(["ovh", ["EX0376"]]);
    const dynamic = (each: string) =>
      `provider "aws" {\n  dynamic "endpoints" {\n    for_each = ${each}\n    content {\n      s3 = ${OVH}\n    }\n  }\n}\n`;
    expect((await assessed("dynamic", dynamic("[1]") + BUCKET)).source.cloud).toBe("ovh");
    expect(await assessed("none", dynamic("[]") + BUCKET)).toMatchObject({ source: { cloud: "aws" }, codes: [] });
  });

  test("where the host is not known it is said to stand perhaps at the cloud that is left", async () => {
    const host = s3At(`"https://\${var.host}"`);
    const beside = await assessed("perhaps", `variable "host" {}\n${host}${CLUSTER}${BUCKET}`);
    expect([beside.source.cloud, beside.counts.unknown]).toEqual(["ovh", 1]);
    expect(beside.diagnostics).toMatchObject([
      { code: "EX0377", source: { line: 2 }, detail: expect.stringContaining("may stand at OVHcloud, which is left") },
    ]);
    const alone = await assessed("guessed", `variable "host" {}\n${host}${BUCKET}`);
    expect([alone.source.cloud, alone.counts.recognised]).toEqual(["aws", 1]);
    expect(alone.diagnostics[0].detail).toContain("is taken for Amazon Web Services's and may stand anywhere");
    const file = join(folder, "host.tfvars");
    writeFileSync(file, 'host = "s3.gra.io.cloud.ovh.net"\n');
    const given = await assessed("given", `variable "host" {}\n${host}${BUCKET}`, "--var-file", file);
    expect(given.source.cloud).toBe("ovh");
  });

  test("at a host of nobody that is read, it is elsewhere, and no controller is named", async () => {
    const minio = s3At('"http://minio.shop.example:9000"');
    const beside = await assessed("minio", `${minio}${BUCKET}resource "aws_sqs_queue" "q" {}\n`);
    expect(beside.counts).toMatchObject({ foreign: 1, elsewhere: 1, recognised: 0 });
    expect(beside.diagnostics).toMatchObject([
      { code: "EX0375", source: { line: 1 }, detail: expect.stringContaining("does not stand at Amazon Web Services") },
    ]);
    const { code: exit, out, err } = await exeat(["assess", code("alone-there", minio + BUCKET), "--to", "ovh"]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain("aws at minio.shop.example (1)");
    expect(err).toContain("No cloud that is read has that host, and who controls it is not known");
  });
});

test("a host of its own cloud changes nothing, and an endpoint of one service says nothing of others", async () => {
  const own = s3At('"https://bucket.vpce-1a2b.s3.eu-west-3.vpce.amazonaws.com"');
  expect(await assessed("vpce", own + BUCKET)).toMatchObject({ source: { cloud: "aws" }, codes: [] });
  const machine = 'resource "aws_instance" "a" {\n  instance_type = "t3.micro"\n  ami = "ami-1"\n}\n';
  const one = await assessed("one", s3At('"http://localhost:9000"') + machine);
  expect([one.counts.recognised, one.codes]).toEqual([1, []]);
  const ec2 = s3At('"http://localhost:9000"').replace("s3 =", "ec2 =");
  expect((await assessed("ec2", ec2 + machine + BUCKET)).counts).toMatchObject({ recognised: 1, elsewhere: 1 });
});

describe("OpenStack", () => {
  test("at a host that is not OVHcloud's is no OVHcloud", async () => {
    const at = code("selvpc", openstack("https://api.selvpc.ru/identity/v3") + MACHINE);
    const { code: exit, out, err } = await exeat(["assess", at, "--to", "scaleway"]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain("openstack at api.selvpc.ru (1)");
    expect(err).toContain(`${at}/main.tf:1`);
  });

  test("is none either by a block that could not be read, or that makes nothing", async () => {
    const empty = MACHINE.replace('"a" {', '"none" {\n  count = 0');
    const at = code("hinted", openstack("https://api.selvpc.ru/identity/v3") + MACHINE + empty);
    const { code: exit, err } = await exeat(["assess", at, "--to", "scaleway"]);
    expect([exit, err]).toEqual([2, expect.stringContaining("EX0023")]);
  });

  test("of which nothing says whose it is, is a guess", async () => {
    const { source, diagnostics } = await assessed("guess", MACHINE);
    expect([source.cloud, diagnostics]).toMatchObject(["ovh", [{ code: "EX0378", severity: "warning" }]]);
  });

  test.each([
    ["by its host", openstack("https://auth.cloud.ovh.net/v3/") + MACHINE],
    ["by its region", MACHINE.replace("ru-1", "GRA11")],
    ["by another provider beside it", CLUSTER + MACHINE.replace(/ +region.*\n/, "")],
  ])("is OVHcloud %s", async (name, text) => {
    const { source, codes } = await assessed(name, text);
    expect([source.cloud, codes]).toEqual(["ovh", []]);
  });

  test("is OVHcloud where that is named", async () => {
    expect((await assessed("said", MACHINE, "--from", "ovh")).codes).toEqual([]);
  });
});

test("a plan says it as its code does", async () => {
  const text = s3At('"https://s3.gra.io.cloud.ovh.net"') + BUCKET;
  const plan = {
    format_version: "1.2",
    planned_values: {
      root_module: {
        resources: [
          {
            address: "aws_s3_bucket.media",
            mode: "managed",
            type: "aws_s3_bucket",
            name: "media",
            provider_name: "registry.terraform.io/hashicorp/aws",
            values: { bucket: "media" },
          },
        ],
      },
    },
    configuration: {
      provider_config: {
        aws: {
          name: "aws",
          expressions: { endpoints: [{ s3: { references: ["var.host"] } }], region: { constant_value: "gra" } },
        },
      },
      root_module: {
        resources: [
          {
            address: "aws_s3_bucket.media",
            mode: "managed",
            type: "aws_s3_bucket",
            name: "media",
            provider_config_key: "aws",
            expressions: { bucket: { constant_value: "media" } },
          },
        ],
        variables: { host: {} },
      },
    },
    variables: { host: { value: "https://s3.gra.io.cloud.ovh.net" } },
  };
  const file = join(folder, "plan-of-it.json");
  writeFileSync(file, JSON.stringify(plan));
  const { out } = await exeat(["inventory", file, "--format", "json"]);
  expect(JSON.parse(out)).toMatchObject({ source: { cloud: "ovh" }, unknown: [{ type: "aws_s3_bucket" }] });
  const over = code("over", text.replace('"https://s3.gra.io.cloud.ovh.net"', "var.host"));
  const laid = JSON.parse((await exeat(["inventory", over, "--plan", file, "--format", "json"])).out);
  expect(laid.source.cloud).toBe("ovh");
  expect(laid.diagnostics).toContainEqual(
    expect.objectContaining({ code: "EX0376", source: expect.objectContaining({ line: 1 }) }),
  );
});
