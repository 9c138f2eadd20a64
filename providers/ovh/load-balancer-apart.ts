import type { Apart } from "../settle-balancers.ts";
import { clientsOf, NOBODY } from "./load-balancer-clients.ts";

/**
 * A balancer of Octavia stands outside of groups: its listeners take ranges alone, and it reaches machines from any address of its subnet
 * (openstack/octavia octavia/network/drivers/neutron/allowed_address_pairs.py, _plug_amphora_vip, read 2026-11-28). Where a rule lets a
 * group in and a balancer is on either side, it lets in the ranges too.
 */
export const apart: Apart = {
  written: (cidr) => cidr,
  isApart: (member, ofBalancer) => ofBalancer || member.isBalancer,
  isShut: (listener, { firewalls }, settled) => clientsOf(listener, firewalls, settled)?.includes(NOBODY) === true,
  outside:
    "and a balancer of OVHcloud stands outside of groups: it lets ranges in, and reaches machines from any address of its subnet.",
  instead: "Give the balancer, or who calls it, a subnet of its own where that is too much.",
  open: (firewalls) =>
    `It names ${firewalls}, of which the rules are not here, and a balancer of OVHcloud lets everybody in at each listener, whatever groups its port has. Write who may come in as \`allowed_cidrs\` of its listeners, or bring the firewall into this workload.`,
  shut: (ports) =>
    `Its firewalls let in no range of IPv4 that is known here at ${ports}, and a listener of OVHcloud that names none is open to everybody: the code names an address that nobody has. Write who may come in as \`cidrs\` of a rule, or as \`allowed_cidrs\` of the listener.`,
};
