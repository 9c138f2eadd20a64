import { describe, expect, test } from "@jest/globals";
import { readEstate } from "../../../importers/read-estate.ts";
import type { StateBackend } from "../../../providers/native.ts";
import { type Folder, memoryFiles, readFolder } from "./memory-files.ts";

const knowledge = { sensitive: () => false };
const backendsIn = async (folder: Folder): Promise<readonly StateBackend[]> =>
  (await readFolder(folder)).roots.flatMap((root) => root.backends ?? []);
const one = async (main: string, others: Folder = {}) => (await backendsIn({ "/w/main.tf": main, ...others }))[0];

describe("where the state is kept, as code says it", () => {
  test("a backend is a fact of its root, with file and line, and of what it says only what leads there", async () => {
    const text = `terraform {\n  backend "s3" {\n    bucket     = "states"\n    access_key = "AKIAHIDDEN"\n    kms_key_id = "k"\n  }\n}\n`;
    const found = await one(text);
    expect(found).toEqual({
      ...{ root: ".", address: 'backend "s3"', type: "s3", given: ["access_key", "bucket", "kms_key_id"] },
      at: { file: "/w/main.tf", line: 2 },
    });
    expect(JSON.stringify(found)).not.toContain("AKIAHIDDEN");
  });

  test.each([
    ['endpoint = "https://s3.fr-par.example.cloud"', "s3.fr-par.example.cloud"],
    [
      'endpoints = { s3 = "https://user:word@store.example.org:9000/x?token=y", dynamodb = "http://d" }',
      "store.example.org",
    ],
    ["endpoint = var.endpoint", "given.example.org"],
    ["endpoint = var.nobody", null],
    ['endpoints = { dynamodb = "http://d" }', undefined],
    ['endpoint = ""', undefined],
  ])("%s leads to %s", async (argument, host) => {
    const variables = 'variable "endpoint" { default = "given.example.org" }\nvariable "nobody" {}\n';
    const found = await one(`${variables}terraform {\n  backend "s3" {\n    ${argument}\n  }\n}\n`);
    expect(found?.host).toBe(host);
  });

  test("a hosted workspace, and a host of one's own for it", async () => {
    const cloud = await one('terraform {\n  cloud {\n    organization = "o"\n    workspaces { name = "w" }\n  }\n}\n');
    expect(cloud).toMatchObject({ address: "cloud", type: "cloud", given: ["organization", "workspaces"] });
    const own = await one('terraform {\n  cloud {\n    hostname = "tfe.example.org"\n  }\n}\n');
    expect(own?.host).toBe("tfe.example.org");
  });

  test("JSON syntax, and an override in place of what it overrides", async () => {
    const json = { terraform: { backend: { s3: { bucket: "b", endpoint: "https://s.example.org" } } } };
    expect(await backendsIn({ "/w/main.tf.json": JSON.stringify(json) })).toMatchObject([
      { type: "s3", host: "s.example.org" },
    ]);
    const over = await backendsIn({
      "/w/main.tf": 'terraform {\n  backend "s3" {}\n}\n',
      "/w/main_override.tf": 'terraform {\n  backend "local" {}\n}\n',
    });
    expect(over.map((b) => b.type)).toEqual(["local"]);
  });

  test("of a module that a root calls, nothing", async () => {
    const folder = {
      "/w/main.tf": 'module "m" { source = "./m" }\n',
      "/w/m/main.tf": 'terraform {\n  backend "s3" {}\n}\n',
    };
    expect(await backendsIn(folder)).toEqual([]);
  });
});

describe("what a block leaves out", () => {
  const open = 'terraform {\n  backend "s3" {}\n}\n';

  test("is what the engine wrote down when it was told", async () => {
    const config = {
      bucket: "states",
      endpoint: null,
      endpoints: { s3: "https://s3.example.org" },
      secret_key: "hidden",
    };
    const state = JSON.stringify({ version: 3, backend: { type: "s3", config, hash: 1 } });
    const found = await one(open, { "/w/.terraform/terraform.tfstate": state });
    expect(found).toMatchObject({ host: "s3.example.org", at: { file: "/w/main.tf", line: 2 } });
    expect(found?.given).toEqual(["bucket", "endpoints", "secret_key"]);
    expect(JSON.stringify(found)).not.toContain("hidden");
  });

  test.each([["not json"], ['{"version":4,"resources":[]}']])("is not told by %s", async (text) => {
    expect(await one(open, { "/w/.terraform/terraform.tfstate": text })).toMatchObject({ given: [] });
  });

  test("may stand in any of the files of arguments beside it", async () => {
    const found = await backendsIn({
      "/w/main.tf": open,
      "/w/dev.s3.tfbackend": 'bucket = "dev"\n',
      "/w/prod.s3.tfbackend": 'bucket = "prod"\nendpoint = "https://s3.example.org"\n',
    });
    expect(found.map((b) => [b.at.file, b.host])).toEqual([
      ["/w/dev.s3.tfbackend", undefined],
      ["/w/prod.s3.tfbackend", "s3.example.org"],
    ]);
  });
});

describe("Terragrunt", () => {
  test("keeps the states of what includes it: of a folder without code too", async () => {
    const parent =
      'remote_state {\n  backend = "s3"\n  config = {\n    bucket = local.b\n    endpoint = "s3.example.org"\n  }\n}\n';
    const result = await readFolder({
      "/w/live/root.hcl": parent,
      "/w/live/app/terragrunt.hcl": 'include "root" { path = find_in_parent_folders("root.hcl") }\n',
      "/w/live/app/main.tf": 'resource "thing" "a" {}\n',
    });
    expect(result.roots.map((r) => [r.name, r.backends?.map((b) => [b.root, b.address, b.host, b.at.line])])).toEqual([
      ["live", [["live", 'remote_state "s3"', "s3.example.org", 1]]],
      ["live/app", undefined],
    ]);
  });

  test("writes a file with the block into the code it runs", async () => {
    const text =
      'generate "b" {\n  path = "b.tf"\n  contents = <<EOF\nterraform {\n  backend "s3" {\n    bucket = "${local.x}"\n  }\n}\nEOF\n}\n';
    const found = await backendsIn({ "/w/terragrunt.hcl": text, "/w/main.tf": 'resource "thing" "a" {}\n' });
    expect(found).toMatchObject([{ address: 'backend "s3"', given: ["bucket"], root: ".", at: { line: 5 } }]);
  });
});

describe("the states of others", () => {
  const read = async (path: string, folder: Folder) => {
    const estate = await readEstate([path], { files: memoryFiles(folder), knowledge });
    return estate.roots.flatMap((r) => r.backends ?? []);
  };

  test("that code reads are backends of the root too", async () => {
    const main = 'data "terraform_remote_state" "net" {\n  backend = "s3"\n  config = {\n    bucket = "b"\n  }\n}\n';
    expect(await read("/w", { "/w/main.tf": main })).toMatchObject([
      { root: ".", address: "data.terraform_remote_state.net", type: "s3", given: ["bucket"], at: { line: 1 } },
    ]);
  });

  test("stand in a state with the type of their arguments", async () => {
    const attributes = {
      backend: "http",
      config: { value: { address: "https://gitlab.com/x" }, type: ["object", {}] },
    };
    const provider = 'provider["terraform.io/builtin/terraform"]';
    const resources = [
      { mode: "data", type: "terraform_remote_state", name: "net", provider, instances: [{ attributes }] },
    ];
    const state = JSON.stringify({
      version: 4,
      terraform_version: "1.9.0",
      serial: 1,
      lineage: "l",
      outputs: {},
      resources,
    });
    expect(await read("/w/x.tfstate", { "/w/x.tfstate": state })).toMatchObject([{ type: "http", host: "gitlab.com" }]);
  });
});
