import { isObject, type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { known, members } from "../values.ts";
import { placement } from "./values.ts";
import { LIMITS } from "./volume-facts.ts";
import { readZone } from "./zones.ts";

const NAME = "its name at OVHcloud; nothing refers to it by that";

export function raise(group: Cursors, ctx: RaiseContext, copies: readonly string[]): void {
  for (const type of copies) for (const c of members(group, type)) placement(c);
  const disk = group.anchor;
  if (copies.includes(disk.type)) return;
  const { props } = ctx;
  placement(disk);
  for (const path of ["name", "description"]) disk.ignore(path, NAME);
  const size = disk.read("size");
  props.set("sizeGiB", size);
  readType(disk, size, ctx);
  readZone(disk, ctx);
  const snapshot = disk.read("create_from.snapshot_id") ?? disk.read("snapshot_id");
  props.set("fromSnapshot", ctx.reference(snapshot) as Tree | undefined);
  props.set("labels", disk.read("metadata"));
  for (const path of ["enable_online_resize", "volume_retype_policy"])
    disk.ignore(path, "how changes are applied, not what runs");
}

/** `HIGH_SPEED_GEN2`, or as the older forms spell it: `high-speed-gen2-luks`, `classic-multiattach`. */
function readType(disk: Cursor, size: Tree | undefined, ctx: RaiseContext): void {
  const { props } = ctx;
  const named = disk.read("volume_type") ?? disk.read("type");
  const word = known(named, (n) => String(n).toUpperCase().replaceAll("-", "_"));
  const several = typeof word === "string" && word.endsWith("_MULTIATTACH");
  const luks = typeof word === "string" && word.endsWith("_LUKS");
  const plain = known(word, (w) => String(w).replace(/_(MULTIATTACH|LUKS)$/, ""));
  if (several) props.set("multiAttach", true);
  readSpeed(plain, size, ctx);
  const key = disk.read("encryption.kms.service_key_id");
  disk.ignore("encryption.kms.domain_id", "where the key is kept");
  if (key !== undefined) {
    props.set("encryption", "customer-key");
    props.set("encryptionKey", ctx.reference(key) as Tree | undefined);
    disk.expect("encryption.encrypted", true);
    return;
  }
  const enabled = disk.read("encryption.enabled") ?? disk.read("encryption.encrypted");
  if (luks) props.set("encryption", "provider-key");
  else
    props.set(
      "encryption",
      known(enabled, (yes) => (yes === true ? "provider-key" : "none")),
    );
}

function readSpeed(type: Tree | undefined, size: Tree | undefined, ctx: RaiseContext): void {
  const speed = ctx.offered("volumeType", type);
  if (speed instanceof Unknown) ctx.props.set("iops", speed);
  if (!isObject(speed)) return;
  const { iops = 0, throughputMiBs = 0 } = speed;
  const grows = type === "HIGH_SPEED_GEN2";
  if (grows && typeof size !== "number") return;
  const upTo = (most: Tree, perGiB: number) =>
    Math.min(Number(most), grows ? Math.floor(Number(size) * perGiB) : Number(most));
  ctx.props.set("iops", upTo(iops, LIMITS.iopsPerGiB));
  ctx.props.hold("throughputMiBs", upTo(throughputMiBs, LIMITS.miBsPerGiB));
}
