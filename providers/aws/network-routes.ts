import { networkRange } from "../../constructs/cidr.ts";
import type { Props } from "../../constructs/kinds.ts";
import type { ROUTE_TARGETS } from "../../constructs/network.ts";
import { ref } from "../expr.ts";
import type { Native } from "../native.ts";
import type { LowerContext } from "../provider.ts";

type Network = Props<"network">;
type Subnet = Network["subnets"][number];

/** The argument of a route for what it leads to. */
export const VIA: Readonly<Record<(typeof ROUTE_TARGETS)[number], string>> = {
  machine: "network_interface_id",
  peering: "vpc_peering_connection_id",
  vpn: "gateway_id",
  hub: "transit_gateway_id",
};

/** Everywhere. */
export const DEFAULT = "0.0.0.0/0";

interface Made {
  readonly vpc: Native;
  readonly subnets: ReadonlyMap<string, Native>;
  readonly internet: Native | undefined;
  exit(subnet: Subnet): Native | undefined;
}

/** A table for all subnets that go the same ways. Subnets that go nowhere keep the table that every VPC has. */
export function routeTables(props: Network, made: Made, ctx: LowerContext): readonly Native[] {
  const routes = props.routes ?? [];
  const routesOf = (s: Subnet) => routes.flatMap((r, i) => ((r.subnets?.includes(s.name) ?? true) ? [i] : []));
  const exitOf = (s: Subnet) => (s.public ? made.internet : made.exit(s));
  const alike = Map.groupBy(
    props.subnets.filter((s) => exitOf(s) !== undefined || routesOf(s).length > 0),
    (s) => JSON.stringify([s.public ?? false, exitOf(s)?.address, routesOf(s)]),
  );
  const names = new Set<string>();
  return [...alike.values()].flatMap((subnets) => {
    const [first] = subnets;
    if (!first) return [];
    const part = partFor(first, names);
    const table = ctx.native("aws_route_table", { vpc_id: ref(made.vpc, "id") }, { part });
    const route = (args: { readonly [key: string]: Native["args"][string] }, suffix?: string) =>
      ctx.native(
        "aws_route",
        { route_table_id: ref(table, "id"), ...args },
        { part: suffix === undefined ? part : `${part}-${suffix}` },
      );
    const out = exitOf(first);
    return [
      table,
      ...(out
        ? [
            route({
              destination_cidr_block: DEFAULT,
              [first.public ? "gateway_id" : "nat_gateway_id"]: ref(out, "id"),
            }),
          ]
        : []),
      ...routesOf(first).flatMap((i) => {
        const r = routes[i];
        return r
          ? [
              route(
                { destination_cidr_block: networkRange(r.destination), [VIA[r.to]]: ctx.output(r.via) },
                String(i + 1),
              ),
            ]
          : [];
      }),
      ...subnets.map((s) => {
        const native = made.subnets.get(s.name);
        if (!native) throw new Error(`no subnet ${s.name}`);
        const args = { subnet_id: ref(native, "id"), route_table_id: ref(table, "id") };
        return ctx.native("aws_route_table_association", args, { part: s.name });
      }),
    ];
  });
}

/** `public`, `private`, and where there are several of them by their first subnet. */
function partFor(subnet: Subnet, taken: Set<string>): string {
  const wanted = subnet.public ? "public" : "private";
  const name = taken.has(wanted) ? `${wanted}-${subnet.name}` : wanted;
  taken.add(name);
  return name;
}
