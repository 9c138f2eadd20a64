/**
 * Compiles the shipped folders to dist/, puts the kinds' docstrings into their declaration and copies the data files that they read beside the compiled code.
 * dist/ is replaced only once it is whole. `npx exeat` in the checkout finds it through package.json's `bin`.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { docsOfKinds, documented } from "./docs-of.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const next = join(root, "gen/dist");

const { include: folders } = JSON.parse(readFileSync(join(root, "tsconfig.build.json"), "utf8")) as {
  include: string[];
};

rmSync(next, { recursive: true, force: true });
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", next], {
  cwd: root,
  stdio: "inherit",
});

const kinds = join(next, "constructs/kinds.d.ts");
writeFileSync(kinds, documented(readFileSync(kinds, "utf8"), docsOfKinds()));

for (const file of globSync(`{${folders.join(",")}}/**/*.{json,gz,wasm,proto,yaml,yml,css,html,tmpl}`, { cwd: root })) {
  mkdirSync(dirname(join(next, file)), { recursive: true });
  cpSync(join(root, file), join(next, file));
}

rmSync(dist, { recursive: true, force: true });
renameSync(next, dist);

const main = join(dist, "cli/main.js");
if (existsSync(main)) chmodSync(main, 0o755);
process.exitCode = status === 0 ? 0 : 1;
