import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { writeFolder } from "../../cli/write-folder.ts";
import { temporary } from "./exeat.ts";

const folder = temporary();
const module = (name: string, of = "cli") =>
  JSON.stringify(fileURLToPath(new URL(`../../${of}/${name}.ts`, import.meta.url)));
let count = 0;
const fresh = () => {
  count += 1;
  const at = join(folder, `f${count}`);
  mkdirSync(at);
  return at;
};
/** More than a moment's work. */
const MANY = "new Map(Array.from({ length: 1600 }, (_, i) => [`d${i % 40}/${i}.txt`, `new ${i}`]))";

/** Runs a script, sends it a signal as soon as `when` holds in its folder, and says how it ended. */
async function interrupted(
  script: string,
  signal: NodeJS.Signals,
  when: (names: readonly string[]) => boolean,
  at: string,
) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => {
      said += part;
    });
  }
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.on("close", (code, by) => resolve(by ?? code)),
  );
  while (child.exitCode === null && !when(readdirSync(at))) await setTimeout(1);
  child.kill(signal);
  return { ended: await ended, said, left: readdirSync(at).sort() };
}

const begun = (names: readonly string[]) => names.some((name) => name.endsWith(".tmp"));

describe("a process that is told to end while it writes", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s: leaves no part of a folder", async (signal) => {
    const at = fresh();
    const script = `import { writeFolder } from ${module("write-folder")}; await writeFolder(${JSON.stringify(join(at, "plan"))}, ${MANY});`;
    expect(await interrupted(script, signal, begun, at)).toEqual({ ended: signal, said: "", left: [] });
  });

  test("leaves no part of a file, and the one that was there", async () => {
    const at = fresh();
    writeFileSync(join(at, "result.json"), "old");
    const pieces = "(function* () { for (let i = 0; i < 1e7; i++) yield 'piece '; })()";
    const script = `import { writeFileWhole } from ${module("write-file")}; await writeFileWhole(${JSON.stringify(join(at, "result.json"))}, ${pieces});`;
    expect(await interrupted(script, "SIGINT", begun, at)).toEqual({
      ended: "SIGINT",
      said: "",
      left: ["result.json"],
    });
    expect(readFileSync(join(at, "result.json"), "utf8")).toBe("old");
  });

  test("leaves no folder in which code was judged, nor the socket of who judges it", async () => {
    const at = fresh();
    const script = [
      `import { Server, ServerCredentials } from "@grpc/grpc-js";`,
      `import { withEngineFolder } from ${module("engine-folder", "engines")};`,
      `import { bindLocally } from ${module("local-socket", "engines")};`,
      `process.env.TMPDIR = ${JSON.stringify(at)};`,
      `await bindLocally(new Server(), ServerCredentials.createInsecure());`,
      `const engine = { path: process.execPath };`,
      `await withEngineFolder(new Map([["main.tf.json", "{}"]]), engine, {}, (f) => f.run("-e", "setTimeout(() => {}, 2000)"));`,
    ].join("\n");
    const both = (names: readonly string[]) => names.length === 2;
    expect(await interrupted(script, "SIGTERM", both, at)).toEqual({ ended: "SIGTERM", said: "", left: [] });
  });

  test("leaves nothing where something else ends it", () => {
    const at = fresh();
    const script = [
      `import { mkdirSync } from "node:fs";`,
      `import { keepTemporary } from ${module("interruption", "engines")};`,
      `mkdirSync(${JSON.stringify(join(at, "kept"))});`,
      `keepTemporary(${JSON.stringify(join(at, "kept"))});`,
      "process.exit(3);",
    ].join("\n");
    const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", script]);
    expect([status, readdirSync(at)]).toEqual([3, []]);
  });

  test("finishes to replace an earlier run's files, so that the folder is of one run", async () => {
    const at = fresh();
    const plan = join(at, "plan");
    await writeFolder(plan, new Map(Array.from({ length: 1600 }, (_, i) => [`d${i % 40}/${i}.txt`, "old"])));
    const script = `import { writeFolder } from ${module("write-folder")}; await writeFolder(${JSON.stringify(plan)}, ${MANY});`;
    const moving = () => readFileSync(join(plan, "d0/0.txt"), "utf8") === "new 0";
    expect(await interrupted(script, "SIGINT", moving, at)).toEqual({ ended: "SIGINT", said: "", left: ["plan"] });
    expect(readFileSync(join(plan, "d39/1599.txt"), "utf8")).toBe("new 1599");
    // What is listed is what is there: a further run is not told that somebody changed it.
    await writeFolder(plan, new Map([["a.txt", "a"]]));
    expect(readdirSync(plan).sort()).toEqual([".exeat-files.json", "a.txt"]);
  });
});

describe("two runs into one folder", () => {
  test("the second is refused while the first writes, and what ended long ago hinders nobody", async () => {
    const at = fresh();
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    try {
      mkdirSync(join(at, `.plan.${other.pid}.tmp`));
      await expect(writeFolder(join(at, "plan"), new Map([["a", "a"]]))).rejects.toThrow(
        /is being written by another run \(process \d+\): wait for it and run this again, or name another folder/,
      );
      expect(readdirSync(at)).toEqual([`.plan.${other.pid}.tmp`]);
    } finally {
      const gone = new Promise((resolve) => other.on("close", resolve));
      other.kill();
      await gone;
    }
    await writeFolder(join(at, "plan"), new Map([["a", "a"]]));
    expect(readdirSync(join(at, "plan"))).toContain("a");
  });
});
