import type { Cursor, RaiseContext } from "../provider.ts";
import { compact } from "../values.ts";
import { placement } from "./values.ts";

/** The object storage before the S3 API: still in estates, never written. */
export const swiftContainer = "openstack_objectstorage_container_v1";

/** Grants that let anybody read: https://docs.openstack.org/swift/latest/overview_acl.html, read 2026-11-25. */
const everybody = [".r:*", ".r:*,.rlistings", ".rlistings,.r:*"];

/**
 * A container as the bucket that replaces it. `lower` writes a bucket of the S3 API, so the container's name shows as coarsened:
 * its clients speak another protocol afterwards.
 */
export function readContainer(container: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  placement(container);
  props.set("name", container.read("name"));
  props.set("versioning", container.read("versioning"));
  props.set("emptyOnDestroy", container.read("force_destroy"));
  if (everybody.some((grant) => container.expect("container_read", grant))) props.set("publicRead", true);
  // https://docs.openstack.org/swift/latest/middleware.html (StaticWeb), read 2026-11-25.
  const site = compact({
    indexDocument: container.read("metadata.web-index"),
    errorDocument: container.read("metadata.web-error"),
  });
  if (Object.keys(site).length > 0) props.set("website", site);
}
