import type { Reference } from "../providers/native.ts";

/** `["k"]` or `[0]` as Terraform writes it; "" without a key. */
export function keyText(key: string | number | undefined): string {
  if (key === undefined) return "";
  if (typeof key === "number") return `[${key}]`;
  return `[${JSON.stringify(key).replace(/([$%])(?=\{)/g, "$1$1")}]`;
}

/** The address of an instance within its root. */
export function addressOf(parts: {
  readonly module?: string | undefined;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly key?: string | number | undefined;
}): string {
  const module = parts.module ? `${parts.module}.` : "";
  return `${module}${parts.mode === "data" ? "data." : ""}${parts.type}.${parts.name}${keyText(parts.key)}`;
}

/** One step of a traversal: an attribute name, or an index. */
type Step = { readonly name: string } | { readonly key: string | number };

/** `module.a["k"].aws_x.b[0].c` as steps; undefined where it is not a plain traversal. */
function traversal(text: string): Step[] | undefined {
  const steps: Step[] = [];
  const pattern = /\.?([\p{L}_*][\p{L}\p{N}_-]*|\d+)|\[("(?:[^"\\]|\\.)*"|\d+|\*)\]/uy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return undefined;
    if (match[1] !== undefined) steps.push({ name: match[1] });
    else if (match[2]!.startsWith('"')) steps.push({ key: unquote(match[2]!) });
    else if (match[2] === "*") steps.push({ name: "*" });
    else steps.push({ key: Number(match[2]) });
  }
  return steps;
}

function unquote(text: string): string {
  try {
    return (JSON.parse(text) as string).replace(/([$%])\1(?=\{)/g, "$1");
  } catch {
    return text.slice(1, -1);
  }
}

/** An address without any instance key, or with something in place of each: what the configuration calls the resource. */
export function withoutKeys(address: string, instead = ""): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, instead);
}

/** An address without the key of the instance itself; those of its modules stay. */
export function withoutOwnKey(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/, "");
}

/** The modules an address stands in, outermost first, and their instance keys. */
export function modulesOf(address: string | undefined): { readonly name: string; readonly key?: string | number }[] {
  const steps = address ? traversal(address) : [];
  const out: { name: string; key?: string | number }[] = [];
  if (!steps) return out;
  for (let i = 0; nameAt(steps, i) === "module" && nameAt(steps, i + 1) !== undefined; ) {
    const key = keyAt(steps, i + 2);
    out.push({ name: nameAt(steps, i + 1)!, ...(key === undefined ? {} : { key }) });
    i += key === undefined ? 2 : 3;
  }
  return out;
}

export function moduleAddress(modules: readonly { readonly name: string; readonly key?: string | number }[]): string {
  return modules.map((m) => `module.${m.name}${keyText(m.key)}`).join(".");
}

/** What one reference of a configuration names, before it is resolved. */
export type Named =
  | { readonly kind: "resource"; readonly mode: "managed" | "data"; readonly to: Reference; readonly keyed: boolean }
  | { readonly kind: "module"; readonly name: string; readonly key?: string | number; readonly rest: readonly string[] }
  | { readonly kind: "variable"; readonly name: string; readonly rest: readonly string[] }
  | { readonly kind: "each" | "count"; readonly attr: string; readonly rest: readonly string[] }
  | { readonly kind: "other" };

export function named(text: string): Named {
  const steps = traversal(text);
  if (!steps || steps.length === 0) return { kind: "other" };
  const head = nameAt(steps, 0);
  const second = nameAt(steps, 1);
  if (head === undefined || second === undefined) return { kind: "other" };
  if (head === "var") return { kind: "variable", name: second, rest: restOf(steps, 2) };
  if (head === "each" || head === "count") return { kind: head, attr: second, rest: restOf(steps, 2) };
  if (head === "module") {
    const key = keyAt(steps, 2);
    const rest = restOf(steps, key === undefined ? 2 : 3);
    return { kind: "module", name: second, ...(key === undefined ? {} : { key }), rest };
  }
  if (["local", "path", "terraform", "self", "provider", "ephemeral"].includes(head)) return { kind: "other" };
  const data = head === "data";
  const type = data ? second : head;
  const name = data ? nameAt(steps, 2) : second;
  if (name === undefined) return { kind: "other" };
  const at = data ? 3 : 2;
  const key = keyAt(steps, at);
  const attr = restOf(steps, key === undefined ? at : at + 1).filter((s) => s !== "*");
  const mode = data ? "data" : "managed";
  return {
    kind: "resource",
    mode,
    to: { to: addressOf({ mode, type, name, key }), attr: attr.join(".") },
    keyed: key !== undefined,
  };
}

function nameAt(steps: readonly Step[], i: number): string | undefined {
  const step = steps[i];
  return step && "name" in step ? step.name : undefined;
}

function keyAt(steps: readonly Step[], i: number): string | number | undefined {
  const step = steps[i];
  return step && "key" in step ? step.key : undefined;
}

function restOf(steps: readonly Step[], from: number): string[] {
  return steps.slice(from).map((s) => ("name" in s ? s.name : String(s.key)));
}

/** `registry.example/hashicorp/aws` → `aws`. */
export function shortProvider(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).replace(/^provider\./, "");
}

/** A state's `provider` text: `provider["registry.example/hashicorp/aws"].west`, or `provider.aws.west` before 0.13. */
export function stateProvider(text: string): { readonly name: string; readonly alias?: string } {
  const modern = /provider\["([^"]+)"\](?:\.([\p{L}\p{N}_-]+))?/u.exec(text);
  const old = /(?:^|\.)provider\.([\p{L}\p{N}_-]+)(?:\.([\p{L}\p{N}_-]+))?/u.exec(text);
  const match = modern ?? old;
  if (!match) return { name: shortProvider(text) };
  return { name: shortProvider(match[1]!), ...(match[2] ? { alias: match[2] } : {}) };
}

/** Name and key of the instance that an address ends with. */
export function lastStep(address: string): { readonly name: string; readonly key?: string | number } {
  const steps = traversal(address) ?? [];
  const key = keyAt(steps, steps.length - 1);
  const name = nameAt(steps, steps.length - (key === undefined ? 1 : 2)) ?? address;
  return key === undefined ? { name } : { name, key };
}
