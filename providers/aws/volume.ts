import { ref } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Cursors, Implementation, LowerContext, RaiseContext } from "../provider.ts";
import { members, theNative } from "../values.ts";
import { diskArguments, encryptionArguments, encryptionOf, readDisk, readZone } from "./ebs.ts";
import { placement } from "./values.ts";
import { exit, losses, rewrites } from "./volume-facts.ts";

const volumeType = "aws_ebs_volume";
const snapshot = "aws_ebs_snapshot";

const claims: readonly Claim[] = [
  { type: volumeType, role: "anchor" },
  { type: snapshot, role: "owned", edge: { attr: "volume_id", to: [volumeType], by: ["id"] } },
];

/** A volume of Elastic Block Store. What attaches it belongs to the machine. */
export const volume: Implementation<"volume"> = {
  claims,
  lower,
  raise,
  outputs: {
    id: (natives) => ref(theNative(natives, volumeType), "id"),
  },
  rewrites,
  losses,
  exit,
};

function lower({ props }: Complete<"volume">, ctx: LowerContext): readonly Native[] {
  const key = props.encryptionKey && ctx.output(props.encryptionKey);
  return [
    ctx.native(
      volumeType,
      {
        availability_zone: `${ctx.region}${props.zone ?? "a"}`,
        ...diskArguments(props, ctx),
        ...encryptionArguments(props.encryption, key),
        multi_attach_enabled: props.multiAttach,
        snapshot_id: props.fromSnapshot && ctx.output(props.fromSnapshot),
        tags: props.labels,
      },
      { preventDestroy: true },
    ),
  ];
}

function raise(group: Cursors, ctx: RaiseContext): void {
  for (const type of [volumeType, snapshot]) for (const c of members(group, type)) placement(c);
  const disk = group.anchor;
  if (disk.type !== volumeType) return;
  const { props } = ctx;
  readDisk(disk, ctx);
  const { encryption, key } = encryptionOf(disk, ctx);
  props.set("encryption", encryption);
  props.set("encryptionKey", key);
  props.set("multiAttach", disk.read("multi_attach_enabled"));
  readZone(disk, ctx);
  props.set("fromSnapshot", ctx.reference(disk.read("snapshot_id")) as Tree | undefined);
  props.set("labels", disk.read("tags"));
  disk.ignore("final_snapshot", "what happens at destroy; code that Exeat writes refuses to destroy it");
}
