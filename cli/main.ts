#!/usr/bin/env node
import { processIo } from "./io.ts";
import { packageVersion } from "./package-version.ts";

const words = process.argv.slice(2);
const io = processIo();
if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) {
  // Asked by every pipeline and editor: nothing else is loaded for it.
  io.stdout.write(`${packageVersion()}\n`);
} else {
  const { run } = await import("./run.ts");
  process.exitCode = await run(words, io);
}
