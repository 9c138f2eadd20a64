import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { type Engine, findEngine } from "../../../engines/find-engine.ts";
import { readHcl } from "../../../importers/hcl/read-hcl.ts";
import { plannedAddresses } from "../../../scripts/fixture-files.ts";
import { diskFiles } from "./disk-files.ts";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));
const engine = findEngine() as Engine;

describe("managed addresses of the evaluator are those that OpenTofu plans", () => {
  test.each(globSync("hcl/*/", { cwd: fixtures }).sort())("in %s", async (folder) => {
    const { roots } = await readHcl(join(fixtures, folder), {
      files: diskFiles,
      knowledge: { sensitive: () => false },
    });
    const read = roots.flatMap((root) =>
      root.natives.filter((native) => native.mode === "managed").map((native) => `${root.name} ${native.address}`),
    );
    expect(read.sort()).toEqual(await plannedAddresses(folder, engine));
  });
});
