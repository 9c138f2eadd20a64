import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { readHcl } from "../../../importers/hcl/read-hcl.ts";
import { diskFiles } from "./disk-files.ts";

const FIXTURES = fileURLToPath(new URL("../../fixtures/hcl", import.meta.url));

/** `root address`, one a line, as OpenTofu planned them. */
function planned(name: string): string[] {
  return readFileSync(join(FIXTURES, name, "addresses.txt"), "utf8")
    .trim()
    .split("\n")
    .sort();
}

describe("managed addresses of the evaluator equal those OpenTofu plans", () => {
  test.each(readdirSync(FIXTURES))("in %s", async (name) => {
    const knowledge = { sensitive: () => false };
    const result = await readHcl(join(FIXTURES, name), { files: diskFiles, knowledge });
    const read = result.roots.flatMap((root) =>
      root.natives.filter((native) => native.mode === "managed").map((native) => `${root.name} ${native.address}`),
    );
    expect(read.sort()).toEqual(planned(name));
    expect(result.diagnostics).toEqual([]);
    expect(result.complete).toBe(true);
  });
});
