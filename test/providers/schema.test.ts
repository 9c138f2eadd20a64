import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { aws } from "../../providers/aws/index.ts";
import { clouds } from "../../providers/index.ts";
import { ovh } from "../../providers/ovh/index.ts";
import type { Cloud } from "../../providers/provider.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import { loadSchema } from "../../providers/schema.ts";
import { canBeLeftOut, isOneOfSeveral, replacesTheResource, resourceSchema } from "../../providers/schema-of.ts";

test("a schema that is read type by type is what stands in its file", () => {
  const url = new URL("../../providers/aws/schema/aws.json.gz", import.meta.url);
  const whole = JSON.parse(gunzipSync(readFileSync(url)).toString("utf8"));
  const read = loadSchema(url);
  // Asked for one by one, as estates do, and then all of them.
  expect(read.resource_schemas["aws_vpc"]).toEqual(whole.resource_schemas.aws_vpc);
  expect(Object.hasOwn(read.resource_schemas, "aws_no_such_thing")).toBe(false);
  expect(JSON.stringify(read.resource_schemas)).toBe(JSON.stringify(whole.resource_schemas));
  expect(read).toEqual(whole);
});

test("every type of every cloud is read", () => {
  for (const { providers } of Object.values(clouds)) {
    for (const provider of providers) {
      const types = Object.values(provider.schema().resource_schemas);
      expect([provider.name, types.length > 0, types.every((t) => t.block !== undefined)]).toEqual([
        provider.name,
        true,
        true,
      ]);
    }
  }
});

test.each([
  ["scaleway_lb", "description", true],
  ["scaleway_lb", "type", false],
  // The other way to say it is a certificate of one's own: without both there is none.
  ["scaleway_lb_certificate", "letsencrypt", false],
  ["scaleway_lb_certificate", "letsencrypt.subject_alternative_name", true],
  // Without it the disk is another one, that takes no size; without a protocol there is none.
  ["scaleway_rdb_instance", "volume_type", false],
  ["scaleway_lb_backend", "proxy_protocol", true],
])("code can leave out of a %s its %s: %s", (type, path, can) => {
  expect(canBeLeftOut(resourceSchema(scaleway, { type, mode: "managed" })!, path)).toBe(can);
});

test("a place that its provider cannot change makes the resource anew, with all that stands in it", () => {
  const of = (cloud: Cloud, type: string, place: string) =>
    replacesTheResource(resourceSchema(cloud, { type, mode: "managed" })!, place);
  expect(of(aws, "aws_lb_target_group", "target_type")).toBe(true);
  expect(of(ovh, "openstack_compute_instance_v2", "block_device.0.uuid")).toBe(true);
  expect(of(ovh, "openstack_compute_instance_v2", "network.0.access_network")).toBe(true);
  expect(of(ovh, "openstack_compute_instance_v2", "force_delete")).toBe(false);
});

test("with less, a rule of several is another rule; what stands in the one block of its kind is not", () => {
  const of = (type: string, place: string) => isOneOfSeveral(resourceSchema(aws, { type, mode: "managed" })!, place);
  expect(of("aws_s3_bucket", "grant.1.uri")).toBe(true);
  expect(of("aws_s3_bucket", "grant.1")).toBe(false);
  expect(of("aws_s3_bucket_policy", "policy.Statement.0.Condition")).toBe(true);
  expect(of("aws_lb_target_group", "stickiness.0.cookie_duration")).toBe(false);
  expect(of("aws_lb", "access_logs")).toBe(false);
});
