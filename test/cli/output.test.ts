import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { writeFileWhole } from "../../cli/write-file.ts";
import { writeFolder } from "../../cli/write-folder.ts";
import { exeat, SHOP, STACK, temporary } from "./exeat.ts";

const SHARED = "test/fixtures/estates/shared-and-hidden";
const folder = temporary();
const files = (entries: Record<string, string>) => new Map(Object.entries(entries));
const text = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");
let count = 0;
const fresh = () => {
  count += 1;
  return join(folder, `f${count}`);
};

test("what is wrong with the new code is said by the address, file and line of the source's", async () => {
  const at = ["plan", SHARED, "--to", "ovh", "--out", fresh()];
  const { err } = await exeat(at);
  expect(err).toMatch(/\[EX0340\].*\n {2}at .*shared-and-hidden\/main\.tf:\d+, aws_db_instance\.orders\n/);
});

describe("a file", () => {
  test("is written whole, folders on the way made, and nothing is left beside it", async () => {
    const path = join(fresh(), "deep", "report.txt");
    await writeFileWhole(path, "one");
    await writeFileWhole(path, "two");
    expect(readFileSync(path, "utf8")).toBe("two");
    expect(readdirSync(join(path, ".."))).toEqual(["report.txt"]);
  });

  test("keeps its place behind a link", async () => {
    const at = fresh();
    mkdirSync(at);
    writeFileSync(join(at, "real.txt"), "one");
    symlinkSync("real.txt", join(at, "link.txt"));
    await writeFileWhole(join(at, "link.txt"), "two");
    expect([lstatSync(join(at, "link.txt")).isSymbolicLink(), readFileSync(join(at, "real.txt"), "utf8")]).toEqual([
      true,
      "two",
    ]);
  });

  test("a device is written to as it is, never replaced", async () => {
    await writeFileWhole("/dev/null", "x");
    expect(lstatSync("/dev/null").isFile()).toBe(false);
  });

  test("that cannot be written is a usage error, and what was there stays", async () => {
    const at = fresh();
    writeFileSync(at, "mine");
    await expect(writeFileWhole(join(at, "below.txt"), "x")).rejects.toThrow(/part of the path is a file/);
    expect(readFileSync(at, "utf8")).toBe("mine");
  });
});

describe("a folder", () => {
  test("a new one appears whole; a second run replaces what changed and removes what is gone", async () => {
    const at = fresh();
    await writeFolder(at, files({ "a.txt": "1", "old/b.txt": "2" }));
    await writeFolder(at, files({ "a.txt": "3", "new/c.txt": "4" }));
    expect(readdirSync(at).sort()).toEqual([".exeat-files.json", "a.txt", "new"]);
    expect([readFileSync(join(at, "a.txt"), "utf8"), readFileSync(join(at, "new/c.txt"), "utf8")]).toEqual(["3", "4"]);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("what others put there stays: states, settings, downloads", async () => {
    const at = fresh();
    await writeFolder(at, files({ "code/main.tf.json": "{}" }));
    mkdirSync(join(at, "code/.terraform"));
    writeFileSync(join(at, "code/terraform.tfstate"), "state");
    await writeFolder(at, files({ "other.txt": "" }));
    expect(readdirSync(join(at, "code")).sort()).toEqual([".terraform", "terraform.tfstate"]);
  });

  test("an empty one is used", async () => {
    const at = fresh();
    mkdirSync(at);
    await writeFolder(at, files({ "a.txt": "1" }));
    expect(readdirSync(at).sort()).toEqual([".exeat-files.json", "a.txt"]);
  });

  test("one with other content is refused, and untouched, unless forced", async () => {
    const at = fresh();
    mkdirSync(at);
    writeFileSync(join(at, "thesis.txt"), "mine");
    await expect(writeFolder(at, files({ "a.txt": "1" }))).rejects.toThrow(
      /did not write: name another folder, or add --force/,
    );
    expect(readdirSync(at)).toEqual(["thesis.txt"]);
    await writeFolder(at, files({ "a.txt": "1" }), { force: true });
    expect(readdirSync(at).sort()).toEqual([".exeat-files.json", "a.txt", "thesis.txt"]);
  });

  test.each([
    ["was changed by hand", "a.txt"],
    ["somebody else put there", "b.txt"],
  ])("a file that %s is not lost, unless forced", async (_how, name) => {
    const at = fresh();
    await writeFolder(at, files({ "a.txt": "1" }));
    writeFileSync(join(at, name), "by hand");
    const next = files({ "a.txt": "2", "b.txt": "2" });
    await expect(writeFolder(at, next)).rejects.toThrow(/changed by hand/);
    expect(readFileSync(join(at, name), "utf8")).toBe("by hand");
    await writeFolder(at, next, { force: true });
    expect(readFileSync(join(at, name), "utf8")).toBe("2");
  });

  test("a list of files that reaches outside is not believed", async () => {
    const at = fresh();
    mkdirSync(at);
    writeFileSync(join(folder, "outside.txt"), "mine");
    const digest = createHash("sha256").update("mine").digest("hex");
    const list = { formatVersion: 1, files: { "../outside.txt": digest } };
    writeFileSync(join(at, ".exeat-files.json"), JSON.stringify(list));
    await expect(writeFolder(at, files({ "a.txt": "1" }))).rejects.toThrow(/did not write/);
    await writeFolder(at, files({ "a.txt": "1" }), { force: true });
    expect(text("outside.txt")).toBe("mine");
  });

  test("where nothing can be made is a usage error, not a wait", async () => {
    const { code, err } = await exeat(["synth", STACK, "--to", "ovh", "--out", "/proc/exeat"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/^error\[EX0001\]: \/proc\/exeat could not be written/m)]);
  });

  test("a file in its place is refused", async () => {
    const at = fresh();
    writeFileSync(at, "mine");
    await expect(writeFolder(at, files({ a: "" }), { force: true })).rejects.toThrow(
      /is a file and this command writes a folder/,
    );
  });
});

describe("commands", () => {
  test("--out takes the report off stdout, without colours even on a terminal", async () => {
    const { code, out } = await exeat(["inventory", SHOP, "--out", join(folder, "inventory.txt")], { terminal: true });
    expect([code, out]).toEqual([0, ""]);
    expect(text("inventory.txt")).toMatch(/^Inventory of /);
    expect(text("inventory.txt")).not.toContain("\u001b");
  });

  test("a terminal gets colours and progress, --no-color and --quiet take them away", async () => {
    const shown = await exeat(["inventory", SHOP], { terminal: true });
    expect(shown.out).toContain("\u001b[1m");
    expect(shown.err).toContain(`\r\u001b[KReading ${SHOP} …`);
    const plain = await exeat(["inventory", SHOP, "--no-color", "--quiet"], { terminal: true });
    expect(plain.out + plain.err).not.toContain("\u001b");
    expect(plain.err).toBe("");
  });

  test("the plan of one target stands in the folder, those of several in one folder each, every file it names there", async () => {
    const at = join(folder, "plans");
    const { code, out } = await exeat(["plan", SHOP, "--to", "scaleway,ovh", "--out", at, "--format", "json"]);
    expect(code).toBe(0);
    const { formatVersion, results } = JSON.parse(out);
    expect([formatVersion, results.map((r: { to: string }) => r.to)]).toEqual([1, ["scaleway", "ovh"]]);
    for (const { to, files: scripts, targetCode } of results) {
      for (const file of [...scripts, ...targetCode.files, "plan.md", "plan.html", "assessment.json"]) {
        expect([file, existsSync(join(at, to, file))]).toEqual([file, true]);
      }
      expect(JSON.parse(readFileSync(join(at, to, "plan.json"), "utf8"))).toEqual(
        results.find((r: { to: string }) => r.to === to),
      );
    }
    expect(readdirSync(join(at, "scaleway/target"))).toContain("cdk.tf.json");
    expect(readdirSync(join(at, "ovh/target"))).toContain("index.ts");
    const again = await exeat(["plan", SHOP, "--to", "scaleway", "--out", at, "--force"]);
    expect([again.code, readdirSync(at).includes("ovh"), existsSync(join(at, "plan.json"))]).toEqual([0, false, true]);
  });

  test("a workload file is never written over by accident", async () => {
    const at = join(folder, "workload.yaml");
    expect((await exeat(["adopt", SHOP, "--out", at])).code).toBe(0);
    const first = text("workload.yaml");
    writeFileSync(at, `${first}# mine\n`);
    const refused = await exeat(["adopt", SHOP, "--out", at]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/is there already/)]);
    expect(text("workload.yaml")).toContain("# mine");
    expect((await exeat(["adopt", SHOP, "--out", at, "--force"])).code).toBe(0);
    expect(text("workload.yaml")).toBe(first);
  });

  test.each([
    ["facts", ["facts", "init", SHOP]],
    ["a factor", ["calibrate", "-"]],
  ])("a file into which people write %s is never written over by accident", async (name, words) => {
    const at = join(folder, `${name}.yaml`);
    const run = (...more: string[]) =>
      exeat([...words, "--out", at, ...more], { stdin: "name,actual,estimated\na,3,2\n" });
    expect((await run()).code).toBe(0);
    const first = readFileSync(at, "utf8");
    writeFileSync(at, "team: { people: 3 } # mine\n");
    const refused = await run();
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/is there already/)]);
    expect(readFileSync(at, "utf8")).toContain("# mine");
    expect((await run("--force")).code).toBe(0);
    expect(readFileSync(at, "utf8")).toBe(first);
  });

  test("nothing is written when the check fails for want of an engine, but the exit code says so", async () => {
    const env = { ...process.env };
    try {
      Object.assign(process.env, { EXEAT_TOFU: "", PATH: "", XDG_CACHE_HOME: folder, HOME: folder });
      const { code, out } = await exeat(["synth", STACK, "--to", "scaleway", "--check"]);
      expect([code, out]).toEqual([
        1,
        expect.stringMatching(/Check: not everything was judged[\s\S]*not judged: no engine found/),
      ]);
      const allowed = await exeat(["synth", STACK, "--to", "scaleway", "--check", "--allow-partial"]);
      expect(allowed.code).toBe(0);
    } finally {
      process.env = env;
    }
  });

  test("same input, same bytes", async () => {
    for (const format of ["text", "json", "markdown"]) {
      const words = ["assess", SHOP, "--to", "scaleway,ovh", "--format", format];
      expect(await exeat(words)).toEqual(await exeat(words));
    }
  });
});
