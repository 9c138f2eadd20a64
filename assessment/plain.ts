import { Unknown } from "../providers/native.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A value as JSON: an unknown becomes `${expression}`, what is absent null. Keys are sorted. */
export function plain(value: unknown): Json {
  if (value instanceof Unknown) return `\${${value.expression}}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([k, v]) => [k, plain(v)]));
  }
  return typeof value === "boolean" || typeof value === "number" || typeof value === "string" ? value : null;
}
