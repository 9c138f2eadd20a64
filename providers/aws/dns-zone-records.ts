import type { Reference } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { answersInOrder, nameLabel, writtenValues } from "../dns-names.ts";
import { ref } from "../expr.ts";
import { labelsOf } from "../labels.ts";
import type { Args, Native, Tree } from "../native.ts";
import type { LowerContext } from "../provider.ts";
import { aliasBlock, familiesOf } from "./dns-zone-aliases.ts";
import { UNKNOWN_TYPES } from "./dns-zone-facts.ts";

type ZoneProps = Props<"dns-zone">;
type Routed = NonNullable<ZoneProps["routed"]>[number];
type Answer = Routed["answers"][number];

const record = "aws_route53_record";
const DEFAULT_TTL = 3600;
/** The zone has its own name servers, and nothing stands beside a CNAME. */
const NOT_AT_APEX: ReadonlySet<string> = new Set(["CNAME", "NS"]);
/** Every public zone has four. */
const NAME_SERVERS = 4;

/** Names of the zone's natives: what Route 53 cannot hold has none. */
function labelled<T extends { readonly name: string; readonly type: string }>(list: readonly T[]) {
  const labels = labelsOf(list.map((r) => nameLabel(r.name, r.type)));
  return list.map((r) => [r, labels.get(nameLabel(r.name, r.type)) ?? ""] as const);
}

export function recordNatives({ name, records = [] }: ZoneProps, zone: Native, ctx: LowerContext): readonly Native[] {
  const writable = records.filter((r) => !UNKNOWN_TYPES.has(r.type) && !(NOT_AT_APEX.has(r.type) && r.name === "@"));
  return labelled(writable).map(([r, part]) =>
    ctx.native(
      record,
      {
        zone_id: ref(zone, "zone_id"),
        name: r.name === "@" ? name : r.name,
        type: r.type,
        ttl: r.ttlSeconds ?? DEFAULT_TTL,
        records: valuesOf(r.type, r.values, ctx),
      },
      { part },
    ),
  );
}

/** An alias is a record per family of addresses. */
export function aliasNatives(props: ZoneProps, zone: Native, ctx: LowerContext): readonly Native[] {
  const { name, aliases = [] } = props;
  const families = aliases.flatMap((a) => familiesOf(a, props).map((type) => ({ ...a, type })));
  return labelled(families).map(([a, part]) =>
    ctx.native(
      record,
      {
        zone_id: ref(zone, "zone_id"),
        name: a.name === "@" ? name : a.name,
        type: a.type,
        alias: aliasBlock(a.target, a.followsHealth ?? false, name, zone, ctx),
      },
      { part: `${part}-alias` },
    ),
  );
}

export function routedNatives({ name, routed = [] }: ZoneProps, zone: Native, ctx: LowerContext): readonly Native[] {
  return labelled(routed).flatMap(([r, part]) =>
    answersInOrder(r.answers).map((answer, i) =>
      ctx.native(
        record,
        {
          zone_id: ref(zone, "zone_id"),
          name: r.name === "@" ? name : r.name,
          type: r.type,
          set_identifier: `answer-${i + 1}`,
          ...(answer.target
            ? { alias: aliasBlock(answer.target, answer.followsHealth ?? false, name, zone, ctx) }
            : { ttl: r.ttlSeconds ?? DEFAULT_TTL, records: valuesOf(r.type, answer.values ?? [], ctx) }),
          ...policyBlock(r.policy, answer),
        },
        { part: `${part}-answer-${i + 1}` },
      ),
    ),
  );
}

function policyBlock(policy: Routed["policy"], answer: Answer): Args {
  switch (policy) {
    case "weighted":
      return { weighted_routing_policy: [{ weight: answer.weight ?? 0 }] };
    case "latency":
      return { latency_routing_policy: [{ region: answer.region ?? "" }] };
    case "failover":
      return { failover_routing_policy: [{ type: answer.role === "secondary" ? "SECONDARY" : "PRIMARY" }] };
    case "multivalue":
      return { multivalue_answer_routing_policy: true };
    case "geo": {
      const { continent, country, subdivision } = answer;
      const place: Args = continent
        ? { continent }
        : { country: country ?? "*", ...(subdivision ? { subdivision } : {}) };
      return { geolocation_routing_policy: [place] };
    }
  }
}

function valuesOf(type: string, values: readonly (string | Reference)[], ctx: LowerContext): readonly Tree[] {
  return writtenValues(type, values, NAME_SERVERS, ctx).map((value) =>
    type === "TXT" && typeof value === "string" ? inStrings(value) : value,
  );
}

/** A text is made of strings of at most 255 characters. */
function inStrings(value: string): string {
  return (value.match(/.{1,255}/gs) ?? [value]).join('""');
}
