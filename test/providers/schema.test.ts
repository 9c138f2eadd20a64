import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { clouds } from "../../providers/index.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import { loadSchema } from "../../providers/schema.ts";
import { canBeLeftOut, resourceSchema } from "../../providers/schema-of.ts";

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
])("code can leave out of a %s its %s: %s", (type, path, can) => {
  expect(canBeLeftOut(resourceSchema(scaleway, { type, mode: "managed" })!, path)).toBe(can);
});
