#!/usr/bin/env node
import { processIo } from "./io.ts";
import { packageVersion } from "./package-version.ts";

const words = process.argv.slice(2);
const io = processIo();
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) {
  // Asked by every pipeline and editor: nothing else is loaded for it.
  io.stdout.write(`${packageVersion()}\n`);
} else if (major < 22 || (major === 22 && minor < 18)) {
  io.stderr.write(`error[EX0001]: Node ${process.versions.node} is too old: put Node 22.18 or newer on the PATH\n`);
  process.exitCode = 2;
} else {
  const { run } = await import("./run.ts");
  process.exitCode = await run(words, io);
}
