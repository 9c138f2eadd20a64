/**
 * Writes providers/aws/schema/aws-data.json.gz: data sources and provider block of hashicorp/aws, recovered from the classes of
 * `@cdktn/provider-aws` (the comment and getter of each attribute, the table of each block). Run it after an update of the peer.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { ResourceSchema, SchemaAttribute, SchemaBlock } from "../providers/provider.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const lib = `${root}node_modules/@cdktn/provider-aws/lib`;
const target = `${root}providers/aws/schema/aws-data.json.gz`;

const GETTERS: Readonly<Record<string, unknown>> = {
  String: "string",
  Number: "number",
  Boolean: "bool",
  List: ["list", "string"],
  NumberList: ["list", "number"],
  StringMap: ["map", "string"],
};
const STORED: Readonly<Record<string, unknown>> = {
  string: "string",
  number: "number",
  boolean: "bool",
  stringList: "string",
  stringListList: ["list", "string"],
  numberList: "number",
  stringMap: "string",
};

/** How an argument is written: the entry of a block's table. */
interface Written {
  readonly isBlock: boolean;
  readonly type: string;
  readonly stored: string;
}

class ClassFile {
  private readonly text: string;
  constructor(folder: string) {
    this.text = readFileSync(`${lib}/${folder}/index.js`, "utf8").replace(/^\/\/# sourceMappingURL.*$/m, "");
  }

  /** The body of a top-level class or function. */
  body(kind: "class" | "function", name: string): string {
    const start = this.text.search(new RegExp(`^${kind} ${name}\\b`, "m"));
    return start < 0 ? "" : this.text.slice(start, this.text.indexOf("\n}\n", start));
  }

  className(base: string): string {
    return new RegExp(`^class (\\w+) extends cdktn\\.${base} `, "m").exec(this.text)?.[1] ?? "";
  }

  property(name: string): string {
    return new RegExp(`static tf\\w+Type = "(${name}\\w*)"`).exec(this.text)?.[1] ?? "";
  }

  structTable(struct: string): Map<string, Written> {
    return tableOf(this.body("function", `${struct[0]?.toLowerCase()}${struct.slice(1)}ToHclTerraform`));
  }

  /** The block of a class: `struct` names its nested classes and, for a nested one, its table. */
  block(className: string, table: Map<string, Written>): SchemaBlock {
    const attributes: Record<string, SchemaAttribute> = {};
    const block_types: Record<string, NonNullable<SchemaBlock["block_types"]>[string]> = {};
    const commented =
      /\/\/ (\w+) - computed: (\w+), optional: (\w+), required: (\w+)\n(.*?)(?=\n {4}\/\/ \w+ - computed|$)/gs;
    for (const [, name = "", computed, optional, required, body = ""] of this.body("class", className).matchAll(
      commented,
    )) {
      const flags = {
        ...(required === "true" ? { required: true } : {}),
        ...(optional === "true" ? { optional: true } : {}),
        ...(computed === "true" ? { computed: true } : {}),
      };
      const [, struct, collection, wrapsSet] =
        /new (\w+?)(List|Map|OutputReference)\(this, "\w+"(?:, (\w+))?\)/.exec(body) ?? [];
      if (struct === undefined) {
        attributes[name] = { type: getterType(body), ...flags };
        continue;
      }
      const inner = this.block(`${struct}OutputReference`, this.structTable(struct));
      const written = table.get(name);
      const nesting = wrapsSet === "true" ? "set" : "list";
      if (!written?.isBlock) attributes[name] = { type: [nesting, objectOf(inner)], ...flags };
      else if (written.type === "struct") block_types[name] = { nesting_mode: "single", block: inner };
      else {
        const once = collection === "OutputReference" ? { max_items: 1 } : {};
        const least = required === "true" ? { min_items: 1 } : {};
        block_types[name] = { nesting_mode: written.type === "set" ? "set" : "list", ...least, ...once, block: inner };
      }
    }
    return { attributes, ...(Object.keys(block_types).length > 0 ? { block_types } : {}) };
  }

  /** A provider has no getters: all it has is its table. */
  writtenBlock(table: Map<string, Written>): SchemaBlock {
    const attributes: Record<string, SchemaAttribute> = {};
    const block_types: Record<string, NonNullable<SchemaBlock["block_types"]>[string]> = {};
    for (const [name, { isBlock, type, stored }] of table) {
      if (name === "alias") continue;
      const struct = stored.replace(/List$/, "");
      if (isBlock) {
        const nesting_mode = type === "set" ? "set" : "list";
        block_types[name] = { nesting_mode, block: this.writtenBlock(this.structTable(struct)) };
      } else {
        const of = STORED[stored] ?? "string";
        attributes[name] = { type: type === "simple" ? of : [type, of], optional: true };
      }
    }
    return { attributes, ...(Object.keys(block_types).length > 0 ? { block_types } : {}) };
  }
}

function getterType(body: string): unknown {
  const map = /new cdktn\.(String|Number|Boolean)Map\(/.exec(body)?.[1];
  if (map !== undefined) return ["map", GETTERS[map]];
  const type = GETTERS[/get(\w+?)Attribute\('/.exec(body)?.[1] ?? ""] ?? "dynamic";
  return /Fn\.tolist\(/.test(body) && Array.isArray(type) ? ["set", type[1]] : type;
}

function tableOf(body: string): Map<string, Written> {
  const entry =
    /^ +(\w+): \{\n\s+value: [^\n]*,\n\s+isBlock: (\w+),\n\s+type: "(\w+)",\n\s+storageClassType: "(\w+)"/gm;
  return new Map(
    [...body.matchAll(entry)].map(([, name = "", isBlock, type = "", stored = ""]) => [
      name,
      { isBlock: isBlock === "true", type, stored },
    ]),
  );
}

function objectOf({ attributes = {}, block_types = {} }: SchemaBlock): unknown {
  const own = Object.entries(attributes).map(([name, { type }]) => [name, type]);
  const nested = Object.entries(block_types).map(([name, { nesting_mode, block }]) => [
    name,
    [nesting_mode, objectOf(block)],
  ]);
  return ["object", Object.fromEntries([...own, ...nested])];
}

const provider = new ClassFile("provider");
const providerClass = provider.className("TerraformProvider");
const data: Record<string, ResourceSchema> = {};
for (const folder of readdirSync(lib)
  .filter((name) => name.startsWith("data-aws-"))
  .sort()) {
  const file = new ClassFile(folder);
  const name = file.className("TerraformDataSource");
  data[file.property("aws_")] = { version: 0, block: file.block(name, tableOf(file.body("class", name))) };
}
const { version } = JSON.parse(readFileSync(`${lib}/../package.json`, "utf8")) as { version: string };
const schema = {
  provider: "hashicorp/aws",
  version: /\/hashicorp\/aws\/([\d.]+)/.exec(readFileSync(`${lib}/provider/index.d.ts`, "utf8"))?.[1] ?? "",
  obtained: `recovered from the classes of @cdktn/provider-aws ${version} by scripts/aws-data-sources.ts`,
  date: "2026-11-25",
  provider_schema: { block: provider.writtenBlock(tableOf(provider.body("class", providerClass))) },
  resource_schemas: {},
  data_source_schemas: data,
};
const bytes = gzipSync(JSON.stringify(schema), { level: 9 });
// The system that packed it is written into the header: the same input, the same bytes.
bytes[9] = 255;
writeFileSync(target, bytes);
console.log(`${Object.keys(data).length} data sources, ${bytes.length} bytes`);
