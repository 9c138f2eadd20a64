import { networkRange } from "../../constructs/cidr.ts";
import type { Props } from "../../constructs/kinds.ts";
import { rangeWithin } from "../ip-ranges.ts";
import type { Loss } from "../provider.ts";

/** A Private Network has a range of /20 to /29: scaleway/scaleway-sdk-go#1807, 2026-11-28. */
const WIDEST = 20;
const NARROWEST = 29;

/** The range that is written for a subnet. */
export function subnetRange(cidr: string): string {
  return rangeWithin(cidr, WIDEST, NARROWEST);
}

export const rangeLoss: Loss = {
  path: "subnets.cidr",
  when: (props) => {
    const { subnets } = props as unknown as Pick<Props<"network">, "subnets">;
    return subnets.some(({ cidr }) => subnetRange(cidr) !== networkRange(cidr));
  },
  severity: "degrades",
  class: "workaround",
  why: "A Private Network has a range of /20 to /29, of 4,096 addresses at most: of a wider one the first part is written.",
  instead: "Divide the subnet, and give machines outside of that part other addresses.",
  citation: {
    source: "https://www.scaleway.com/en/docs/vpc/concepts/ and scaleway/scaleway-sdk-go#1807",
    date: "2026-11-28",
  },
};
