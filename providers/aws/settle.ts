import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Settled } from "../provider.ts";
import { is } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { referencesOf } from "../users.ts";
import { databasesSettled } from "./settle-databases.ts";
import { firewallsSettled } from "./settle-firewalls.ts";
import { clustersReach, isReached, networksSettled } from "./settle-networks.ts";
import { rangesApart, targetsInside } from "./settle-ranges.ts";
import { secondSubnets } from "./settle-second.ts";
import { subnetsNamed } from "./settle-subnets.ts";
import { spreadOverZones, zonesSettled } from "./settle-zones.ts";

/**
 * What AWS asks of a workload that others do not: a subnet lies in one zone and goes to the internet in one way, a group of firewall
 * rules belongs to one network. What was asked for and cannot be so is said.
 */
export function settle(components: readonly Authored[]): Settled {
  const diagnostics: Diagnostic[] = [];
  const warn = (code: Diagnostic["code"], summary: string) => (address: string, detail: string) => {
    diagnostics.push({ severity: "warning", code, summary, detail, address });
  };
  const named = subnetsNamed(components);
  const users = Map.groupBy(
    named.flatMap((user) => referencesOf(user).map((reference) => ({ user, reference }))),
    ({ reference }) => reference.component,
  );
  const warnUnreached = warn("EX0318", "Nothing from the internet reaches it");
  const warnElsewhere = warn("EX0317", "The target places it elsewhere than asked");
  const warnOtherwise = warn("EX0328", "The target does not take it as asked");
  const warnSecond = warn("EX0342", "The network gets a subnet that nobody asked for");
  const placed = secondSubnets(networksSettled(named, users, warnUnreached, warnOtherwise), warnSecond);
  rangesApart(placed, warnOtherwise);
  targetsInside(placed, warnOtherwise);
  clustersReach(placed, warn("EX0326", "It reaches nothing on the internet"));
  for (const c of placed.filter((c) => is("kubernetes", c)))
    if (c.props.cni === "none" && c.props.pools.length > 0)
      warn("EX0341", "It needs something that the code cannot make in time")(
        c.id,
        "It is to have no network plug-in, and a group of nodes fails while there is none: the code makes both at once. Make the cluster alone first (`-target` of it), install the plug-in by Helm, then run the code for the rest; or ask for `cni: native`.",
      );
  const reached = databasesSettled(placed, warn("EX0340", "Nobody may connect to it yet"));
  const inZones = spreadOverZones(zonesSettled(reached, warnElsewhere), warnElsewhere);
  const all = firewallsSettled(inZones, users, warn("EX0319", "One network where several are asked for"));
  for (const { id, kind } of all.filter((c) => isReached(c) && isShut(c)))
    warnUnreached(
      id,
      kind === "sql-database"
        ? "Nothing lists who may connect, and the group that every VPC has lets in nobody from outside. List the clients in `allowedCidrs`, or name a firewall with the rules it needs."
        : "No firewall opens it, and the group that every VPC has lets in nobody from outside. Name a firewall with the rules it needs.",
    );
  return { components: all, diagnostics };
}

/** Machines, databases and balancers of requests always have a group: without one of their own that of the VPC, open between its members alone. */
function isShut(component: Authored): boolean {
  if (is("load-balancer", component)) return component.props.layer === "l7" && !component.props.firewalls?.length;
  if (is("sql-database", component)) return !component.props.firewalls?.length && !component.props.allowedCidrs?.length;
  return is("vm", component) && !component.props.firewalls?.length;
}
