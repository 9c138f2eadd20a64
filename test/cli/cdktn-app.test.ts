import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { exeat, type Ran, temporary } from "./exeat.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const { app } = JSON.parse(readFileSync(join(repository, "cdktf.json"), "utf8")) as { app: string };
const folder = temporary();

/** The command of `cdktf.json` as CDK Terrain's command line runs it: by a shell, in the repository, the target in the environment. */
function synthesised(target: string, out: string): Promise<Ran> {
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, EXEAT_TARGET: target, CDKTF_OUTDIR: join(folder, out) };
  const child = spawn(app, { cwd: repository, env, shell: true, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (part: Buffer) => {
    said.out += part.toString("utf8");
  });
  child.stderr.on("data", (part: Buffer) => {
    said.err += part.toString("utf8");
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...said }));
  });
}

const json = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), "utf8"));

/** Code without what CDK Terrain alone knows: its own notes, and where the state of the stack lies. */
function code({ "//": _notes, terraform, ...rest }: { readonly [section: string]: object }): object {
  const { backend: _place, ...engine } = terraform as { readonly backend?: object };
  return { ...rest, terraform: engine };
}

describe("the command that cdktf.json names", () => {
  test.each([
    "scaleway",
    "aws",
    "scaleway:nl-ams",
  ])("writes for %s what synth writes, which reads back as its components, and says the same", async (to) => {
    const [cloud = ""] = to.split(":");
    const out = `${to.replace(":", "-")}.out`;
    const ran = await synthesised(to, out);
    const synth = await exeat(["synth", join(repository, "stacks/shop.ts"), "--to", to, "--out", join(folder, to)]);

    expect([ran.code, ran.out, synth.code]).toEqual([0, "", 0]);
    expect(ran.err.replaceAll("stacks/shop.ts", join(repository, "stacks/shop.ts"))).toBe(synth.err);
    expect(json(out, "manifest.json").stacks[cloud].synthesizedStackPath).toBe(`stacks/${cloud}/cdk.tf.json`);
    expect(code(json(out, `stacks/${cloud}/cdk.tf.json`))).toEqual(code(json(to, "cdk.tf.json")));
    const read = JSON.parse((await exeat(["inventory", join(folder, out), "--format", "json"])).out);
    // A firewall of machines in two zones is a group in each at Scaleway.
    const components = cloud === "scaleway" ? 15 : 14;
    expect([read.source.kind, read.source.cloud, read.components.length]).toEqual(["cdktf", cloud, components]);
  }, 60_000);

  test.each([
    ["", /^error\[EX0001\]: EXEAT_TARGET names no cloud/],
    ["nowhere", /^error\[EX0001\]: there is no cloud "nowhere": name one of [a-z, ]+\n$/],
    ["aws,ovh", /^error\[EX0001\]: this command takes one target cloud\n$/],
  ])("with EXEAT_TARGET=%j it writes nothing, and says in one line what is wrong", async (to, says) => {
    const ran = await synthesised(to, "nothing.out");
    expect(ran).toEqual({ code: 2, out: "", err: expect.stringMatching(says) });
    expect(existsSync(join(folder, "nothing.out"))).toBe(false);
  });
});
