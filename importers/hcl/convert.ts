import { Unknown } from "../../providers/native.ts";
import { EvaluationError, Handle, isList, isMap, type Value } from "./value.ts";

/** What a value is, in words for a message and for `can(tostring(…))`-like decisions. */
function typeName(value: Value): string {
  if (value === null) return "null";
  if (isList(value)) return "a list";
  if (isMap(value)) return "an object";
  if (value instanceof Handle) return "a resource or module";
  return value instanceof Unknown ? "an unknown" : `a ${typeof value}`;
}

export function mistake(wanted: string, value: Value): never {
  throw new EvaluationError(`${wanted} is required, and this is ${typeName(value)}`);
}

/** A known value as text, as the engines convert. */
export function toText(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return String(value);
  return mistake("a string", value);
}

/** Decimal, never in exponent form. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) >= 1e21) return BigInt(value).toString();
  const text = String(value);
  if (!text.includes("e")) return text;
  const digits = -Number(text.split("e")[1]) + (text.split("e")[0]?.split(".")[1]?.length ?? 0);
  return value.toFixed(Math.min(100, Math.max(0, digits)));
}

export function toNumber(value: Value): number {
  if (typeof value === "number") return value;
  if (typeof value === "string" && /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(value)) return Number(value);
  return mistake("a number", value);
}

export function toBoolean(value: Value): boolean {
  if (typeof value === "boolean") return value;
  // The engines take 1 and 0 where they are text, and no number.
  if (value === "true" || value === "1") return true;
  if (value === "false" || value === "0") return false;
  return mistake("a bool", value);
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** What a person calls characters, as the engines count them. */
export function characters(text: string): string[] {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return Array.from(graphemes.segment(text), (part) => part.segment);
  }
  return [...text];
}
