import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { ProviderSchema } from "./provider.ts";

const loaded = new Map<string, ProviderSchema>();

/** A committed, gzipped provider schema; unpacked the first time it is asked for, then kept. */
export function loadSchema(url: URL): ProviderSchema {
  const known = loaded.get(url.href);
  if (known) return known;
  const schema = JSON.parse(gunzipSync(readFileSync(url)).toString("utf8")) as ProviderSchema;
  loaded.set(url.href, schema);
  return schema;
}
