import { describe, expect, test } from "@jest/globals";
import { signsOf, typesSeen } from "../../providers/dependency-signs.ts";
import { clouds } from "../../providers/index.ts";
import type { Root, StateBackend } from "../../providers/native.ts";
import type { Cloud } from "../../providers/provider.ts";
import { placeOf } from "../../providers/state-place.ts";
import { readFolder } from "../importers/hcl/memory-files.ts";

const cloud = (id: string): Cloud => clouds[id]!;

const backend = (type: string | null, more: Partial<StateBackend> = {}): StateBackend => ({
  ...{ root: ".", address: "backend", type, given: [], at: { file: "main.tf", line: 1 } },
  ...more,
});

describe("where a state is kept, seen from each cloud", () => {
  const bucket = { given: ["bucket"] };
  const at = (host: string | null) => ({ ...bucket, host });
  test.each<[string, StateBackend, Readonly<Record<"aws" | "scaleway" | "ovh" | "vmware", string>>]>([
    [
      "a bucket",
      backend("s3", bucket),
      { aws: "source", scaleway: "elsewhere", ovh: "elsewhere", vmware: "elsewhere" },
    ],
    [
      "a bucket of AWS by name",
      backend("s3", at("s3.eu-west-3.amazonaws.com")),
      { aws: "source", scaleway: "elsewhere", ovh: "elsewhere", vmware: "elsewhere" },
    ],
    [
      "a bucket of Scaleway",
      backend("s3", at("s3.fr-par.scw.cloud")),
      { aws: "elsewhere", scaleway: "source", ovh: "elsewhere", vmware: "elsewhere" },
    ],
    [
      "a bucket of OVHcloud",
      backend("s3", at("s3.gra.io.cloud.ovh.net")),
      { aws: "elsewhere", scaleway: "elsewhere", ovh: "source", vmware: "elsewhere" },
    ],
    [
      "a name that only ends alike",
      backend("s3", at("notscw.cloud")),
      { aws: "elsewhere", scaleway: "elsewhere", ovh: "elsewhere", vmware: "elsewhere" },
    ],
    [
      "a bucket at a host nobody knows",
      backend("s3", at(null)),
      { aws: "unknown", scaleway: "unknown", ovh: "unknown", vmware: "unknown" },
    ],
    [
      "a bucket at an address",
      backend("s3", at("10.0.0.7")),
      { aws: "unknown", scaleway: "unknown", ovh: "unknown", vmware: "unknown" },
    ],
    [
      "a bucket at a machine of the network",
      backend("s3", at("minio.internal")),
      { aws: "unknown", scaleway: "unknown", ovh: "unknown", vmware: "unknown" },
    ],
    [
      "a block that leaves the bucket out",
      backend("s3"),
      { aws: "unknown", scaleway: "unknown", ovh: "unknown", vmware: "unknown" },
    ],
    [
      "a workspace of a vendor",
      backend("cloud", { given: ["organization"] }),
      { aws: "elsewhere", scaleway: "elsewhere", ovh: "elsewhere", vmware: "elsewhere" },
    ],
    [
      "a workspace on a host of one's own",
      backend("remote", { given: ["organization"], host: "tfe.example.org" }),
      { aws: "unknown", scaleway: "unknown", ovh: "unknown", vmware: "unknown" },
    ],
    [
      "a state that a Git host keeps",
      backend("http", { given: ["address"], host: "gitlab.com" }),
      { aws: "elsewhere", scaleway: "elsewhere", ovh: "elsewhere", vmware: "elsewhere" },
    ],
    [
      "an address of the source",
      backend("http", { given: ["address"], host: "x.execute-api.eu-west-3.amazonaws.com" }),
      { aws: "source", scaleway: "unknown", ovh: "unknown", vmware: "unknown" },
    ],
    [
      "a file on some disk",
      backend("local", { given: ["path"] }),
      { aws: "unknown", scaleway: "unknown", ovh: "unknown", vmware: "unknown" },
    ],
    [
      "a kind nobody could evaluate",
      backend(null),
      { aws: "unknown", scaleway: "unknown", ovh: "unknown", vmware: "unknown" },
    ],
  ])("%s", (_, kept, expected) => {
    const found = Object.fromEntries(Object.keys(expected).map((id) => [id, placeOf(kept, cloud(id))]));
    expect(found).toEqual(expected);
  });
});

/** What an estate of one file shows: dependency, whether it stands at the source, address. */
async function seen(main: string, id = "aws") {
  const { roots } = await readFolder({ "/w/main.tf": main });
  return signsOf({ roots }, cloud(id)).map((s) => `${s.dependency} ${s.stands} ${s.address}`);
}

describe("what code shows of what the exit itself needs", () => {
  test.each([
    [
      "images of the source's registry",
      'resource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode([{ image = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/app:1" }])\n}',
      ["images source aws_ecs_task_definition.a"],
    ],
    [
      "images named with an account nobody knows",
      'data "aws_caller_identity" "me" {}\nresource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode([{ image = "${data.aws_caller_identity.me.account_id}.dkr.ecr.eu-west-3.amazonaws.com/app" }])\n}',
      ["images source aws_ecs_task_definition.a"],
    ],
    [
      "images of a workload in a cluster",
      'resource "kubernetes_deployment" "a" {\n  spec {\n    template {\n      spec {\n        container { image = "public.ecr.aws/nginx/nginx:1" }\n      }\n    }\n  }\n}',
      ["images source kubernetes_deployment.a"],
    ],
    [
      "images of somebody else",
      'resource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode([{ image = "ghcr.io/x/y:1" }])\n}',
      [],
    ],
    [
      "a registry that is looked up",
      'data "aws_ecr_repository" "a" { name = "app" }',
      ["images source data.aws_ecr_repository.a"],
    ],
    [
      "a runner in a machine, behind base64",
      'resource "aws_launch_template" "a" {\n  user_data = base64encode("#!/bin/sh\\ngitlab-runner register --url https://gitlab.example.org\\n")\n}',
      ["ci source aws_launch_template.a"],
    ],
    [
      "a runner in a cluster",
      'resource "helm_release" "r" {\n  name = "r"\n  chart = "gha-runner-scale-set"\n}',
      ["ci source helm_release.r"],
    ],
    [
      "a machine that runs no pipeline",
      'resource "aws_instance" "a" { user_data = "#!/bin/sh\\napt-get install -y nginx" }',
      [],
    ],
    [
      "trust in the pipelines of others",
      'resource "aws_iam_openid_connect_provider" "gh" { url = "https://token.actions.githubusercontent.com" }',
      ["ci unknown aws_iam_openid_connect_provider.gh"],
    ],
    [
      "trust in the programs of a cluster",
      'resource "aws_iam_openid_connect_provider" "k" { url = "https://oidc.eks.eu-west-3.amazonaws.com/id/A" }',
      [],
    ],
    [
      "trust in other issuers",
      'resource "aws_iam_openid_connect_provider" "o" { url = "https://login.example.org" }',
      ["identity unknown aws_iam_openid_connect_provider.o"],
    ],
    [
      "an identity provider by its metadata",
      'resource "aws_iam_saml_provider" "s" { saml_metadata_document = "<EntityDescriptor entityID=\\"https://portal.sso.eu-west-3.amazonaws.com/x\\">" }',
      ["identity source aws_iam_saml_provider.s"],
    ],
    [
      "an identity provider whose metadata is not here",
      'resource "aws_iam_saml_provider" "s" { saml_metadata_document = var.m }\nvariable "m" {}',
      ["identity unknown aws_iam_saml_provider.s"],
    ],
    [
      "people kept at the source",
      'resource "aws_identitystore_user" "u" {}',
      ["identity source aws_identitystore_user.u"],
    ],
    [
      "a key of backups",
      'resource "aws_backup_vault" "v" { kms_key_arn = var.key }\nvariable "key" {}',
      ["keys source aws_backup_vault.v"],
    ],
    ["backups without a key of one's own", 'resource "aws_backup_vault" "v" { name = "v" }', []],
    [
      "a key that is looked up",
      'data "aws_kms_alias" "a" { name = "alias/data" }',
      ["keys source data.aws_kms_alias.a"],
    ],
    [
      "secrets of a store",
      'data "aws_secretsmanager_secret_version" "s" { secret_id = "s" }\ndata "aws_ssm_parameter" "p" { name = "/app/password" }',
      ["secrets source data.aws_secretsmanager_secret_version.s", "secrets source data.aws_ssm_parameter.p"],
    ],
    [
      "a parameter that only names an image",
      'data "aws_ssm_parameter" "p" { name = "/aws/service/ami-amazon-linux-latest/x" }',
      [],
    ],
    [
      "secrets that a machine fetches at its start",
      'resource "aws_instance" "a" { user_data = "#!/bin/sh\\naws secretsmanager get-secret-value --secret-id x" }',
      ["secrets source aws_instance.a"],
    ],
    [
      "secrets that a container is given",
      'resource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode([{ secrets = [{ name = "P", valueFrom = "arn:x" }] }])\n}',
      ["secrets source aws_ecs_task_definition.a"],
    ],
    [
      "a domain registered there",
      'resource "aws_route53domains_registered_domain" "d" { domain_name = "example.org" }',
      ["registrar source aws_route53domains_registered_domain.d"],
    ],
    [
      "images that are paid for",
      'data "aws_ami" "w" {\n  owners = ["aws-marketplace"]\n}\ndata "aws_ami" "x" {\n  owners = ["amazon"]\n  filter {\n    name = "name"\n    values = ["Windows_Server-2022-English-Full-Base-*"]\n  }\n}',
      ["licences source data.aws_ami.w", "licences source data.aws_ami.x"],
    ],
    [
      "images that are free",
      'data "aws_ami" "u" {\n  owners = ["099720109477"]\n  filter {\n    name = "name"\n    values = ["ubuntu/images/*"]\n  }\n}',
      [],
    ],
    [
      "databases with a licence",
      'resource "aws_db_instance" "s" { engine = "sqlserver-se" }\nresource "aws_db_instance" "o" {\n  engine = "oracle-se2"\n  license_model = "license-included"\n}\nresource "aws_db_instance" "b" {\n  engine = "oracle-ee"\n  license_model = "bring-your-own-license"\n}',
      ["licences source aws_db_instance.o", "licences source aws_db_instance.s"],
    ],
    [
      "a state behind a key",
      'terraform {\n  backend "s3" {\n    bucket = "b"\n    kms_key_id = "k"\n  }\n}\nresource "aws_vpc" "v" {}',
      ['keys source backend "s3"', 'state source backend "s3"'],
    ],
  ])("%s", async (_, main, expected) => {
    expect((await seen(main)).sort()).toEqual([...expected].sort());
  });

  test("the same words of another cloud show nothing of this one", async () => {
    const main =
      'resource "kubernetes_pod" "a" {\n  spec {\n    container { image = "rg.fr-par.scw.cloud/shop/app:1" }\n  }\n}';
    expect(await seen(main, "aws")).toEqual([]);
    expect(await seen(main, "scaleway")).toEqual(["images source kubernetes_pod.a"]);
    const ovh = main.replace("rg.fr-par.scw.cloud/", "xyz.gra7.container-registry.ovh.net/");
    expect(await seen(ovh, "ovh")).toEqual(["images source kubernetes_pod.a"]);
  });

  test("a state elsewhere says nothing of a root whose code does not say where its own is", async () => {
    const cloudBlock = 'terraform {\n  cloud {\n    organization = "o"\n  }\n}\n';
    const vpc = 'resource "aws_vpc" "v" {}\n';
    const of = async (second: string) => {
      const { roots } = await readFolder({ "/w/a/main.tf": cloudBlock + vpc, "/w/b/main.tf": second });
      return signsOf({ roots }, cloud("aws")).map((s) => `${s.root} ${s.stands} ${s.address}`);
    };
    expect(await of(cloudBlock + vpc)).toEqual(["a elsewhere cloud", "b elsewhere cloud"]);
    expect(await of(vpc)).toEqual(["a elsewhere cloud", "b unknown no backend"]);
  });

  test("a plan and a state never say where the state is kept: that is seen, and open", async () => {
    const { roots } = await readFolder({ "/w/main.tf": 'resource "aws_vpc" "v" {}\n' });
    const of = (form: Root["form"]) =>
      signsOf({ roots: roots.map((root) => ({ ...root, form })) }, cloud("aws")).map((s) => `${s.stands} ${s.address}`);
    expect([of("plan"), of("state"), of("hcl")]).toEqual([
      ["unknown a plan names no backend"],
      ["unknown a state names no backend"],
      [],
    ]);
  });

  test("what decides by an argument is read of a large state too", () => {
    expect(typesSeen(cloud("aws"))).toEqual(
      expect.arrayContaining(["aws_ecs_task_definition", "aws_launch_template", "aws_ami"]),
    );
    expect(typesSeen(cloud("vmware"))).toEqual([]);
  });
});
