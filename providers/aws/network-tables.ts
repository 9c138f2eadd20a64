import type { ROUTE_TARGETS } from "../../constructs/network.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { members } from "../values.ts";
import { DEFAULT, VIA } from "./network-routes.ts";

/** A route table and where its subnets may go. */
export interface FoundTable {
  readonly subnets: readonly Cursor[];
  /** Whether they reach the internet by themselves; undefined = they do not. */
  readonly internet: Tree | undefined;
  /** The NAT gateway by which they go out: its address, or what names one elsewhere. */
  readonly exit: string | undefined;
  readonly routes: readonly FoundRoute[];
}

export type FoundRoute = Readonly<Record<"destination" | "to" | "via", Tree>>;

/** The tables that subnets use, in address order. What a table without subnets says is read by nobody. */
export function foundTables(
  group: Cursors,
  subnets: readonly Cursor[],
  vpc: Cursor | undefined,
  ctx: RaiseContext,
): readonly FoundTable[] {
  const main = members(group, "aws_default_route_table");
  const tables = [...members(group, "aws_route_table"), ...main];
  const chosen = new Map<Cursor, Cursor>();
  const elsewhere: FoundTable[] = [];
  for (const link of members(group, "aws_route_table_association")) {
    const table = tables.find((t) => link.names("route_table_id", t));
    const mine = subnets.filter((s) => link.names("subnet_id", s));
    if (table) for (const s of mine) chosen.set(s, table);
    else if (mine.length > 0) {
      const internet = new Unknown(`where ${textOf(link.read("route_table_id"))} leads`);
      elsewhere.push({ subnets: mine, internet, exit: undefined, routes: [] });
    }
  }
  const links = members(group, "aws_main_route_table_association");
  const fallback = tables.find((t) => links.some((link) => link.names("route_table_id", t))) ?? main[0];
  const isElsewhere = (s: Cursor) => elsewhere.some((t) => t.subnets.includes(s));
  const used = (table: Cursor | undefined) =>
    subnets.filter((s) => !isElsewhere(s) && (chosen.get(s) ?? fallback) === table);
  const routes = members(group, "aws_route");
  // Routes of the table that every VPC has, which nothing here stands for.
  const ofVpc = main[0] ?? undefined;
  const entriesOf = (table: Cursor | undefined) => [
    ...(table?.each("route") ?? []),
    ...routes.filter((r) =>
      table !== undefined && r.names("route_table_id", table)
        ? true
        : table === ofVpc && vpc !== undefined && r.names("route_table_id", vpc),
    ),
  ];
  const found = [...tables, ...(ofVpc ? [] : [undefined])].flatMap((table): FoundTable[] => {
    const mine = used(table);
    return mine.length === 0 ? [] : [{ subnets: mine, ...ways(entriesOf(table), group, ctx) }];
  });
  return [...found, ...elsewhere];
}

function ways(entries: readonly Cursor[], group: Cursors, ctx: RaiseContext): Omit<FoundTable, "subnets"> {
  let internet: Tree | undefined;
  let exit: string | undefined;
  const routes: FoundRoute[] = [];
  for (const entry of entries) {
    const destination = entry.type === "aws_route" ? "destination_cidr_block" : "cidr_block";
    // Routes of IPv6 and of lists of prefixes.
    if (!entry.has(destination)) continue;
    const gateway = gatewayOf(entry, group);
    if (entry.is(destination, DEFAULT) && (gateway === "internet" || gateway instanceof Unknown)) {
      entry.expect(destination, DEFAULT);
      internet = gateway instanceof Unknown ? gateway : true;
    } else if (entry.is(destination, DEFAULT) && entry.has("nat_gateway_id")) {
      entry.expect(destination, DEFAULT);
      const nat = members(group, "aws_nat_gateway").find((g) => entry.names("nat_gateway_id", g));
      exit = nat?.address ?? textOf(entry.read("nat_gateway_id"));
    } else if (entry.is(destination, DEFAULT) && entry.has("vpc_endpoint_id")) {
      // A firewall looks at it first; whether it lets machines be reached stands in its own tables.
      internet = new Unknown("what the endpoint that the default route names lets through");
    } else if (gateway !== "local") {
      const route = readRoute(entry, destination, ctx);
      if (route) routes.push(route);
    }
  }
  return { internet, exit, routes };
}

/** What a route's gateway is: the argument takes that of the internet and that of a VPN. Undefined where it has none. */
function gatewayOf(entry: Cursor, group: Cursors): "internet" | "vpn" | "local" | Unknown | undefined {
  if (!entry.has("gateway_id")) return undefined;
  if (members(group, "aws_internet_gateway").some((gateway) => entry.names("gateway_id", gateway))) return "internet";
  const value = entry.read("gateway_id");
  const text = textOf(value);
  if (/(^|\.)aws_internet_gateway\.|^igw-/.test(text)) return "internet";
  if (text === "local") return "local";
  return /(^|\.)aws_vpn_gateway\.|^vgw-/.test(text) || !(value instanceof Unknown) ? "vpn" : value;
}

function readRoute(entry: Cursor, destination: string, ctx: RaiseContext): FoundRoute | undefined {
  const [to, path] = Object.entries(VIA).find(([, attr]) => entry.has(attr)) ?? [];
  if (to === undefined || path === undefined) return undefined;
  return {
    destination: entry.read(destination) ?? "",
    to: to as (typeof ROUTE_TARGETS)[number],
    via: ctx.reference(entry.read(path)) as Tree,
  };
}

function textOf(value: Tree | undefined): string {
  return value instanceof Unknown ? value.expression : String(value);
}
