import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { ProviderSchema } from "./provider.ts";

const loaded = new Map<string, unknown>();

/** A committed, gzipped provider schema; unpacked the first time it is asked for, then kept. */
export function loadSchema(url: URL): ProviderSchema {
  return loadTable<ProviderSchema>(url);
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
  const known = loaded.get(url.href);
  if (known !== undefined) return known as T;
  const bytes = readFileSync(url);
  const table = JSON.parse((url.pathname.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")) as T;
  loaded.set(url.href, table);
  return table;
}
