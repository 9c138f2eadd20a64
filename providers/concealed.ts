import { gunzipSync } from "node:zlib";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import { expressionHoldsSecret, holdsSecret, isSecretNamed } from "../constructs/holds-secret.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "./native.ts";
import { joinPath } from "./paths.ts";
import { isBareReference } from "./references.ts";

/** What is known of a place: user data, or labels, of which the last name says what a value is. */
interface Place {
  readonly name: string;
  readonly holds?: "user data" | "labels";
}

const USER_DATA = /(?:^|\.)(?:user[_-]?data(?:_base64)?|cloud[_-]init)$/;
const LABELS = /^(?:tags|tags_all|labels|metadata)$/;

/**
 * A native as everything after the importers sees it: nobody who has it can write a secret down that stands in its user data, its
 * labels or an expression. Of user data that is not known whole nothing is left but what it refers to: nobody can tell what the
 * rest of it is.
 */
export function concealed(native: Native): { readonly native: Native; readonly diagnostics: readonly Diagnostic[] } {
  let found = false;
  const placeOf = (name: string, within: Place): Place => {
    if (USER_DATA.test(name) || (name === "value" && native.type.endsWith("_user_data")))
      return { name, holds: "user data" };
    if (within.name === "" && LABELS.test(name)) return { name, holds: "labels" };
    return { ...within, name };
  };
  const leaf = (value: string | Unknown, { name, holds }: Place): Tree => {
    if (value instanceof Unknown) {
      const secret = expressionHoldsSecret(holds === "labels" ? `${name}=${value.expression}` : value.expression);
      found ||= secret && holds === "user data";
      return secret || (holds === "user data" && !isBareReference(value)) ? referring(value, secret) : value;
    }
    const secret =
      holds === "labels" ? isSecretNamed(name, value) : holds === "user data" && textsIn(value).some(holdsSecret);
    found ||= secret && holds === "user data";
    return secret ? new Unknown(SECRET, [], { redacted: true }) : value;
  };
  const walk = (tree: Tree, place: Place): Tree => {
    if (typeof tree === "string" || tree instanceof Unknown) return leaf(tree, place);
    if (isList(tree)) return same(tree, (item) => walk(item, place));
    if (!isObject(tree)) return tree;
    const entries = Object.entries(tree);
    const kept = same(entries, (entry) => {
      const [name, value] = entry;
      const now = walk(value, placeOf(name, place));
      return now === value ? entry : ([name, now] as [string, Tree]);
    });
    return kept === entries ? tree : Object.fromEntries(kept);
  };
  const args = walk(native.args, { name: "" }) as Args;
  const { key } = native;
  const number = key instanceof Unknown && expressionHoldsSecret(key.expression) ? referring(key, true) : key;
  if (args === native.args && number === key) return { native, diagnostics: [] };
  return {
    native: { ...native, args, ...(number === undefined ? {} : { key: number }) },
    diagnostics: found ? [warning(native)] : [],
  };
}

const SECRET = "text with what looks like a secret";

/** Whether an expression stands for text that was concealed: what `referring` says in its place. */
export function isConcealed(expression: string): boolean {
  return /^text (with |that is not known)/.test(expression);
}

/** The list itself where nothing of it changes: most of an estate holds no secret. */
function same<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change);
  return changed.every((item, i) => item === items[i]) ? items : changed;
}

/** What an expression refers to, without how it spells that. */
function referring({ expression, refs, options }: Unknown, secret: boolean): Unknown {
  const variables = expression.match(/(?<![\w.])var\.[A-Za-z_][\w-]*/g) ?? [];
  const names = [...new Set([...refs.map((r) => joinPath(r.to, r.attr)), ...variables])];
  const text = names.length > 0 ? `text with ${names.join(", ")}` : secret ? SECRET : "text that is not known";
  return new Unknown(text, refs, {
    ...(options.at ? { at: options.at } : {}),
    ...(secret || options.redacted ? { redacted: true } : {}),
  });
}

const PACKED = /[A-Za-z0-9+/]{20,}(?:\r?\n[A-Za-z0-9+/]+)*={0,2}/g;
const MOST_BYTES = 1 << 20;

/** The text, and what stands behind base64 in it, compressed or not: cloud-init takes both, for the whole and for a part. */
function textsIn(text: string): string[] {
  return [text, ...(text.match(PACKED) ?? []).map((packed) => unpacked(Buffer.from(packed, "base64")))];
}

function unpacked(bytes: Buffer): string {
  try {
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return (isGzip ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes).toString("utf8");
  } catch {
    return "";
  }
}

function warning({ address, at }: Native): Diagnostic {
  return {
    severity: "warning",
    code: "EX0304",
    summary: "User data holds what looks like a secret",
    detail:
      "It is not carried over, and everybody who may read the machine's description or the state can read it today. Keep the secret in a store, let the machine fetch it at its start, and change it.",
    address,
    source: at,
  };
}
