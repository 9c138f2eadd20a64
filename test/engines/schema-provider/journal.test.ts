import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Journal } from "../../../engines/schema-provider/journal.ts";

const folder = mkdtempSync(join(tmpdir(), "exeat-journal-test-"));
let path = "";
let n = 0;
beforeEach(() => {
  n += 1;
  path = join(folder, `${n}.jsonl`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const resource = (key: string, state = "AA==") => ({ type: "lab_thing", key, state });

describe("a journal", () => {
  test("has after a restart what it had before", () => {
    const first = new Journal(path);
    first.put(resource("a"));
    first.put(resource("b"));
    first.put(resource("a", "AQ=="));
    first.remove("lab_thing", "b");
    first.put({ ...resource("a"), type: "lab_other" });
    first.close();
    const second = new Journal(path);
    expect(second.all()).toEqual([resource("a", "AQ=="), { ...resource("a"), type: "lab_other" }]);
    expect(second.ofType("lab_thing")).toEqual([resource("a", "AQ==")]);
    expect([second.get("lab_thing", "a")?.state, second.get("lab_thing", "b")]).toEqual(["AQ==", undefined]);
    second.close();
  });

  test("cuts off a line that was being written, and goes on after it", () => {
    const first = new Journal(path);
    first.put(resource("a"));
    first.close();
    appendFileSync(path, '{"put":{"type":"lab_thing","key":"half');
    const second = new Journal(path);
    expect(second.all()).toEqual([resource("a")]);
    second.put(resource("c"));
    second.close();
    expect(new Journal(path).all()).toEqual([resource("a"), resource("c")]);
  });

  test("is for its owner alone: resources hold secrets", () => {
    new Journal(path).close();
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test("without a file lives in memory", () => {
    const journal = new Journal();
    journal.put(resource("a"));
    expect([journal.all().length, existsSync(path)]).toEqual([1, false]);
  });

  test("killed while it writes loses nothing that it reported", async () => {
    const module = fileURLToPath(new URL("../../../engines/schema-provider/journal.ts", import.meta.url));
    const program = `
      import { writeSync } from "node:fs";
      import { Journal } from ${JSON.stringify(module)};
      const journal = new Journal(${JSON.stringify(path)});
      for (let n = 0; ; n++) {
        journal.put({ type: "lab_thing", key: String(n), state: "A".repeat(2000) });
        writeSync(1, n + "\\n");
      }`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let reported = "";
    child.stdout.on("data", (chunk: Buffer) => {
      reported += chunk.toString();
      if (reported.split("\n").length > 40) child.kill("SIGKILL");
    });
    const signal = await new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
    expect(signal).toBe("SIGKILL");
    const last = Number(reported.trim().split("\n").at(-1));
    const keys = new Journal(path).all().map(({ key }) => Number(key));
    expect(keys.slice(0, last + 1)).toEqual(Array.from({ length: last + 1 }, (_, i) => i));
    expect(readFileSync(path, "utf8").endsWith("\n")).toBe(true);
  });
});
