/**
 * Runs jest. Without a word: every test that needs npm packages only. `--engine`: the tests in `*.engine.test.ts`, on
 * OpenTofu (EXEAT_TOFU, else the cache folder of scripts/build-tofu.sh, else `tofu` on the PATH) and on the servers of
 * scripts/drill-parts.sh; none may be skipped.
 * `--golden`: rewrites the goldens (tests write them when EXEAT_GOLDEN=write). Other arguments go to jest.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const OPENTOFU = "1.12.6";

function findOpenTofu(): string | undefined {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "tofu"));
  return [process.env.EXEAT_TOFU, join(cache, "exeat/tofu", OPENTOFU, "tofu"), ...onPath].find(
    (path) => path !== undefined && path !== "" && existsSync(path),
  );
}

function stop(line: string): never {
  console.error(line);
  process.exit(2);
}

const words = process.argv.slice(2);
const engine = words.includes("--engine");
const golden = words.includes("--golden");
const env: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_OPTIONS:
    `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
  CDKTN_DISABLE_CREATION_STACK: "1",
  CHECKPOINT_DISABLE: "1",
};
delete env.EXEAT_GOLDEN;
if (engine) {
  const tofu = findOpenTofu();
  if (tofu === undefined) {
    stop("exeat: no OpenTofu: run scripts/build-tofu.sh (needs Go), or set EXEAT_TOFU to a tofu binary.");
  }
  Object.assign(env, { EXEAT_TOFU: tofu, EXEAT_REQUIRE_ENGINE: "1" });
}
if (golden) {
  if (process.env.CI) stop("exeat: CI never writes goldens.");
  env.EXEAT_GOLDEN = "write";
}

const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
const rest = words.filter((word) => word !== "--engine" && word !== "--golden");
const { status } = spawnSync(process.execPath, [jest, ...rest], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  env,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
