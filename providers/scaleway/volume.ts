import { ref } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Cursors, Implementation, LowerContext, RaiseContext } from "../provider.ts";
import { known, meaning, members, theNative } from "../values.ts";
import { gibibytesFrom } from "./disk-units.ts";
import { labelsFrom, placement, tagsOf } from "./values.ts";
import { exit, losses, MAX_GIGABYTES, rewrites } from "./volume-facts.ts";
import { readZone, volumeGigabytes, zoneIn } from "./zones.ts";

const block = "scaleway_block_volume";
/** Disks of the host. Up to 2025 also volumes over the network, which Block Storage has taken over. */
const local = "scaleway_instance_volume";
const snapshots = ["scaleway_block_snapshot", "scaleway_instance_snapshot"];

const claims: readonly Claim[] = [
  { type: block, role: "anchor" },
  { type: local, role: "anchor" },
  ...snapshots.map(
    (type): Claim => ({ type, role: "owned", edge: { attr: "volume_id", to: [block, local], by: ["id"] } }),
  ),
];

/** A volume of Block Storage, or a disk of the machine's own host where that is asked for. */
export const volume: Implementation<"volume"> = {
  claims,
  lower,
  raise,
  outputs: {
    id: (natives) => ref(theNative(natives, block, local), "id"),
  },
  rewrites,
  losses,
  exit,
};

function lower({ props }: Complete<"volume">, ctx: LowerContext): readonly Native[] {
  const snapshot = props.fromSnapshot && ctx.output(props.fromSnapshot);
  const size = volumeGigabytes(props.sizeGiB);
  const common = { name: ctx.name(), zone: zoneIn(ctx, props.zone), tags: tagsOf(props.labels) };
  const native =
    props.media === "local"
      ? ctx.native(
          local,
          {
            ...common,
            type: "l_ssd",
            // A snapshot brings its own size.
            size_in_gb: snapshot === undefined ? Math.min(size, MAX_GIGABYTES.local) : undefined,
            from_snapshot_id: snapshot,
          },
          { preventDestroy: true },
        )
      : ctx.native(
          block,
          {
            ...common,
            iops: Number(ctx.pick("volumeIops", props.iops).native),
            size_in_gb: Math.min(Math.max(5, size), MAX_GIGABYTES.block),
            snapshot_id: snapshot,
          },
          { preventDestroy: true },
        );
  return [native];
}

/** Words of the older resource; only the disks of the host are still made with it. */
const MEDIA = { l_ssd: "local", scratch: "local", b_ssd: "ssd", sbs_volume: "ssd" };

function raise(group: Cursors, ctx: RaiseContext): void {
  for (const type of snapshots) for (const c of members(group, type)) placement(c);
  const disk = group.anchor;
  if (disk.type !== block && disk.type !== local) return;
  const { props } = ctx;
  placement(disk);
  disk.ignore("name", "its name at Scaleway; nothing refers to it by that");
  props.set(
    "sizeGiB",
    known(disk.read("size_in_gb"), (gigabytes) => gibibytesFrom(Number(gigabytes))),
  );
  if (disk.type === local) {
    props.set("media", meaning(disk.read("type"), MEDIA));
    disk.ignore("migrate_to_sbs", "how it changes, not what it is");
  } else {
    const iops = known(disk.read("iops"), String);
    props.set("iops", ctx.offered("volumeIops", iops));
  }
  ctx.guarantee("iops");
  readZone(disk, ctx);
  props.set(
    "fromSnapshot",
    ctx.reference(disk.read("snapshot_id") ?? disk.read("from_snapshot_id")) as Tree | undefined,
  );
  props.set("labels", labelsFrom(disk.read("tags")));
}
