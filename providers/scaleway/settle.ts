import { isRef, type Ref } from "../../constructs/component.ts";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Props } from "../../constructs/kinds.ts";
import { openedBy } from "../database-clients.ts";
import { endsOf } from "../ip-ranges.ts";
import { chosen } from "../machines.ts";
import { openMachines } from "../open-machines.ts";
import type { Settled } from "../provider.ts";
import { settleBalancers } from "../settle-balancers.ts";
import { is, withProps } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { apart } from "./load-balancer-apart.ts";
import { LOCAL_GIGABYTES } from "./local-disks.ts";
import { machineOffers, machines } from "./machines.ts";
import { subnetRange } from "./network-ranges.ts";
import { isClosed, isOpenToNobody } from "./sql-database-clients.ts";
import { volumeGigabytes } from "./zones.ts";

const CLOSED =
  "Without a private network it stands on a public endpoint, where Scaleway lets every address in until some are listed. Nothing says who may connect: the code lists an address that nobody has. Name a private network in `subnets`, or list the addresses of the applications and of who copies the data in `allowedCidrs`.";
const OPEN_TO_NOBODY =
  "The internet is to reach it, and Scaleway lets every address in until some of IPv4 are listed. Nothing says which may connect: the code lists an address that nobody has. List those of the clients and of who copies the data in `allowedCidrs`; `0.0.0.0/0` is all of them.";

/** What Scaleway asks of a workload that others do not; what was asked for and cannot be so is said. */
export function settle(given: readonly Authored[]): Settled {
  const { components, diagnostics: ofBalancers } = settleBalancers(given, apart);
  const diagnostics: Diagnostic[] = [...openMachines(given, "Scaleway"), ...ofBalancers];
  const warn = (address: string, detail: string) =>
    diagnostics.push({
      severity: "warning",
      code: "EX0328",
      summary: "The target does not take it as asked",
      detail,
      address,
    });
  const byId = new Map(given.map((c) => [c.id, c]));
  const changed = new Map<string, object>();
  for (const database of components.filter((c) => is("sql-database", c))) {
    const props = clientsSettled(database.props, byId);
    if (props !== database.props) changed.set(database.id, { allowedCidrs: props.allowedCidrs });
    const detail = isClosed(props) ? CLOSED : isOpenToNobody(props) ? OPEN_TO_NOBODY : undefined;
    if (detail === undefined) continue;
    const summary = "Nobody may connect to it yet";
    diagnostics.push({ severity: "warning", code: "EX0340", summary, detail, address: database.id });
  }
  for (const machine of components) {
    if (!is("vm", machine)) continue;
    const type = typeOf(machine);
    const has = LOCAL_GIGABYTES[type] ?? 0;
    for (const { id } of withoutRoom(machine.props, byId, has)) {
      if (!changed.has(id))
        warn(
          id,
          `It asks for a disk of the host, and ${machine.id} is a ${type}, with ${has} GB of them: a volume of Block Storage is written. Ask for \`media: ssd\`, or override the type of the machine: a DEV1 or a GP1 has such disks.`,
        );
      changed.set(id, { media: "ssd" });
    }
    const { privateIp } = machine.props;
    if (privateIp === undefined || !isKept(privateIp, machine.props.subnet, byId)) continue;
    warn(
      machine.id,
      `It asks for the address ${privateIp}, and Scaleway keeps the first two and the last two of each subnet: it gets another. Ask for one in between.`,
    );
    changed.set(machine.id, { privateIp: undefined });
  }
  return {
    components: components.map((c) => {
      const props = changed.get(c.id);
      return props ? withProps(c, props) : c;
    }),
    diagnostics,
  };
}

/** A public endpoint knows no groups: what they let in is listed. */
function clientsSettled(props: Props<"sql-database">, byId: ReadonlyMap<string, Authored>): Props<"sql-database"> {
  const ranges = props.publicAccess ? openedBy(props, byId).ranges : [];
  return ranges.length > 0
    ? { ...props, allowedCidrs: [...new Set([...(props.allowedCidrs ?? []), ...ranges])] }
    : props;
}

/** The type that is written for a machine, by its size or by hand. */
function typeOf(machine: Authored<"vm">): string {
  const by = overridesOf(machine, "scaleway_instance_server").find((args) => typeof args["type"] === "string");
  return by ? String(by["type"]).toUpperCase() : chosen(machine.props, machines, machineOffers).machine.name;
}

function overridesOf({ overrides = {} }: Authored, type: string) {
  return Object.entries(overrides).flatMap(([key, args]) => (key.split(".")[0] === type ? [args] : []));
}

/** Volumes on the host of a machine that have no room on it, in the order that they are attached in. */
function withoutRoom(
  { volumes = [] }: Props<"vm">,
  byId: ReadonlyMap<string, Authored>,
  has: number,
): readonly Authored[] {
  let left = has;
  return volumes.flatMap((reference) => {
    const volume = isRef(reference) ? byId.get(reference.component) : undefined;
    if (!volume || !is("volume", volume) || volume.props.media !== "local") return [];
    const size = volumeGigabytes(volume.props.sizeGiB);
    // Whoever changes it by hand knows what it is.
    if (size > left) return overridesOf(volume, "scaleway_instance_volume").length > 0 ? [] : [volume];
    left -= size;
    return [];
  });
}

/** Whether an address is one of the four of a subnet that nothing gets: https://www.scaleway.com/en/docs/ipam/concepts/#private-ip-address, read 2026-11-28. */
function isKept(address: string, subnet: Props<"vm">["subnet"], byId: ReadonlyMap<string, Authored>): boolean {
  const network = isRef(subnet) ? byId.get(subnet.component) : undefined;
  if (!network || !is("network", network)) return false;
  const { item } = subnet as Ref;
  const { subnets } = network.props;
  const found = subnets.find((s) => s.name === item) ?? (subnets.length === 1 ? subnets[0] : undefined);
  const ends = found && endsOf(subnetRange(found.cidr), address);
  return ends !== undefined && (ends.before < 2 || ends.after < 2);
}
