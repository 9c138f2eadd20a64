import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { FindingRule } from "../../assessment/change.ts";
import { publishedSchemas } from "../../scripts/result-schemas.ts";

const schemas = publishedSchemas();
const repository = new URL("../../", import.meta.url);

test.each(Object.keys(schemas))("%s is the one of today: run `node scripts/result-schemas.ts`", (path) => {
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
