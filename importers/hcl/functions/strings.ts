import { characters, mistake, numberText, toBoolean, toNumber, toText } from "../convert.ts";
import { EvaluationError, isList, type Value } from "../value.ts";
import { encodeJson } from "./encoding.ts";
import { type FunctionTable, ofParts, ofShapes } from "./function.ts";
import { matches, replaced } from "./pattern.ts";

const text = (value: Value | undefined): string => toText(value ?? null);
const number = (value: Value | undefined): number => toNumber(value ?? null);
const texts = (value: Value | undefined): string[] =>
  isList(value) ? value.map(toText) : mistake("a list", value ?? null);

function escapeClass(characterSet: string): string {
  return characterSet.replace(/[\\\]^-]/g, "\\$&");
}

function trimSet(value: string, set: string, side: "start" | "end" | "both"): string {
  if (set === "") return value;
  const chosen = `[${escapeClass(set)}]+`;
  const patterns = { start: `^${chosen}`, end: `${chosen}$`, both: `^${chosen}|${chosen}$` };
  return value.replace(new RegExp(patterns[side], "gu"), "");
}

function replace(value: string, search: string, by: string): string {
  const quoted = /^\/(.+)\/$/s.exec(search)?.[1];
  if (quoted !== undefined) return replaced(quoted, value, by);
  return search === "" ? [by, ...[...value].map((character) => character + by)].join("") : value.split(search).join(by);
}

const VERB = /%(?:(%)|\[(\d+)\])?([-+ #0]*)(\d+|\*)?(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z%])?/g;
const WIDTH_LIMIT = 10_000;

/** `format`: the verbs of the engines' own documentation. */
function format(spec: string, args: readonly Value[]): string {
  let next = 0;
  return spec.replace(
    VERB,
    (
      all,
      percent?: string,
      first?: string,
      flags = "",
      width?: string,
      precision?: string,
      second?: string,
      verb?: string,
    ) => {
      if (percent !== undefined || verb === "%") return "%";
      if (verb === undefined) throw new EvaluationError(`the verb ${all} is not known`);
      const position = first ?? second;
      const size = width === "*" ? number(args[next++]) : Number(width ?? 0);
      if (size > WIDTH_LIMIT) throw new EvaluationError("a width that is too large");
      const arg = position === undefined ? args[next++] : args[Number(position) - 1];
      if (position !== undefined) next = Number(position);
      if (arg === undefined) throw new EvaluationError("not enough arguments for the format");
      const body = spell(arg, verb, flags, precision === undefined ? undefined : Number(precision));
      return pad(body, size, flags, verb);
    },
  );
}

function pad(body: string, size: number, flags: string, verb: string): string {
  const missing = size - characters(body).length;
  if (missing <= 0) return body;
  if (flags.includes("-")) return body + " ".repeat(missing);
  if (!flags.includes("0") || "sqv".includes(verb)) return " ".repeat(missing) + body;
  const sign = /^[-+ ]/.exec(body)?.[0] ?? "";
  return sign + "0".repeat(missing) + body.slice(sign.length);
}

/** `%g`: with an exponent where that is the usual way to write it. */
function shortest(value: number, precision: number | undefined): string {
  const digits =
    precision === undefined ? value.toExponential() : value.toExponential(Math.min(100, Math.max(precision, 1) - 1));
  const exponent = Number(digits.split("e")[1]);
  if (exponent >= -4 && exponent < (precision ?? 21)) return numberText(Number(digits));
  return digits
    .replace(/\.?0+(?=e)/, (zeros) => (zeros.startsWith(".") ? "" : zeros))
    .replace(/e([-+])(\d)$/, "e$10$2");
}

function spell(arg: Value, verb: string, flags: string, precision: number | undefined): string {
  const signed = (value: number, body: string): string => (value >= 0 && flags.includes("+") ? `+${body}` : body);
  switch (verb) {
    case "v":
      if (typeof arg === "string") return flags.includes("#") ? JSON.stringify(arg) : arg;
      return typeof arg === "number" ? signed(arg, numberText(arg)) : encodeJson(arg);
    case "s":
      return precision === undefined ? text(arg) : characters(text(arg)).slice(0, precision).join("");
    case "q":
      return JSON.stringify(text(arg));
    case "t":
      return String(toBoolean(arg));
    case "d":
      return signed(number(arg), numberText(Math.trunc(number(arg))));
    case "b":
    case "o":
    case "x":
    case "X": {
      if (typeof arg === "string" && verb.toLowerCase() === "x" && !/^-?\d+$/.test(arg)) {
        const hex = Buffer.from(arg).toString("hex");
        return verb === "X" ? hex.toUpperCase() : hex;
      }
      const digits = Math.trunc(number(arg)).toString(verb === "b" ? 2 : verb === "o" ? 8 : 16);
      return verb === "X" ? digits.toUpperCase() : digits;
    }
    case "f":
    case "F":
      return signed(number(arg), number(arg).toFixed(Math.min(100, precision ?? 6)));
    case "e":
    case "E": {
      const body = number(arg)
        .toExponential(Math.min(100, precision ?? 6))
        .replace(/e([-+])(\d)$/, "e$10$2");
      return signed(number(arg), verb === "E" ? body.toUpperCase() : body);
    }
    case "g":
    case "G": {
      const body = shortest(number(arg), precision);
      return signed(number(arg), verb === "G" ? body.toUpperCase() : body);
    }
    default:
      throw new EvaluationError(`the verb %${verb} is not known`);
  }
}

function formatList(spec: string, args: readonly Value[]): Value {
  const lists = args.filter(isList);
  const length = lists[0]?.length ?? 1;
  if (lists.some((items) => items.length !== length)) throw new EvaluationError("lists of different lengths");
  return Array.from({ length }, (_, i) =>
    format(
      spec,
      args.map((arg) => (isList(arg) ? arg[i]! : arg)),
    ),
  );
}

/** A collection is no text, whatever is in it. */
const conversions = ofShapes({
  tostring: ([value]) => (value === null ? null : text(value)),
  tonumber: ([value]) => (value === null ? null : number(value)),
  tobool: ([value]) => (value === null ? null : toBoolean(value ?? null)),
});

const known = ofParts({
  upper: ([value]) => text(value).toUpperCase(),
  lower: ([value]) => text(value).toLowerCase(),
  title: ([value]) =>
    text(value).replace(
      /(^|[^\p{L}\p{N}_])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    ),
  trimspace: ([value]) => text(value).trim(),
  trim: ([value, set]) => trimSet(text(value), text(set), "both"),
  trimprefix: ([value, prefix]) =>
    text(value).startsWith(text(prefix)) ? text(value).slice(text(prefix).length) : text(value),
  trimsuffix: ([value, suffix]) =>
    text(suffix) !== "" && text(value).endsWith(text(suffix))
      ? text(value).slice(0, -text(suffix).length)
      : text(value),
  substr: ([value, offset, length]) => {
    const all = characters(text(value));
    const start = number(offset) < 0 ? Math.max(0, all.length + number(offset)) : number(offset);
    return all.slice(start, number(length) < 0 ? undefined : start + number(length)).join("");
  },
  startswith: ([value, prefix]) => text(value).startsWith(text(prefix)),
  endswith: ([value, suffix]) => text(value).endsWith(text(suffix)),
  strcontains: ([value, part]) => text(value).includes(text(part)),
  strrev: ([value]) => characters(text(value)).reverse().join(""),
  indent: ([spaces, value]) => text(value).replace(/\n/g, `\n${" ".repeat(Math.min(WIDTH_LIMIT, number(spaces)))}`),
  chomp: ([value]) => text(value).replace(/[\r\n]+$/, ""),
  join: ([separator, ...lists]) => lists.flatMap(texts).join(text(separator)),
  split: ([separator, value]) =>
    text(value) === "" && text(separator) === "" ? [] : text(value).split(text(separator)),
  replace: ([value, search, by]) => replace(text(value), text(search), text(by)),
  regex: ([source, value]) => {
    const [match] = matches(text(source), text(value), 1);
    if (match === undefined) throw new EvaluationError("the pattern does not match");
    return match;
  },
  regexall: ([source, value]) => matches(text(source), text(value)),
  format: ([spec, ...args]) => format(text(spec), args),
  formatlist: ([spec, ...args]) => formatList(text(spec), args),
});

export const strings: FunctionTable = { ...known, ...conversions };
