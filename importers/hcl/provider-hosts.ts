import type { Tree } from "../../providers/native.ts";
import { type CalledHosts, calledHosts, namesHost } from "../called-hosts.ts";
import type { Block, Body } from "./ast.ts";
import { attributeOf } from "./ast.ts";
import { attempt } from "./evaluate.ts";
import type { Scope } from "./scope.ts";
import { settle } from "./value.ts";

/** Hosts that a `provider` block names. Only what may name one is evaluated: the rest may be a secret. */
export function hostsCalledBy(block: Block, scope: Scope): { readonly hosts?: CalledHosts } {
  const { body, source, start } = block;
  const attributes = body.attributes.filter(({ name }) => namesHost(name));
  const blocks = body.blocks.flatMap((inner) => written(inner, scope));
  const given: Record<string, Tree> = valuesOf(attributes, scope);
  for (const name of new Set(blocks.map((b) => b.name))) {
    given[name] = blocks.filter((b) => b.name === name).map((b) => valuesOf(b.body.attributes, scope));
  }
  const hosts = calledHosts(given, source.at(start));
  return hosts === undefined ? {} : { hosts };
}

function valuesOf(attributes: Body["attributes"], scope: Scope): Record<string, Tree> {
  return Object.fromEntries(attributes.map(({ name, value }) => [name, settle(attempt(value, scope))]));
}

/** A block, or what `dynamic` makes of it where it is not known to make none. */
function written({ type, labels, body }: Block, scope: Scope): { name: string; body: Body }[] {
  const name = type === "dynamic" ? (labels[0] ?? "") : type;
  if (!namesHost(name)) return [];
  if (type !== "dynamic") return [{ name, body }];
  const each = attributeOf(body, "for_each");
  const items = each && settle(attempt(each, scope));
  if (typeof items === "object" && items !== null && Object.keys(items).length === 0) return [];
  return body.blocks.filter((b) => b.type === "content").map((content) => ({ name, body: content.body }));
}
