import { type Tree, Unknown } from "../native.ts";

/**
 * Where a record stands that proves a domain to Certificate Manager: below the zone by a name that starts with an underscore, never at
 * the zone's own. Which name it is nobody knows before the certificate is asked for; this one stands for it.
 * Source: https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html, section "How CNAME records for ACM work", 2026-11-28.
 */
export const VALIDATION = { name: "_validation", type: "CNAME" } as const;

const OPTIONS = /^(?:.*\.)?aws_acm_certificate\.[^.]+$/;
const FIELD = /(?:\.|\[")([A-Za-z_][\w-]*)(?:"\])?$/;

/** Whether a value is what a certificate says of its own validation: the name of that record, or its type. */
export function isOfValidation(value: Tree | undefined, what: "name" | "type"): boolean {
  if (!(value instanceof Unknown) || value.refs.length === 0) return false;
  if (!value.refs.every((r) => OPTIONS.test(r.to) && r.attr.startsWith("domain_validation_options"))) return false;
  // A plan tells what an expression names, and not how it uses that.
  if (value.options.rough) return true;
  if (!isOneAccess(value.expression)) return false;
  const called = fieldsCalled(FIELD.exec(value.expression)?.[1] ?? "", value.expression);
  // Of a collection that nobody could evaluate an item shows only what it was made of.
  if (called.length === 0 && !value.expression.includes("{"))
    return value.refs.some((r) => r.attr.endsWith(`.resource_record_${what}`));
  return called.length > 0 && called.every((field) => field === what);
}

/** Nothing is done with what is looked up: no condition, no text around it. */
function isOneAccess(expression: string): boolean {
  let [before, rest] = ["", expression];
  while (rest !== before) [before, rest] = [rest, rest.replace(/\([^()[\]{}]*\)|\[[^()[\]{}]*\]|\{[^()[\]{}]*\}/g, "")];
  return /^[\w.-]*$/.test(rest);
}

/** What the certificate calls a field that an object of the code may call otherwise: `name = dvo.resource_record_name`. */
function fieldsCalled(field: string, expression: string): readonly string[] {
  const own = /^resource_record_(\w+)$/.exec(field)?.[1];
  if (own !== undefined) return [own];
  const given = new RegExp(`(?<![\\w.-])"?${field}"?\\s*[=:]\\s*[\\w.]+\\.resource_record_(\\w+)`, "g");
  return [...expression.matchAll(given)].map(([, name = ""]) => name);
}
