/**
 * Writes Scaleway's L1 classes to gen/scaleway (ignored by git, shipped in the package) from the committed schema:
 * there is no prebuilt package. Offline. Skips when the schema, this script and the generator are those of the last run.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

// Loading the generator runs `terraform version`: what is installed here plays no part, and its warnings are not ours.
process.env.CHECKPOINT_DISABLE = "1";
process.env.TERRAFORM_BINARY_NAME = "echo";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "gen/scaleway");
const stamp = join(target, "digest.txt");
const require = createRequire(import.meta.url);

interface CompactSchema {
  readonly provider: string;
  readonly version: string;
  readonly provider_schema: Schema;
  readonly resource_schemas: Record<string, Schema>;
  readonly data_source_schemas: Record<string, Schema>;
}
interface Schema {
  readonly version: number;
  readonly block: Block;
}
interface Block {
  readonly attributes?: Record<string, object>;
  readonly block_types?: Record<string, { readonly block: Block }>;
}

/** The generator expects `description_kind` on every block and attribute; the compact schema leaves descriptions out. */
function described(block: Block): object {
  const each = <T, U>(record: Record<string, T> | undefined, make: (value: T) => U) =>
    Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, make(value)]));
  return {
    description_kind: "plain",
    attributes: each(block.attributes, (attribute) => ({ description_kind: "plain", ...attribute })),
    block_types: each(block.block_types, (nested) => ({ ...nested, block: described(nested.block) })),
  };
}

function describedAll(schemas: Record<string, Schema>): object {
  return Object.fromEntries(
    Object.entries(schemas).map(([type, schema]) => [
      type,
      { version: schema.version, block: described(schema.block) },
    ]),
  );
}

const packed = readFileSync(join(root, "providers/scaleway/schema/scaleway.json.gz"));
const digest = createHash("sha256")
  .update(packed)
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .update(readFileSync(require.resolve("@cdktn/provider-generator/package.json")))
  .update(readFileSync(join(root, "tsconfig.scaleway.json")))
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== digest) {
  const { TerraformProviderGenerator, CodeMaker } = require("@cdktn/provider-generator");
  const { ConstructsMakerProviderTarget, LANGUAGES, TerraformProviderConstraint } = require("@cdktn/commons");
  const schema = JSON.parse(gunzipSync(packed).toString("utf8")) as CompactSchema;

  /** The host of a full provider name plays no part: the classes carry the short source `scaleway/scaleway`. */
  const name = `offline/${schema.provider}`;
  const work = mkdtempSync(join(tmpdir(), "exeat-scaleway-"));
  try {
    const code = new CodeMaker();
    const generator = new TerraformProviderGenerator(
      code,
      {
        format_version: "1.0",
        provider_schemas: {
          [name]: {
            provider: { version: schema.provider_schema.version, block: described(schema.provider_schema.block) },
            resource_schemas: describedAll(schema.resource_schemas),
            data_source_schemas: describedAll(schema.data_source_schemas),
          },
        },
        provider_versions: { [name]: schema.version },
      },
      { importExtension: ".js" },
    );
    const constraint = new TerraformProviderConstraint(`${schema.provider}@${schema.version}`);
    generator.generate(new ConstructsMakerProviderTarget(constraint, LANGUAGES[0]));
    await code.save(work);

    // Compiled beside the dependencies it imports; tsconfig.scaleway.json names both folders.
    const sources = join(root, "gen/scaleway-source");
    const compiled = join(root, "gen/scaleway-compiled");
    for (const folder of [sources, compiled, target]) rmSync(folder, { recursive: true, force: true });
    cpSync(join(work, "providers/scaleway"), sources, { recursive: true });
    for (const index of ["index.ts", "lazy-index.ts"]) rmSync(join(sources, index), { force: true });
    execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.scaleway.json"], {
      cwd: root,
      stdio: "inherit",
    });
    rmSync(sources, { recursive: true, force: true });
    writeFileSync(join(compiled, "digest.txt"), digest);
    renameSync(compiled, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
