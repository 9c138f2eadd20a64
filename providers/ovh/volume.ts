import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { compact, theNative } from "../values.ts";
import { project } from "./values.ts";
import { exit, LIMITS, losses, MAX_IOPS, MAX_MIBS, needsOlderForm, rewrites } from "./volume-facts.ts";
import { raise } from "./volume-reading.ts";
import { hasZones, zoneIn } from "./zones.ts";

const block = "ovh_cloud_storage_block_volume";
/** Knows keys of one's own and volumes of several machines; a change of its type makes it anew. */
const older = "ovh_cloud_project_volume";
const openstack = "openstack_blockstorage_volume_v3";
const anchors = [block, older, openstack];
const copies = [
  "ovh_cloud_storage_block_volume_snapshot",
  "ovh_cloud_storage_block_volume_backup",
  "ovh_cloud_project_volume_backup",
];

const claims: readonly Claim[] = [
  ...anchors.map((type): Claim => ({ type, role: "anchor" })),
  ...copies.map((type): Claim => ({ type, role: "owned", edge: { attr: "volume_id", to: anchors, by: ["id"] } })),
];

/** A Block Storage volume; what attaches it belongs to the machine. */
export const volume: Implementation<"volume"> = {
  claims,
  lower,
  raise: (group, ctx) => raise(group, ctx, copies),
  outputs: {
    id: (natives) => ref(theNative(natives, ...anchors), "id"),
  },
  rewrites,
  losses,
  exit,
};

type VolumeProps = Props<"volume">;

function lower({ props }: Complete<"volume">, ctx: LowerContext): readonly Native[] {
  const inOlder = hasZones(ctx.region) && needsOlderForm(props);
  return [inOlder ? olderVolume(props, ctx) : blockVolume(props, ctx)];
}

function blockVolume(props: VolumeProps, ctx: LowerContext): Native {
  const encrypted = props.encryption !== undefined && props.encryption !== "none";
  const type = typeFor(props, encrypted && hasZones(ctx.region) ? "volumeTypeEncrypted" : "volumeType", ctx);
  return ctx.native(
    block,
    {
      service_name: project(ctx),
      region: ctx.region,
      availability_zone: zoneIn(ctx.region, props.zone),
      name: ctx.name(),
      size: sizeFor(props, type, ctx),
      volume_type: type,
      encryption: encrypted ? { enabled: true } : undefined,
      create_from: props.fromSnapshot && { snapshot_id: ctx.output(props.fromSnapshot) },
    },
    { preventDestroy: true },
  );
}

function olderVolume(props: VolumeProps, ctx: LowerContext): Native {
  const several = props.multiAttach === true;
  const type = typeFor(props, several ? "volumeTypeShared" : "volumeTypeEncrypted", ctx);
  const key = several || props.encryption !== "customer-key" ? undefined : props.encryptionKey;
  return ctx.native(
    older,
    {
      service_name: project(ctx),
      region_name: ctx.region,
      // The volume of several machines stands in all zones.
      availability_zone: several ? undefined : zoneIn(ctx.region, props.zone),
      name: ctx.name(),
      size: sizeFor(props, type, ctx),
      type: several ? "classic-multiattach" : type.toLowerCase().replaceAll("_", "-"),
      encryption: key && { encrypted: true, kms: keyOf(ctx.output(key), ctx) },
      snapshot_id: props.fromSnapshot && ctx.output(props.fromSnapshot),
    },
    { preventDestroy: true },
  );
}

function keyOf(key: Tree, ctx: LowerContext): { readonly [name: string]: Tree } {
  const domain = {
    name: `${ctx.name().replaceAll("-", "_")}_okms_id`,
    type: "string",
    description: "Id of the key management domain (OKMS) that holds the volume's key.",
  } as const;
  return { domain_id: ctx.variable(domain), service_key_id: key };
}

function typeFor({ iops, throughputMiBs }: VolumeProps, catalogue: string, ctx: LowerContext): string {
  const wanted = compact({ iops, throughputMiBs });
  return ctx.pick(catalogue, Object.keys(wanted).length > 0 ? wanted : undefined).native;
}

/** The speed of the fastest type grows with its size: it is made as large as the speed asks for. */
function sizeFor({ sizeGiB, iops = 0, throughputMiBs = 0 }: VolumeProps, type: string, ctx: LowerContext): number {
  const { minGiB, maxGiB, iopsPerGiB, miBsPerGiB } = LIMITS;
  const needed = Math.max(Math.min(iops, MAX_IOPS) / iopsPerGiB, Math.min(throughputMiBs, MAX_MIBS) / miBsPerGiB);
  const asked = Math.ceil(Math.max(minGiB, sizeGiB));
  const size = Math.min(maxGiB, Math.max(asked, type === "HIGH_SPEED_GEN2" ? Math.ceil(needed) : 0));
  if (size > asked) ctx.enlarged(asked, size);
  return size;
}
