import type { Diagnostic } from "../constructs/diagnostic.ts";
import { is } from "./settled.ts";
import type { Authored } from "./synthesis.ts";

/** Machines with a public address and without a firewall, on a cloud (`title`) whose own group lets everything in: not every cloud's does. */
export function openMachines(components: readonly Authored[], title: string): readonly Diagnostic[] {
  return components
    .filter((c) => is("vm", c) && (c.props.publicIp ?? "none") !== "none" && !c.props.firewalls?.length)
    .map(({ id }) => ({
      severity: "warning",
      code: "EX0345",
      summary: "All of the internet reaches it",
      detail: `It has a public address and names no firewall, and the group that ${title} gives it lets everything in, where that of AWS lets in nobody from outside. Name a firewall with the rules it needs in \`firewalls\`.`,
      address: id,
    }));
}
