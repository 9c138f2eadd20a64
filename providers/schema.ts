import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { ProviderSchema, ResourceSchema } from "./provider.ts";

const loaded = new Map<string, unknown>();

/**
 * A committed, gzipped provider schema; unpacked the first time it is asked for, then kept. Where its resources stand a line each
 * after the rest, one is parsed when somebody asks for it: of a large provider an estate has few types.
 */
export function loadSchema(url: URL): ProviderSchema {
  return kept(url, (text) => byLine(text) ?? (JSON.parse(text) as ProviderSchema));
}

/** A schema in two files: data sources and provider block are read when somebody asks for them. */
export function loadSchemaInParts(resources: URL, rest: URL): ProviderSchema {
  const { data_source_schemas: _, provider_schema: __, ...main } = loadSchema(resources);
  return {
    ...main,
    get data_source_schemas() {
      return loadSchema(rest).data_source_schemas ?? {};
    },
    get provider_schema() {
      return loadSchema(rest).provider_schema ?? { block: {} };
    },
  };
}

/** A committed table of facts in JSON, gzipped or not; read the first time it is asked for, then kept. */
export function loadTable<T>(url: URL): T {
  return kept(url, (text) => JSON.parse(text) as T);
}

function kept<T>(url: URL, parse: (text: string) => T): T {
  const known = loaded.get(url.href);
  if (known !== undefined) return known as T;
  const bytes = readFileSync(url);
  const made = parse((url.pathname.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  loaded.set(url.href, made);
  return made;
}

const LINES = { begin: ',"resource_schemas":{\n', end: "\n}}" };

function byLine(text: string): ProviderSchema | undefined {
  const [from, to] = [text.indexOf(LINES.begin), text.lastIndexOf(LINES.end)];
  if (from < 0 || to < from) return undefined;
  const schemas: Record<string, ResourceSchema> = {};
  for (let at = from + LINES.begin.length; at < to; ) {
    const end = text.indexOf("\n", at);
    const type = text.slice(at + 1, text.indexOf('"', at + 1));
    const [begin, stop] = [at + type.length + 3, text[end - 1] === "," ? end - 1 : end];
    Object.defineProperty(schemas, type, {
      enumerable: true,
      configurable: true,
      get() {
        const value = JSON.parse(text.slice(begin, stop)) as ResourceSchema;
        Object.defineProperty(schemas, type, { value, enumerable: true });
        return value;
      },
    });
    at = end + 1;
  }
  return { ...(JSON.parse(`${text.slice(0, from)}}`) as ProviderSchema), resource_schemas: schemas };
}
