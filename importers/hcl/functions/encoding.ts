import { createHash } from "node:crypto";
import { parse as parseYaml, type Tags } from "yaml";
import { Unknown } from "../../../providers/native.ts";
import { numberText, toText } from "../convert.ts";
import { derived, EvaluationError, isKnown, isList, isMap, settle, sortedKeys, type Value } from "../value.ts";
import { type FunctionTable, ofParts } from "./function.ts";

const text = (value: Value | undefined): string => toText(value ?? null);

/** JSON as the engines write it: keys sorted, `<`, `>` and `&` escaped. */
export function encodeJson(value: Value): string {
  if (isList(value)) return `[${value.map(encodeJson).join(",")}]`;
  if (isMap(value)) {
    return `{${sortedKeys(value)
      .map((key) => `${quote(key)}:${encodeJson(value[key]!)}`)
      .join(",")}}`;
  }
  if (typeof value === "number") return numberText(value);
  return typeof value === "string" ? quote(value) : String(value);
}

function quote(value: string): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function decodeJson(value: Value): Value {
  try {
    return JSON.parse(text(value)) as Value;
  } catch {
    throw new EvaluationError("the text is not valid JSON");
  }
}

/** YAML 1.1 as the engines read it: `yes` is true, `010` is ten. */
function decodeYaml(value: Value): Value {
  try {
    const customTags = (tags: Tags): Tags =>
      tags.filter(
        (tag) => typeof tag === "string" || !("format" in tag) || !/^(?:OCT|BIN|TIME)$/.test(tag.format ?? ""),
      );
    const document: unknown = parseYaml(text(value), { version: "1.1", customTags, maxAliasCount: 100 });
    // Through JSON: dates become text and numeric keys become names.
    const plain = JSON.stringify(document ?? null, (_, item: unknown) =>
      typeof item === "string" ? item.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.000Z$/, "$1Z") : item,
    );
    return JSON.parse(plain) as Value;
  } catch {
    throw new EvaluationError("the text is not valid YAML");
  }
}

function decodeCsv(value: Value): Value {
  const rows: string[][] = [[]];
  for (const match of text(value).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (match[0] === "" && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push(match[1]?.replace(/""/g, '"') ?? match[2] ?? "");
    if (match[3] === "") break;
    if (match[3] !== ",") rows.push([]);
  }
  const [names = [], ...lines] = rows.filter((row) => row.length > 0);
  return lines.map((line) => Object.fromEntries(names.map((name, i) => [name, line[i] ?? ""])));
}

/** What is encoded stays visible where only parts of it are unknown. */
function document(name: string): FunctionTable[string] {
  return {
    needs: "nothing",
    call([value = null]) {
      if (name === "jsonencode" && isKnown(value)) return encodeJson(value);
      if (value instanceof Unknown) return undefined;
      return derived(name, [value], { document: settle(value) });
    },
  };
}

export const encoding: FunctionTable = {
  jsonencode: document("jsonencode"),
  yamlencode: document("yamlencode"),
  jsondecode: {
    needs: "nothing",
    collection: true,
    call([value = null]) {
      return value instanceof Unknown ? value.options.document : decodeJson(value);
    },
  },
  ...ofParts(
    { yamldecode: ([value = null]) => decodeYaml(value), csvdecode: ([value = null]) => decodeCsv(value) },
    true,
  ),
  ...ofParts({
    base64encode: ([value]) => Buffer.from(text(value)).toString("base64"),
    base64decode: ([value]) => Buffer.from(text(value), "base64").toString("utf8"),
    textencodebase64: ([value, form]) =>
      /^utf-?8$/i.test(text(form)) ? Buffer.from(text(value)).toString("base64") : undefined,
    urlencode: ([value]) =>
      encodeURIComponent(text(value))
        .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
        .replace(/%20/g, "+"),
    urldecode: ([value]) => decodeURIComponent(text(value).replace(/\+/g, "%20")),
    md5: ([value]) => hash("md5", text(value), "hex"),
    sha1: ([value]) => hash("sha1", text(value), "hex"),
    sha256: ([value]) => hash("sha256", text(value), "hex"),
    sha512: ([value]) => hash("sha512", text(value), "hex"),
    base64sha256: ([value]) => hash("sha256", text(value), "base64"),
    base64sha512: ([value]) => hash("sha512", text(value), "base64"),
  }),
};

export function hash(algorithm: string, content: string | Uint8Array, form: "hex" | "base64"): string {
  return createHash(algorithm).update(content).digest(form);
}
