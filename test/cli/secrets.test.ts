import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { exeat, temporary } from "./exeat.ts";

const MARK = "planted4hunters";
const SCRIPT = `#!/bin/sh\nexport API_TOKEN=${MARK}\n`;
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** A machine of each cloud: its arguments, where its user data stands, and what else of the cloud takes a secret. */
interface Machine {
  readonly cloud: string;
  readonly to: string;
  readonly type: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Places for user data; true: encoded. */
  readonly places: readonly (readonly [path: readonly string[], encoded?: boolean])[];
  /** More code with secrets in it. */
  readonly beside: string;
}

const machines: readonly Machine[] = [
  {
    cloud: "aws",
    to: "scaleway",
    type: "aws_instance",
    args: { ami: "ami-0abcdef1234567890", instance_type: "t3.large", tags: { password: MARK, owner: "shop" } },
    places: [[["user_data"]], [["user_data_base64"], true]],
    beside: `
resource "aws_launch_template" "t" {
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.large"
  user_data     = "${base64(SCRIPT)}"
}
resource "aws_instance" "of_template" {
  launch_template { id = aws_launch_template.t.id }
}
resource "aws_db_instance" "db" {
  engine         = "postgres"
  instance_class = "db.t3.micro"
  username       = "app"
  password       = "${MARK}"
}
resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = "arn:aws:iam::111122223333:role/f"
  environment {
    variables = { API_TOKEN = "${MARK}" }
  }
}
resource "aws_s3_bucket" "many" {
  for_each = { for name in var.nobody_knows : name => { password = "${MARK}" } }
  bucket   = each.key
  tags     = { conn = "postgres://app:${MARK}@db/app", token = "${MARK}-\${var.nobody_knows}" }
}
`,
  },
  {
    cloud: "scaleway",
    to: "aws",
    type: "scaleway_instance_server",
    args: { type: "DEV1-S", image: "ubuntu_jammy", tags: [`password=${MARK}`] },
    places: [[["cloud_init"]], [["user_data", "cloud-init"]]],
    beside: `
resource "scaleway_instance_server" "apart" {
  type  = "DEV1-S"
  image = "ubuntu_jammy"
}
resource "scaleway_instance_user_data" "apart" {
  server_id = scaleway_instance_server.apart.id
  key       = "cloud-init"
  value     = ${JSON.stringify(SCRIPT)}
}
resource "scaleway_rdb_instance" "db" {
  node_type = "DB-DEV-S"
  engine    = "PostgreSQL-16"
  user_name = "app"
  password  = "${MARK}"
}
`,
  },
  {
    cloud: "ovh",
    to: "scaleway",
    type: "openstack_compute_instance_v2",
    args: {
      name: "web",
      flavor_name: "b3-8",
      image_name: "Ubuntu 24.04",
      admin_pass: MARK,
      metadata: { secret_key: MARK },
    },
    places: [[["user_data"]]],
    beside: "",
  },
  {
    cloud: "vmware",
    to: "scaleway",
    type: "vsphere_virtual_machine",
    args: { name: "web", num_cpus: 2, memory: 4096, guest_id: "ubuntu64Guest" },
    places: [[["extra_config", "guestinfo.userdata"]], [["extra_config", "guestinfo.userdata"], true]],
    beside: "",
  },
];

/** Every way to write user data in code; quoted as the value of an argument. */
const spellings: readonly ((encoded: boolean) => string)[] = [
  (encoded) => JSON.stringify(encoded ? base64(SCRIPT) : SCRIPT),
  (encoded) => call(encoded, `"${lines(SCRIPT)}mount \${data.external.at.result.host}:/ /mnt\\n"`),
  (encoded) => call(encoded, `templatefile("\${path.module}/absent.tpl", { password = "${MARK}" })`),
  (encoded) => call(encoded, `"token: \${data.external.at.result.host} ${MARK}"`),
  (encoded) => call(encoded, `jsonencode({ a = data.external.at.result.host, words = ["${MARK}"] })`),
];
const lines = (text: string) => JSON.stringify(text).slice(1, -1);
const call = (encoded: boolean, text: string) => (encoded ? `base64encode(${text})` : text);

function placed(path: readonly string[], value: unknown): Record<string, unknown> {
  const [first = "", ...rest] = path;
  return { [first]: rest.length === 0 ? value : placed(rest, value) };
}

/** Code with a machine for each place and spelling. */
function code({ type, args, places, beside }: Machine): string {
  const raw: string[] = [];
  const blocks = places.flatMap(([path, encoded = false], p) =>
    spellings.map((spelling, s) => {
      const at = raw.push(spelling(encoded)) - 1;
      return [
        `resource "${type}" "m${p}_${s}" {`,
        ...Object.entries({ ...args, ...placed(path, `@${at}@`) }).map(
          ([name, value]) => `  ${name} = ${JSON.stringify(value).replaceAll('":', '" =')}`,
        ),
        "}",
      ]
        .join("\n")
        .replace(/"@(\d+)@"/, (_, i) => raw[Number(i)] ?? "");
    }),
  );
  return [...blocks, beside, 'data "external" "at" { program = ["true"] }', ""].join("\n");
}

/** Known user data, as an engine keeps it. */
function instances({ type, args, places }: Machine) {
  return places.map(([path, encoded = false], i) => ({
    mode: "managed",
    type,
    name: `m${i}`,
    values: { id: `i-${i}`, ...args, ...placed(path, encoded ? base64(SCRIPT) : SCRIPT) },
  }));
}

const provider = ({ type }: Machine) =>
  ({
    aws: "registry.terraform.io/hashicorp/aws",
    scaleway: "registry.terraform.io/scaleway/scaleway",
    openstack: "registry.terraform.io/terraform-provider-openstack/openstack",
    vsphere: "registry.terraform.io/vmware/vsphere",
  })[type.split("_")[0] ?? ""];

function state(machine: Machine): string {
  const resources = instances(machine).map(({ values, ...resource }) => ({
    ...resource,
    provider: `provider["${provider(machine)}"]`,
    instances: [{ schema_version: 1, attributes: values, sensitive_attributes: [] }],
  }));
  return JSON.stringify({ version: 4, terraform_version: "1.9.0", serial: 1, lineage: "x", outputs: {}, resources });
}

function plan(machine: Machine): string {
  const resources = instances(machine).map((resource) => ({
    ...resource,
    address: `${resource.type}.${resource.name}`,
    provider_name: provider(machine),
    schema_version: 1,
  }));
  const configured = resources.map(({ values, ...resource }) => ({
    ...resource,
    provider_config_key: "it",
    expressions: Object.fromEntries(Object.entries(values).map(([k, v]) => [k, { constant_value: v }])),
  }));
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: { root_module: { resources } },
    resource_changes: resources.map(({ values, ...r }) => ({
      ...r,
      change: { actions: ["create"], before: null, after: values },
    })),
    configuration: { root_module: { resources: configured } },
  });
}

/** The mark, as it is or behind base64. */
function tells(text: string): boolean {
  const packed = text.match(/[A-Za-z0-9+/]{20,}={0,2}/g) ?? [];
  return [text, ...packed.map((p) => Buffer.from(p, "base64").toString("utf8"))].some((t) => t.includes(MARK));
}

describe.each(machines)("a secret in an estate of $cloud is said nowhere", (machine) => {
  const root = temporary();
  const path = (...names: string[]) => join(root, ...names);
  const forms: readonly (readonly [form: string, file: string, text: string])[] = [
    ["code", "main.tf", code(machine)],
    ["state", "terraform.tfstate", state(machine)],
    ["plan", "plan.json", plan(machine)],
  ];

  test.each(forms)("of %s", async (form, file, text) => {
    const [estate, before, out] = [path(form), path(`${form}-before`), path(`${form}-out`)];
    for (const folder of [estate, before, out]) mkdirSync(folder);
    writeFileSync(join(estate, file), text);
    writeFileSync(join(before, "main.tf"), `resource "${machine.type}" "other" {}\n`);
    const from = form === "code" ? estate : join(estate, file);
    const [from_, to] = [
      ["--from", machine.cloud],
      ["--to", machine.to],
    ];
    const workload = join(out, "workload.yaml");
    const formats = (all: readonly string[]) => (form === "code" ? all : ["json"]);
    const commands = [
      ...formats(["json", "text", "markdown"]).map((f) => ["inventory", from, ...from_, "--format", f]),
      ...formats(["json", "text", "markdown", "html"]).map((f) => ["assess", from, ...from_, ...to, "--format", f]),
      ...formats(["json", "text", "markdown"]).map((f) => ["diff", from, ...from_, ...to, "--format", f]),
      ...formats(["json", "sarif", "markdown"]).map((f) => ["diff", before, from, ...from_, ...to, "--format", f]),
      ["adopt", from, ...from_, "--out", workload],
      ["synth", workload, ...to, "--out", join(out, "target")],
      ...(machine.cloud === "vmware" ? [] : [["synth", workload, "--to", machine.cloud, "--out", join(out, "same")]]),
      ["plan", from, ...from_, ...to, "--out", join(out, "plan")],
    ];
    for (const words of commands) {
      const ran = await exeat(words);
      expect([words.slice(0, 1), words.at(-1), ran.code, tells(ran.out), tells(ran.err)]).toEqual([
        ...[words.slice(0, 1), words.at(-1), 0, false, false],
      ]);
      if (words[0] === "inventory") expect(ran.err + ran.out).toContain("EX0304");
    }
    const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
    expect(written.length).toBeGreaterThan(8);
    const telling = written.map((f) => join(f.parentPath, f.name)).filter((at) => tells(readFileSync(at, "utf8")));
    expect(telling).toEqual([]);
  });
});
