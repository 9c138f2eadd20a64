import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { FindingRule } from "../../assessment/change.ts";
import { publishedChangeSchemas } from "../../scripts/change-schemas.ts";

const schemas = publishedChangeSchemas();
const repository = new URL("../../", import.meta.url);

test.each(Object.keys(schemas))("%s is the one of today: run `node scripts/change-schemas.ts`", (path) => {
  expect(JSON.parse(readFileSync(new URL(path, repository), "utf8"))).toEqual(schemas[path]);
});

test("editors know every rule a waiver may name, and what each must have", () => {
  expect(schemas["assessment/waivers.schema.json"]).toMatchObject({
    additionalProperties: false,
    properties: {
      waivers: {
        items: {
          properties: { rule: { enum: FindingRule.options } },
          required: ["rule", "component", "owner", "reason", "expires"],
          additionalProperties: false,
        },
      },
    },
  });
});
