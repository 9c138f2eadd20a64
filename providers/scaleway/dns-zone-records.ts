import { isRef, type Reference } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { answersInOrder, asAddress, dottedValue, nameLabel, writtenValues } from "../dns-names.ts";
import { ref } from "../expr.ts";
import { labelsOf } from "../labels.ts";
import { type Args, type Native, type Tree, Unknown } from "../native.ts";
import type { LowerContext } from "../provider.ts";
import { ADDRESSES, isRoutable, MAX_TTL, MIN_TTL, NO_TYPES } from "./dns-zone-facts.ts";

type ZoneProps = Props<"dns-zone">;
type Routed = NonNullable<ZoneProps["routed"]>[number];
type Answer = Routed["answers"][number];

/** ns0.dom.scw.cloud and ns1.dom.scw.cloud. */
const NAME_SERVERS = 2;

/** One resource per value: several of one name and type are answered together. */
export function recordNatives(props: ZoneProps, zone: Native, ctx: LowerContext): readonly Native[] {
  const { records = [], aliases = [], routed = [] } = props;
  const writable = records.filter((r) => !NO_TYPES.has(r.type) && !(r.type === "CNAME" && r.name === "@"));
  const sets = [
    ...writable.map((r) => ({ name: r.name, label: nameLabel(r.name, r.type), rows: valueRows(r, ctx) })),
    ...aliases.map((a) => ({ name: a.name, label: `${nameLabel(a.name, "")} alias`, rows: [aliasRow(a.target, ctx)] })),
    ...routed.filter(isRoutable).map((r) => ({
      name: r.name,
      label: nameLabel(r.name, r.type),
      rows: [{ type: r.type, ttl: ttlOf(r.ttlSeconds), ...routedRow(r, ctx) }],
    })),
  ];
  const labels = labelsOf(sets.map((s) => s.label));
  return sets.flatMap(({ name, label, rows }) =>
    rows.map((row, i) => {
      const part = `${labels.get(label)}${rows.length > 1 ? `-${i + 1}` : ""}`;
      return ctx.native(
        "scaleway_domain_record",
        { dns_zone: ref(zone, "id"), name: name === "@" ? "" : name, ...row },
        { part },
      );
    }),
  );
}

function ttlOf(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.min(MAX_TTL, Math.max(MIN_TTL, seconds));
}

function valueRows(set: NonNullable<ZoneProps["records"]>[number], ctx: LowerContext): Args[] {
  const { type, ttlSeconds, values } = asAddress(set, ADDRESSES);
  return writtenValues(type, values, NAME_SERVERS, ctx).map((value): Args => {
    const ttl = ttlOf(ttlSeconds);
    const common: Args = { type, ...(ttl === undefined ? {} : { ttl }) };
    const [, priority, host] = (type === "MX" && typeof value === "string" && /^(\d+)\s+(\S+)$/.exec(value)) || [];
    if (host === undefined) return { ...common, data: dottedValue(type, value) };
    return { ...common, data: dottedValue(type, host), priority: Number(priority) };
  });
}

/** A load balancer is known by its address; every other target by a name. */
function aliasRow(target: Reference, ctx: LowerContext): Args {
  const written = ctx.output(target);
  if (isRef(target) && target.output === "hostname") return { type: "A", data: written };
  return { type: "ALIAS", data: dottedValue("CNAME", written) };
}

/** The first address answers where the choice cannot be made; with places, the one that has none. */
function routedRow({ policy, type, answers }: Routed, ctx: LowerContext): Args {
  const inOrder = answersInOrder(answers);
  const data = (answer: Answer): Tree => {
    const [value] = writtenValues(type, answer.values ?? [], NAME_SERVERS, ctx);
    return value === undefined ? new Unknown("nothing") : dottedValue(type, value);
  };
  if (policy === "weighted") {
    return {
      data: data(inOrder[0] as Answer),
      weighted: inOrder.map((a) => ({ ip: data(a), weight: a.weight ?? 0 })),
    };
  }
  const isElsewhere = (a: Answer) => a.continent === undefined && a.country === undefined;
  return {
    data: data(inOrder.find(isElsewhere) as Answer),
    geo_ip: [
      {
        matches: inOrder
          .filter((a) => !isElsewhere(a))
          .map((a) => ({
            ...(a.continent === undefined ? {} : { continents: [a.continent] }),
            ...(a.country === undefined ? {} : { countries: [a.country] }),
            data: data(a),
          })),
      },
    ],
  };
}
