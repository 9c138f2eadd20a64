// Starting the compiled command beside starting Node.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { best, judge } from "./measure.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const time = (args: readonly string[]) =>
  best(15, () => {
    const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
    if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: run "npm run build"`);
  });
const bare = await time(["-e", "0"]);
const version = await time([main, "--version"]);
console.log(`node -e 0: ${bare.toFixed(0)} ms, exeat --version: ${version.toFixed(0)} ms`);
judge("exeat --version / node -e 0", version / bare, 2);
