import { basename, dirname, isAbsolute, join } from "node:path";
import { toText } from "../convert.ts";
import { type Scope, withNames } from "../scope.ts";
import { decodeText } from "../source.ts";
import { asSet, EvaluationError, isKnown, isMap, type Value } from "../value.ts";
import { hash } from "./encoding.ts";
import { type FunctionTable, ofParts } from "./function.ts";

function pathOf(value: Value | undefined, scope: Scope): string {
  const path = toText(value ?? null);
  return isAbsolute(path) ? path : join(scope.surroundings.directory, path);
}

/** Undefined while the file is not loaded, or where it is outside what may be read. */
function bytes(value: Value | undefined, scope: Scope): Uint8Array | undefined {
  const content = scope.surroundings.files.content(pathOf(value, scope));
  if (content === null) throw new EvaluationError(`there is no file ${toText(value ?? null)}`);
  return content;
}

function fileText(value: Value | undefined, scope: Scope): string | undefined {
  const content = bytes(value, scope);
  if (content === undefined) return undefined;
  const decoded = decodeText(content);
  if ("cause" in decoded) throw new EvaluationError("the file is not UTF-8 text");
  return decoded.text;
}

function digest(algorithm: string, form: "hex" | "base64") {
  return ([path]: readonly Value[], scope: Scope): Value | undefined => {
    const content = bytes(path, scope);
    return content && hash(algorithm, content, form);
  };
}

function glob(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/?|[*?]|\{[^}]*\}|\[[^\]]*\]|[.+^$()|\\]/g, (part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.startsWith("{")) return `(?:${part.slice(1, -1).split(",").join("|")})`;
    return part.startsWith("[") ? part.replace(/^\[!/, "[^") : `\\${part}`;
  });
  return new RegExp(`^${source}$`);
}

const template: FunctionTable[string] = {
  needs: "nothing",
  call([path = null, names = null], scope, evaluate) {
    if (!isKnown(path)) return undefined;
    const content = fileText(path, scope);
    if (content === undefined) return undefined;
    const file = pathOf(path, scope);
    const expression = scope.surroundings.parser.template(content, file, 1);
    const empty = { surroundings: scope.surroundings, lookup: () => undefined };
    return evaluate(expression, withNames(empty, isMap(names) ? names : {}));
  },
};

export const files: FunctionTable = {
  ...ofParts({
    file: ([path], scope) => fileText(path, scope),
    filebase64: ([path], scope) => {
      const content = bytes(path, scope);
      return content && Buffer.from(content).toString("base64");
    },
    fileexists: ([path], scope) => {
      const content = scope.surroundings.files.content(pathOf(path, scope));
      return content === undefined ? undefined : content !== null;
    },
    fileset: ([directory, pattern], scope) => {
      const listing = scope.surroundings.files.listing(pathOf(directory, scope));
      return listing && asSet(listing.filter((path) => glob(toText(pattern ?? null)).test(path)));
    },
    filemd5: digest("md5", "hex"),
    filesha1: digest("sha1", "hex"),
    filesha256: digest("sha256", "hex"),
    filesha512: digest("sha512", "hex"),
    filebase64sha256: digest("sha256", "base64"),
    filebase64sha512: digest("sha512", "base64"),
    basename: ([path]) => basename(toText(path ?? null)),
    dirname: ([path]) => dirname(toText(path ?? null)),
  }),
  templatefile: template,
};
