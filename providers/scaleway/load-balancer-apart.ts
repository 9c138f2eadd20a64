import type { Apart } from "../settle-balancers.ts";
import { clientsOf } from "./load-balancer-acls.ts";
import { isWritten } from "./load-balancer-losses.ts";
import { subnetRange } from "./network-ranges.ts";

/** A Load Balancer takes ranges alone. Between private addresses a security group filters nothing: its machines are let in as before. */
export const apart: Apart = {
  written: subnetRange,
  isApart: (_member, ofBalancer) => ofBalancer,
  isShut: (listener, balancer, settled) =>
    isWritten(balancer, listener) && clientsOf(listener, balancer.firewalls, settled)?.length === 0,
  outside: "and a Load Balancer of Scaleway stands outside of groups: it lets ranges in.",
  instead: "Give who calls it a subnet of its own where that is too much.",
  open: (firewalls) =>
    `It names ${firewalls}, of which the rules are not here, and no security group stands in front of a Load Balancer of Scaleway: its frontends let everybody in. Write who may come in as \`scaleway_lb_acl\` of its frontends, or bring the firewall into this workload.`,
  shut: (ports) =>
    `Its firewalls let in no range that is known here at ${ports}, and a frontend of Scaleway without an ACL is open to everybody: the code denies everybody there. Write who may come in as \`cidrs\` of a rule, or as \`scaleway_lb_acl\` of the frontend.`,
};
