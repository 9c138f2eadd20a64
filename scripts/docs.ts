/**
 * Documents that cannot lie. Generated parts (between `<!-- generated: NAME -->` and `<!-- end -->`) are written, or with `--check`
 * compared; `ts` blocks are type-checked against the package; `yaml` blocks that hold a workload are loaded; in `console` blocks
 * every `$ exeat …` is run and its output compared (a line `…` stands for any lines); relative links lead somewhere.
 */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadWorkload } from "../cli/load-workload.ts";
import { literally } from "../constructs/literally.ts";
import { folderTable, supportCounts, supportPage } from "./generated-docs.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const check = process.argv.includes("--check");
const problems: string[] = [];

interface Block {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

const files = globSync(["*.md", "docs/**/*.md", "*/README.md"], { cwd: root })
  .filter((f) => !f.startsWith("node_modules") && !f.startsWith("demo-out"))
  .sort();
const generators: Readonly<Record<string, () => string>> = {
  folders: folderTable,
  "support-counts": supportCounts,
  support: supportPage,
};

for (const file of files) {
  const path = join(root, file);
  const before = readFileSync(path, "utf8");
  const after = withGenerated(file, before);
  if (after !== before && check) problems.push(`${file}: a generated part is out of date: run "node scripts/docs.ts"`);
  if (after !== before && !check) writeFileSync(path, after);
  for (const link of after.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)) {
    if (!existsSync(join(root, dirname(file), link[1] ?? "")))
      problems.push(`${file}: the link ${link[1]} leads nowhere`);
  }
}

const blocks = files.flatMap((file) => blocksOf(readFileSync(join(root, file), "utf8")).map((b) => ({ ...b, file })));
typeCheck(blocks.filter((b) => b.language === "ts"));
for (const block of blocks.filter((b) => b.language === "yaml" && /^components:/m.test(b.text))) {
  await loadExample(block);
}
for (const block of blocks.filter((b) => b.language === "console")) runExample(block);

for (const problem of problems) console.error(problem);
console.log(`docs: ${files.length} files, ${blocks.length} blocks, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function withGenerated(file: string, text: string): string {
  return text.replaceAll(/<!-- generated: ([\w-]+) -->\n[\s\S]*?<!-- end -->/g, (whole, name: string) => {
    const made = generators[name];
    if (!made) problems.push(`${file}: nothing generates "${name}"`);
    return made ? `<!-- generated: ${name} -->\n${made().trim()}\n<!-- end -->` : whole;
  });
}

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((m) => ({
    language: m[1] ?? "",
    text: m[2] ?? "",
    line: text.slice(0, m.index).split("\n").length + 1,
  }));
}

/** Inside the package its own name resolves to what it publishes. */
function typeCheck(examples: readonly (Block & { file: string })[]): void {
  if (examples.length === 0) return;
  const folder = join(root, "gen/docs");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [i, example] of examples.entries()) {
    writeFileSync(join(folder, `example-${i}.ts`), `// ${example.file}:${example.line}\n${example.text}\nexport {};\n`);
  }
  const config = {
    extends: "../../tsconfig.json",
    include: ["*.ts"],
    exclude: [],
    compilerOptions: { noUnusedLocals: false, paths: {} },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { cwd: root, encoding: "utf8" });
  if (status === 0) return;
  const named = stdout.replaceAll(/(?:gen\/docs\/)?example-(\d+)\.ts/g, (_, i: string) => {
    const example = examples[Number(i)];
    return example ? `${example.file} (block at line ${example.line})` : i;
  });
  problems.push(named.trim());
}

async function loadExample(block: Block & { file: string }): Promise<void> {
  const folder = mkdtempSync(join(root, "gen/docs-"));
  try {
    const path = join(folder, "workload.yaml");
    writeFileSync(path, block.text);
    const { diagnostics } = await loadWorkload(path);
    for (const d of diagnostics) problems.push(`${block.file}:${block.line}: ${d.summary}: ${d.detail}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runExample(block: Block & { file: string }): void {
  const parts = block.text.split(/^\$ /m).slice(1);
  for (const part of parts) {
    const [command = "", ...rest] = part.split("\n");
    const words = command.trim().replace(/^npx /, "").split(/\s+/);
    if (words[0] !== "exeat") continue;
    const run = spawnSync(process.execPath, [join(root, "cli/main.ts"), ...words.slice(1)], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
    const got = (run.stdout + run.stderr).replaceAll(root, "").trimEnd();
    const wanted = rest.join("\n").trimEnd();
    if (!matches(got, wanted)) {
      problems.push(
        `${block.file}:${block.line}: \`${command.trim()}\` prints something else${firstDifference(got, wanted)}`,
      );
    }
  }
}

function matches(got: string, wanted: string): boolean {
  const pattern = wanted
    .split("\n")
    .map((line) => (line.trim() === "…" ? "[\\s\\S]*?" : `${literally(line.trimEnd())}[ ]*`))
    .join("\\n?");
  return new RegExp(`^${pattern}$`).test(got);
}

function firstDifference(got: string, wanted: string): string {
  const lines = got.split("\n");
  const at = wanted.split("\n").findIndex((line) => line.trim() !== "…" && !lines.includes(line.trimEnd()));
  return at < 0 ? "" : `: no line "${wanted.split("\n")[at]}" in\n${got}`;
}
