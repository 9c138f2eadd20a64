import { networkRange } from "../../constructs/cidr.ts";
import type { Props } from "../../constructs/kinds.ts";
import { coveringRanges, covers, rangeWithin } from "../ip-ranges.ts";
import type { Loss } from "../provider.ts";

/** VPCs and subnets take ranges of /16 to /28: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html, read 2026-11-25. */
const WIDEST = 16;
const NARROWEST = 28;

type Network = Pick<Props<"network">, "cidr" | "furtherCidrs" | "subnets">;

/** The range that is written for a subnet. */
export function subnetRange(cidr: string): string {
  return rangeWithin(cidr, WIDEST, NARROWEST);
}

/**
 * The range asked for, else the first that the subnets need; further ones; and as many more as hold the subnets outside of these. A range
 * that is too wide is as many as hold its subnets, and at least its first part.
 */
export function vpcRanges({ cidr, furtherCidrs = [], subnets }: Network): readonly string[] {
  const placed = subnets.map((s) => subnetRange(s.cidr));
  const taken = (range: string): readonly string[] => {
    const whole = networkRange(range);
    if (Number(whole.split("/")[1]) >= WIDEST) return [subnetRange(whole)];
    const inside = coveringRanges(
      placed.filter((s) => covers(whole, s)),
      WIDEST,
      WIDEST,
    );
    return inside.length > 0 ? inside : [subnetRange(whole)];
  };
  const further = furtherCidrs.flatMap(taken);
  const given = [...(cidr === undefined ? [] : taken(cidr)), ...further];
  const outside = placed.filter((c) => !given.some((g) => covers(g, c)));
  const [first, ...more] = coveringRanges(outside, WIDEST, NARROWEST);
  const needed = first === undefined ? [] : [first];
  return [...new Set(cidr === undefined ? [...needed, ...further, ...more] : [...given, ...needed, ...more])];
}

const stands: Pick<Loss, "severity" | "class" | "citation"> = {
  severity: "degrades",
  class: "setting",
  citation: { source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html", date: "2026-11-25" },
};

/** What ranges become that AWS does not take. */
export const rangeLosses: readonly Loss[] = [
  {
    path: "cidr",
    when: (props) => {
      const { cidr } = props as unknown as Network;
      return cidr !== undefined && subnetRange(cidr) !== networkRange(cidr);
    },
    ...stands,
    why: "A VPC has ranges of /16 to /28: of a wider one the parts are set aside in which subnets stand.",
    instead: "Set several ranges of /16 aside (`furtherCidrs`), and keep others from being given away elsewhere.",
  },
  {
    path: "furtherCidrs",
    when: (props) => {
      const network = props as unknown as Network;
      const asked = new Set((network.furtherCidrs ?? []).map(networkRange));
      if (asked.size === 0) return false;
      const made = new Set(vpcRanges(network).slice(1));
      return asked.size !== made.size || [...asked].some((range) => !made.has(range));
    },
    ...stands,
    why: "A VPC has ranges of /16 to /28: others become the parts in which subnets stand.",
    instead: "Set several ranges of /16 aside.",
  },
  {
    path: "subnets.cidr",
    when: (props) => (props as unknown as Network).subnets.some(({ cidr }) => subnetRange(cidr) !== networkRange(cidr)),
    ...stands,
    why: "A subnet has a range of /16 to /28.",
    instead: "Give it one that holds its machines and overlaps none of the others.",
  },
];
