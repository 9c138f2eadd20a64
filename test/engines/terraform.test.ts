import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { RootConstruct } from "constructs";
import { type ClassSource, terraformApp, terraformFiles, terraformStack } from "../../engines/terraform.ts";
import { writtenDifferences } from "../../engines/written-differences.ts";
import { readHcl } from "../../importers/hcl/read-hcl.ts";
import { clouds } from "../../providers/index.ts";
import { type Args, type Native, Unknown } from "../../providers/native.ts";
import { normalise } from "../../providers/normalise.ts";
import { fingerprint } from "../../providers/paths.ts";
import type { Cloud } from "../../providers/provider.ts";
import { resourceSchema } from "../../providers/schema-of.ts";
import { to, written } from "../fixtures/natives/written.ts";
import { memoryFiles } from "../importers/memory-files.ts";
import { everyCase, synthesisOf } from "./workloads.ts";

const noClasses: ClassSource = async () => undefined;
const each = Object.values(clouds)
  .filter((c) => !c.sourceOnly)
  .map((cloud) => [cloud.id, cloud] as const);
const aws = clouds["aws"] as Cloud;

/** The code as JSON. */
async function codeOf(natives: readonly Native[], rest: Parameters<typeof synthesisOf>[2] = {}) {
  const files = await terraformFiles(synthesisOf(aws, natives, rest), aws);
  return JSON.parse(files.get("cdk.tf.json") ?? "");
}

describe.each(each)("every case on %s", (id, cloud) => {
  const synthesis = everyCase(cloud);

  test("is written leaf by leaf as it was lowered, and nothing else is", async () => {
    expect(synthesis.natives.length).toBeGreaterThan(50);
    expect(writtenDifferences(await terraformFiles(synthesis, cloud), synthesis, cloud)).toEqual([]);
  });

  test("has the same bytes twice, and where no classes are installed", async () => {
    const files = await terraformFiles(synthesis, cloud);
    expect([...(await terraformFiles(everyCase(cloud), cloud))]).toEqual([...files]);
    expect([...(await terraformFiles(synthesis, cloud, { classes: noClasses }))]).toEqual([...files]);
  });

  test("is made of the provider's classes wherever there are any", async () => {
    const stack = await terraformStack(new RootConstruct(), synthesis, cloud);
    const made = stack.node.findAll().map((construct) => construct.constructor);
    const generic = made.filter(({ name }) => name.startsWith("Generic")).length;
    const typed = made.filter((type) => "tfResourceType" in type).length;
    expect(generic + typed).toBe(synthesis.natives.length);
    expect(generic === 0).toBe(id !== "ovh");
  });

  test("is what a reader of Terraform code finds in it", async () => {
    const files = await terraformFiles(synthesis, cloud);
    const knowledge = { sensitive: () => false };
    const code = memoryFiles({ "code/cdk.tf.json": files.get("cdk.tf.json") ?? "" });
    const { roots } = await readHcl("code", { files: code, knowledge });
    const read = new Map(roots.flatMap((root) => root.natives.map((native) => [native.address, native])));
    const form = (native: Native) => {
      const { args } = normalise(native, resourceSchema(cloud, native));
      return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, known(value)]));
    };
    expect([...read.keys()].sort()).toEqual(synthesis.natives.map((n) => n.address).sort());
    for (const native of synthesis.natives) expect(form(read.get(native.address) as Native)).toEqual(form(native));
  });

  test("writes the region into the provider block and nothing else", async () => {
    const files = await terraformFiles(synthesis, cloud);
    const { provider, terraform } = JSON.parse(files.get("cdk.tf.json") ?? "");
    const [main] = cloud.providers;
    expect(provider).toEqual({ [main?.name ?? ""]: [main?.block(cloud.defaultRegion)] });
    expect(terraform).toEqual({
      required_providers: { [main?.name ?? ""]: { source: main?.source, version: main?.versions } },
    });
  });

  test("names each variable without a default beside the code, secrets as such", async () => {
    const example = (await terraformFiles(synthesis, cloud)).get("terraform.tfvars.example") ?? "";
    const asked = synthesis.variables.filter((v) => v.default === undefined);
    expect(asked.length).toBeGreaterThan(0);
    expect(example.match(/^\w+ = /gm)?.sort()).toEqual(asked.map((v) => `${v.name} = `).sort());
    for (const { name, description, sensitive } of asked) {
      expect(example).toContain(description);
      expect(example.includes(`TF_VAR_${name} `)).toBe(sensitive === true);
    }
  });

  test("leaves nothing behind in the temporary folder or here", async () => {
    const here = () => [...readdirSync(tmpdir()), ...readdirSync(".")].filter((name) => name.startsWith("cdktf"));
    const before = here();
    await terraformFiles(synthesis, cloud);
    expect(here()).toEqual([...before]);
    expect(before).not.toContain("cdktf.out");
  });
});

/** Expressions as text, with the quotes of a template of one expression gone: readers differ in what they keep of it. */
function known(value: Args[string] | undefined): unknown {
  return value instanceof Unknown
    ? "an expression"
    : JSON.parse(fingerprint(value).replaceAll(/\{"\$\{\}":"(?:[^"\\]|\\.)*"\}/g, '"an expression"'));
}

describe("code", () => {
  test("without components is a provider block", async () => {
    expect(await codeOf([])).toEqual({
      provider: { aws: [{ region: "eu-west-3" }] },
      terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "~> 6.0" } } },
    });
  });

  test("keeps text that looks like an expression from becoming one", async () => {
    const bucket = written("aws_s3_bucket.b", { bucket: "${not.one}", tags: { "%{k}": "100%" } });
    const { aws_s3_bucket } = (await codeOf([bucket])).resource;
    expect(aws_s3_bucket.b).toMatchObject({ bucket: "$${not.one}", tags: { "%%{k}": "100%" } });
  });

  test("has protection, order and ignored changes", async () => {
    const guarded: Native = {
      ...written("aws_s3_bucket.b", {}),
      lifecycle: { preventDestroy: true, createBeforeDestroy: false, ignoreChanges: ["tags"] },
      dependsOn: ["aws_s3_bucket.a"],
    };
    const all: Native = { ...written("aws_s3_bucket.c", {}), lifecycle: { ignoreChanges: "all" } };
    const { aws_s3_bucket } = (await codeOf([written("aws_s3_bucket.a", {}), guarded, all])).resource;
    expect(aws_s3_bucket.b).toMatchObject({
      depends_on: ["aws_s3_bucket.a"],
      lifecycle: { prevent_destroy: true, create_before_destroy: false, ignore_changes: ["tags"] },
    });
    expect(aws_s3_bucket.c.lifecycle).toEqual({ ignore_changes: "all" });
    expect(aws_s3_bucket.a).not.toHaveProperty("lifecycle");
  });

  test("says which component a native belongs to; one of several stands beside them", async () => {
    const [own, shared] = [written("aws_s3_bucket.own", {}), written("aws_s3_bucket.shared", {})];
    const components = new Map([
      ["shop/uploads", [own, shared]],
      ["shop/logs", [shared]],
    ]);
    const { aws_s3_bucket } = (await codeOf([own, shared], { components })).resource;
    expect(aws_s3_bucket.own["//"].metadata.path).toBe("aws/shop--uploads/aws_s3_bucket.own");
    expect(aws_s3_bucket.shared["//"].metadata.path).toBe("aws/aws_s3_bucket.shared");
  });

  test("has data sources, variables with defaults and outputs", async () => {
    const document = written("data.aws_iam_policy_document.d", { statement: [{ actions: ["s3:*"] }] }, "data");
    const code = await codeOf([document], {
      variables: [{ name: "size", type: "number", description: "How many ${n}.", default: 3, sensitive: true }],
      outputs: [{ name: "policy", description: "It.", value: to("data.aws_iam_policy_document.d", "json") }],
    });
    expect(code.data.aws_iam_policy_document.d).toMatchObject({ statement: [{ actions: ["s3:*"] }] });
    expect(code.variable.size).toEqual({ type: "number", description: "How many $${n}.", default: 3, sensitive: true });
    expect(code.output.policy).toEqual({ description: "It.", value: "${data.aws_iam_policy_document.d.json}" });
  });

  test("needs no tfvars example where every variable has a default", async () => {
    const files = await terraformFiles(synthesisOf(aws, []), aws);
    expect([...files.keys()]).toEqual(["cdk.tf.json", ".gitignore"]);
  });

  // Terraform: "Attributes as Blocks". In JSON each object needs all its attributes.
  test.each([
    [undefined],
    [noClasses],
  ])("gives objects that look like blocks all their attributes (%#)", async (classes) => {
    const group = written("aws_security_group.g", { ingress: [{ protocol: "tcp", from_port: 1, to_port: 2 }] });
    const files = await terraformFiles(synthesisOf(aws, [group]), aws, classes ? { classes } : {});
    const [rule] = JSON.parse(files.get("cdk.tf.json") ?? "").resource.aws_security_group.g.ingress;
    expect(rule).toMatchObject({ protocol: "tcp", self: null, description: null, cidr_blocks: null });
  });

  test("is generic where a class does not write what it is given", async () => {
    const odd = written("aws_s3_bucket.b", { bucket: "b", no_such_argument: 1 });
    const synthesis = synthesisOf(aws, [odd]);
    const stack = await terraformStack(new RootConstruct(), synthesis, aws);
    expect(stack.node.findAll().map((c) => c.constructor.name)).toContain("GenericResource");
    expect(writtenDifferences(await terraformFiles(synthesis, aws), synthesis, aws)).toEqual([]);
  });

  test("whose class cannot be loaded for another reason fails", async () => {
    const classes: ClassSource = async () => {
      throw new Error("broken class");
    };
    const synthesis = synthesisOf(aws, [written("aws_s3_bucket.b", {})]);
    await expect(terraformFiles(synthesis, aws, { classes })).rejects.toThrow("broken class");
  });
});

test("an app of CDK Terrain has the same code where its command line looks for it", async () => {
  const before = process.env["CDKTF_OUTDIR"];
  const folder = mkdtempSync(join(tmpdir(), "exeat-app-test-"));
  process.env["CDKTF_OUTDIR"] = join(folder, "out");
  try {
    const synthesis = everyCase(aws);
    const out = await terraformApp(synthesis, aws);
    const app = JSON.parse(readFileSync(join(out, "stacks/aws/cdk.tf.json"), "utf8"));
    const code = JSON.parse((await terraformFiles(synthesis, aws)).get("cdk.tf.json") ?? "");
    // It adds who wrote it and where the state is kept.
    const { "//": about, terraform, ...rest } = app;
    expect(about.metadata.stackName).toBe("aws");
    expect({ ...rest, terraform: { required_providers: terraform.required_providers } }).toEqual(code);
  } finally {
    if (before === undefined) delete process.env["CDKTF_OUTDIR"];
    else process.env["CDKTF_OUTDIR"] = before;
    rmSync(folder, { recursive: true });
  }
});

describe("differences between what was asked for and what is written", () => {
  const natives: Native[] = [
    { ...written("aws_s3_bucket.b", { bucket: "b", tags: { a: "1" } }), lifecycle: { preventDestroy: true } },
    written("aws_s3_bucket_versioning.b", {
      bucket: to("aws_s3_bucket.b", "id"),
      versioning_configuration: [{ status: "Enabled" }],
    }),
  ];
  const synthesis = synthesisOf(aws, natives, {
    variables: [{ name: "v", type: "string", description: "V." }],
    outputs: [{ name: "o", description: "O.", value: "x" }],
  });

  test.each([
    ['"bucket": "b"', '"bucket": "c"', "aws_s3_bucket.b bucket"],
    ['"a": "1"', '"a": 1', "aws_s3_bucket.b tags.a"],
    ["${aws_s3_bucket.b.id}", "$${aws_s3_bucket.b.id}", "aws_s3_bucket_versioning.b bucket"],
    ['"status": "Enabled"', '"status": "Enabled", "mfa_delete": "x"', "versioning_configuration.0.mfa_delete"],
    ['"prevent_destroy": true', '"prevent_destroy": false', "aws_s3_bucket.b lifecycle prevent_destroy"],
    ['"region": "eu-west-3"', '"region": "eu-west-3", "profile": "me"', "provider aws.0.profile"],
    ['"description": "V."', '"description": "W."', "var v.description"],
    ['"value": "x"', '"value": "y"', "output o.value"],
    ['"aws_s3_bucket_versioning": {', '"aws_s3_bucket_acl": {', "aws_s3_bucket_versioning.b is not written"],
  ])("are found: %s for %s", async (from, into, found) => {
    const files = new Map(await terraformFiles(synthesis, aws));
    const code = files.get("cdk.tf.json") ?? "";
    expect(code).toContain(from);
    expect(writtenDifferences(files, synthesis, aws)).toEqual([]);
    files.set(
      "cdk.tf.json",
      code.replace(from, () => into),
    );
    expect(writtenDifferences(files, synthesis, aws).join("\n")).toContain(found);
  });
});
