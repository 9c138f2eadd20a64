import { isRef, type Reference } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import type { Args, Native, Tree } from "../native.ts";
import type { LowerContext } from "../provider.ts";
import { nameOf } from "../references.ts";

type ZoneProps = Props<"dns-zone">;
type Named = Pick<ZoneProps, "name" | "records" | "aliases" | "routed">;
type Alias = NonNullable<ZoneProps["aliases"]>[number];

/** CloudFront has one zone for all distributions: developer guide of Route 53, AliasTarget, 2026-11-25. */
const CLOUDFRONT = "Z2FDTNDATAQYW2";

export function aliasBlock(
  target: Reference,
  followsHealth: boolean,
  zoneName: string,
  zone: Native,
  ctx: LowerContext,
): readonly Args[] {
  return [
    {
      // A name of the zone itself is the same on every cloud.
      name: ownName(target, zoneName) ?? ctx.output(target),
      zone_id: hostedZoneOf(target, zoneName, zone, ctx),
      evaluate_target_health: followsHealth,
    },
  ];
}

/** Route 53 wants to know the zone that the target's name stands in. Of a load balancer its host name has it as the item `zone`. */
function hostedZoneOf(target: Reference, zoneName: string, zone: Native, ctx: LowerContext): Tree {
  if (isRef(target) && target.output === "hostname") return ctx.output({ ...target, item: "zone" });
  if (isRef(target)) return elsewhere(nameOf(target), ctx);
  if (target.literal && /\.cloudfront\.net$/.test(target.external)) return CLOUDFRONT;
  return ownName(target, zoneName) ? ref(zone, "zone_id") : elsewhere(target.external, ctx);
}

function elsewhere(name: string, ctx: LowerContext): Tree {
  return ctx.output({ external: `hosted zone of ${name}` });
}

/** The name that is followed, where it stands in the zone. */
function ownName(target: Reference, zoneName: string): string | undefined {
  if (isRef(target) || !target.literal) return undefined;
  const { external } = target;
  return external === zoneName || external.endsWith(`.${zoneName}`) ? external : undefined;
}

/**
 * The types that an alias is written in, one for each family of addresses. Of a name of the zone those that it has there: Route 53 refuses an
 * alias of a type that its target is not found in (rust-lang/simpleinfra pull request 907, read 2026-11-28). What the zone says nothing of may
 * stand elsewhere.
 */
export function familiesOf({ target, ipv6 }: Alias, { name, records, aliases, routed }: Named): readonly string[] {
  const wanted = ipv6 ? ["A", "AAAA"] : ["A"];
  const own = ownName(target, name);
  const isTarget = (other: { readonly name: string }) => fullName(other.name, name) === own;
  const followed = (aliases ?? []).filter(isTarget).flatMap((a) => (a.ipv6 ? ["A", "AAAA"] : ["A"]));
  const there = [...[...(records ?? []), ...(routed ?? [])].filter(isTarget).map((r) => r.type), ...followed];
  return there.length === 0 ? wanted : wanted.filter((type) => there.includes(type));
}

/** An alias of a name of the zone waits for the record that it follows: Route 53 refuses it before (barnybug/cli53 issue 227, read 2026-11-28). */
export function followersLast(records: readonly Native[], zoneName: string): readonly Native[] {
  return records.map((native) => {
    const followed = (native.args["alias"] as readonly Args[] | undefined)?.[0]?.["name"];
    const first = records.filter(
      ({ args, address }) =>
        address !== native.address &&
        args["type"] === native.args["type"] &&
        fullName(String(args["name"]), zoneName) === followed,
    );
    return first.length > 0 ? { ...native, dependsOn: first.map((n) => n.address) } : native;
  });
}

/** Of the zone's own name that, whether it is said in full or not. */
function fullName(name: string, zoneName: string): string {
  return name === "@" || name === zoneName ? zoneName : `${name}.${zoneName}`;
}
