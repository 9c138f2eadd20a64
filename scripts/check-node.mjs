// First word of every npm script, in JavaScript that any Node runs: the project needs Node 22.18 (types stripped on load).
// npm puts node_modules/.bin first on the path, so the pinned `node` package answers where it could be installed.
import { existsSync } from "node:fs";

function stop(line) {
  console.error(line);
  process.exit(2);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  stop(
    `exeat: Node ${process.versions.node} is too old and the pinned Node 24 is not installed: run "npm ci --ignore-scripts=false" (it installs the npm package node@24), or put Node 22.18 or newer on the PATH.`,
  );
}
if (process.argv.includes("--prepared")) {
  for (const file of ["gen/scaleway/digest.txt", "dist/cli/main.js"]) {
    if (!existsSync(new URL(`../${file}`, import.meta.url))) {
      stop(`exeat: ${file} is missing (were install scripts off?): run "npm run prepare".`);
    }
  }
}
