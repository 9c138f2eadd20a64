import type { Reference } from "../../constructs/component.ts";
import { listedIn } from "../machines.ts";
import type { Tree } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { members } from "../values.ts";
import { includedDisk, machines } from "./machines.ts";

/** The network that leads to the internet, in every region: public code for OVHcloud, 2026-11-25. */
export const EXTERNAL = "Ext-Net";

/**
 * What a floating address passes through: the subnet it leads to must be attached to one. It takes all its subnets at once: the interface of the
 * older gateway has an argument `id`, which no Pulumi program can set.
 */
export const GATEWAY = "ovh_cloud_gateway";

/** A flavour by its name, its own or the one it is looked up by, with the disk that comes with it; by an id it leaves everything open. */
export function readFlavour(group: Cursors, named: () => Tree | undefined, ctx: RaiseContext): void {
  const [lookUp] = members(group, "openstack_compute_flavor_v2");
  const flavour = lookUp ? lookUp.read("name") : named();
  const machine = machines.find((m) => m.name === flavour);
  ctx.props.set("size", ctx.offered(machine ? listedIn(machine) : "machine", flavour));
  ctx.props.set("architecture", machine?.architecture);
  ctx.props.set("cpu", machine?.cpu);
  if (machine) ctx.props.hold("rootDiskGiB", includedDisk(machine.name));
}

/** An id of an image says nothing about what it holds, unless it is looked up by a name that does. */
export function readImage(group: Cursors, id: () => Tree | undefined, ctx: RaiseContext): void {
  const [lookUp] = members(group, "openstack_images_image_v2");
  if (lookUp) ctx.props.set("image", ctx.offered("image", lookUp.read("name")));
  else ctx.props.set("customImage", ctx.reference(id()) as Tree | undefined);
  for (const path of ["most_recent", "visibility", "hidden", "sort"])
    lookUp?.ignore(path, "which of the images of that name, of which the newest is meant");
}

/** The subnet of a place; where the network alone is named, one of its subnets. */
export function readSubnet(c: Cursor, subnet: string, network: string, ctx: RaiseContext): Reference | undefined {
  const named = c.read(subnet);
  if (named === undefined) return ctx.called("network", c.read(network));
  c.ignore(network, "that of its subnet");
  return ctx.reference(named);
}

/** By their ids, or, at a machine itself, by their names. */
export function setFirewalls(ids: readonly Tree[], ctx: RaiseContext): void {
  const firewalls = ids.map((id) => ctx.called("firewall", id)).filter((r): r is Reference => r !== undefined);
  const distinct = [...new Map(firewalls.map((r) => [JSON.stringify(r), r])).values()];
  if (distinct.length > 0) ctx.props.set("firewalls", distinct as unknown as Tree);
}
