import { asHole } from "../expr.ts";
import { singleRules } from "../listener-rules.ts";
import { type Tree, Unknown } from "../native.ts";
import { leavesOf } from "../paths.ts";
import type { Cursor, Cursors } from "../provider.ts";
import { compact, known, list, members } from "../values.ts";
import { RULES } from "./load-balancer-types.ts";

/** The target groups of a load balancer, and what each is called. */
export interface Backends {
  readonly cursors: readonly Cursor[];
  nameOf(group: Cursor): string;
}

type Fields = { readonly [name: string]: Tree };

export interface ReadRule {
  readonly cursor: Cursor;
  readonly rules: readonly Tree[];
}

/** Rules in the order in which they are looked at. */
export function readRules(group: Cursors, backends: Backends): readonly ReadRule[] {
  const placed = RULES.flatMap((type) => members(group, type)).map((cursor) => {
    cursor.ignore("priority", "their order counts, and is kept");
    const priority = cursor.read("priority");
    return { cursor, at: typeof priority === "number" ? priority : Number.MAX_SAFE_INTEGER };
  });
  return placed
    .sort((a, b) => a.at - b.at)
    .map(({ cursor }) => {
      const conditions = cursor.each("condition").map(choices);
      const action = readAction(cursor, "action", backends);
      const single = conditions.length > 0 ? conditions : [[{ path: new Unknown(`${cursor.address}.condition`) }]];
      return { cursor, rules: singleRules(single).map((fields) => wholeRule(plain(fields), action)) };
    });
}

/** A rule one condition of which is not known is a hole as a whole: without the condition it would hold for more than it does. */
function wholeRule(conditions: Fields, action: Fields): Tree {
  const rule = { ...conditions, ...action };
  const isOpen = leavesOf(conditions).some(([, value]) => value instanceof Unknown);
  return isOpen ? asHole(rule) : rule;
}

/** `/*` and `*` are any path at all: a rule that asks for it asks for nothing. */
function plain(fields: Fields): Fields {
  const { path, ...rest } = fields;
  return path === "*" || path === "/*" ? rest : fields;
}

/** What one condition allows: any of these. */
function choices(condition: Cursor): readonly Fields[] {
  const values = (path: string, name: string): readonly Fields[] => {
    const found = condition.read(`${path}.values`);
    return list(found).map((value) => ({ [name]: value }));
  };
  const [header] = condition.each("http_header");
  const name = header?.read("http_header_name");
  const headers = header
    ? list(header.read("values")).map((value): Fields => ({ header: compact({ name, value }) }))
    : [];
  const queries = condition
    .each("query_string")
    .map((q): Fields => ({ query: compact({ key: q.read("key"), value: q.read("value") }) }));
  const found = [
    ...values("host_header", "host"),
    ...values("path_pattern", "path"),
    ...headers,
    ...values("http_request_method", "method"),
    ...queries,
    ...values("source_ip", "sourceCidr"),
  ];
  // A regular expression, or something newer: without it the rule would hold for more than it does.
  return found.length > 0 ? found : [{ path: new Unknown("a condition that no rule here can say") }];
}

/** The last action decides; those before it check who is asking, and stay where they are. */
export function readAction(cursor: Cursor, path: string, backends: Backends): Fields {
  const actions = cursor.each(path);
  // Somebody else sets it while it runs, or a variable says what it is.
  if (actions.length === 0 && cursor.has(path)) return { backend: cursor.read(path) ?? new Unknown(path) };
  for (const [i, action] of actions.entries()) action.expect("order", i + 1);
  for (const action of actions) {
    if (action.expect("type", "forward")) return { backend: forwarded(action, backends) };
    if (action.expect("type", "redirect")) return { redirect: redirected(action) };
    if (action.expect("type", "fixed-response")) return { respond: answered(action) };
  }
  return {};
}

function forwarded(action: Cursor, backends: Backends): Tree {
  const direct = backends.cursors.find((c) => action.names("target_group_arn", c));
  if (direct) {
    // Both may stand there; a weight means nothing where there is only one.
    return backends.nameOf(direct);
  }
  const [first] = action.each("forward.target_group");
  const weighted = first && backends.cursors.find((c) => first.names("arn", c));
  if (weighted) {
    if (action.each("forward.target_group").length === 1) first.ignore("weight", "the only one gets everything");
    return backends.nameOf(weighted);
  }
  const elsewhere = first?.read("arn") ?? action.read("target_group_arn");
  if (elsewhere instanceof Unknown) return elsewhere;
  return new Unknown(elsewhere === undefined ? `${action.address}.action` : JSON.stringify(elsewhere));
}

function redirected(action: Cursor): Tree {
  const [to] = action.each("redirect");
  if (!to) return new Unknown(`${action.address}.redirect`);
  // What it takes over from the request needs no saying.
  const same = { protocol: "#{protocol}", host: "#{host}", port: "#{port}", path: "/#{path}", query: "#{query}" };
  const own = (name: keyof typeof same) => (to.is(name, same[name]) ? undefined : to.read(name));
  const protocol = known(own("protocol"), (p) => String(p).toLowerCase());
  const usual = protocol === "https" ? "443" : protocol === "http" ? "80" : undefined;
  const isUsual = usual !== undefined && to.expect("port", usual);
  to.expect("status_code", "HTTP_302");
  return compact({
    protocol,
    host: own("host"),
    port: isUsual ? undefined : known(own("port"), (p) => Number(p)),
    path: own("path"),
    permanent: to.expect("status_code", "HTTP_301") || undefined,
  });
}

function answered(action: Cursor): Tree {
  const [fixed] = action.each("fixed_response");
  if (!fixed) return new Unknown(`${action.address}.fixed_response`);
  return compact({
    status:
      known(fixed.read("status_code"), (s) => (/^\d+$/.test(String(s)) ? Number(s) : new Unknown(JSON.stringify(s)))) ??
      200,
    contentType: fixed.expect("content_type", "text/plain") ? undefined : fixed.read("content_type"),
    body: fixed.read("message_body"),
  });
}
