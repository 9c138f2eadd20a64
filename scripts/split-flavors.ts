/**
 * Writes providers/<cloud>/flavors.json from a source file of machine types: `npm run flavors -- FILE [kind…]`.
 * Kinds default to those that a component of today can pick. Rows keep their source and date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Flavor {
  readonly provider: string;
  readonly kind: string;
  readonly name: string;
}

const [source, ...kinds] = process.argv.slice(2);
if (source === undefined) {
  console.error("usage: npm run flavors -- FILE [kind…]");
  process.exit(2);
}
const rows = JSON.parse(readFileSync(source, "utf8")) as Flavor[];
const wanted = kinds.length === 0 ? ["database", "vm"] : kinds;
for (const cloud of [...new Set(rows.map((row) => row.provider))].sort()) {
  const kept = rows
    .filter((row) => row.provider === cloud && wanted.includes(row.kind))
    .sort((a, b) => (a.kind + a.name < b.kind + b.name ? -1 : 1));
  const file = fileURLToPath(new URL(join("../providers", cloud, "flavors.json"), import.meta.url));
  writeFileSync(file, `[\n${kept.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`);
  console.log(`${file}: ${kept.length} rows`);
}
