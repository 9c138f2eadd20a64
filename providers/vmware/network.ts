import { type Native, Unknown } from "../native.ts";
import { partNames } from "../part-names.ts";
import type { Claim, Cursor, Cursors, ExitFacts, RaiseContext } from "../provider.ts";
import { sourceOnly } from "../source-only.ts";
import { members } from "../values.ts";

/** A switch of several hosts, its port groups, and how these name it. */
export const DISTRIBUTED = {
  type: "vsphere_distributed_virtual_switch",
  group: "vsphere_distributed_port_group",
  attr: "distributed_virtual_switch_uuid",
  by: "id",
};
/** The same of one host. */
export const STANDARD = {
  type: "vsphere_host_virtual_switch",
  group: "vsphere_host_port_group",
  attr: "virtual_switch_name",
  by: "name",
};
const BOTH = [DISTRIBUTED, STANDARD];
const SWITCHES = BOTH.map(({ type }) => type);
const GROUPS = BOTH.map(({ group }) => group);
const MAPPING = "vsphere_distributed_virtual_switch_pvlan_mapping";

const claims: readonly Claim[] = [
  ...SWITCHES.map((type): Claim => ({ type, role: "anchor" })),
  ...BOTH.map(
    ({ type, group, attr, by }): Claim => ({ type: group, role: "owned", edge: { attr, to: [type], by: [by] } }),
  ),
  {
    type: MAPPING,
    role: "owned",
    edge: { attr: "distributed_virtual_switch_id", to: [DISTRIBUTED.type], by: ["id"] },
  },
];

const exit: ExitFacts = {
  endpoint: "{name}",
  credentials: [],
  export: [],
  import: [],
  hazards: [
    {
      text: "vSphere knows VLANs and no addresses: ranges, gateways and rules stand in routers and firewalls that no file here describes. Get the address plan first.",
      citation: {
        source: "vmware/terraform-provider-vsphere v2.16.1, docs/resources/distributed_port_group.md",
        date: "2026-11-26",
      },
    },
    {
      text: "A VLAN stretched to the target keeps addresses and makes one failure out of two places: no target here carries one without a router of its own.",
      citation: { source: "judgement", date: "2026-11-26" },
    },
  ],
};

/** A switch with its port groups: each is a network of its own at layer 2, so a subnet whose range only the routers know. */
export const network = sourceOnly<"network">({
  claims,
  raise,
  named(native, group) {
    if (SWITCHES.includes(native.type)) return { output: "id" };
    if (!GROUPS.includes(native.type)) return undefined;
    const item = namesIn(group).get(native.address);
    return { output: "subnet", ...(item === undefined ? {} : { item }) };
  },
  exit,
});

function namesIn(group: readonly Native[]): ReadonlyMap<string, string> {
  return partNames(
    group.filter((n) => GROUPS.includes(n.type)),
    group.find((n) => SWITCHES.includes(n.type)),
  );
}

function raise(group: Cursors, ctx: RaiseContext): void {
  const [main] = SWITCHES.flatMap((type) => members(group, type));
  const parts = GROUPS.flatMap((type) => members(group, type));
  for (const c of [...(main ? [main] : []), ...parts]) setAside(c);
  const names = partNames(parts, main);
  const subnets = parts.map((c) => ({
    name: names.get(c.address) ?? c.address,
    cidr: new Unknown(`the range of ${c.address}, which vSphere does not know`),
  }));
  if (subnets.length > 0) ctx.props.set("subnets", subnets);
}

/** What holds a network up in its own building: the target's network is made of other things. */
function setAside(c: Cursor): void {
  for (const path of ["name", "description", "contact_name", "contact_detail", "tags", "custom_attributes"])
    c.ignore(path, "what people call it and note of it");
  for (const path of ["datacenter_id", "folder", "host_system_id", "host"])
    c.ignore(path, "where vSphere places it is chosen anew at the target");
  for (const path of [
    ...["uplinks", "active_uplinks", "standby_uplinks", "network_adapters", "active_nics", "standby_nics", "tx_uplink"],
    ...["teaming_policy", "failback", "notify_switches", "check_beacon", "beacon_interval", "lacp_api_version"],
    ...["lacp_enabled", "lacp_mode", "link_discovery_operation", "link_discovery_protocol", "version"],
    ...["number_of_ports", "auto_expand", "type", "port_name_format", "port_config_reset_at_disconnect"],
  ])
    c.ignore(path, "how hosts and cables carry it; the target does that itself");
  for (const path of ["vlan_id", "vlan_range"])
    c.ignore(path, "tells networks apart on shared cables; each is its own at the target");
  for (const path of ["allow_forged_transmits", "allow_mac_changes", "allow_promiscuous"]) c.expect(path, false);
}
