import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { encodeJson } from "../../../importers/hcl/functions/encoding.ts";
import type { Value } from "../../../importers/hcl/value.ts";
import { isUnknown, type Tree } from "../../../providers/native.ts";
import { argumentX } from "./memory-files.ts";

/** `try(jsonencode(expression), "ERR")` of a `terraform_data`, as OpenTofu planned it; null stands for the error. */
const CASES = JSON.parse(
  readFileSync(new URL("../../fixtures/expressions/opentofu-1.12.json", import.meta.url), "utf8"),
) as { expression: string; json: string | null }[];

describe("an expression gives what OpenTofu gives", () => {
  test.each(CASES.map(({ expression, json }) => [expression, json] as const))("%s", async (expression, json) => {
    const value = await argumentX(expression);
    if (json === null) expect(isUnknown(value as Tree)).toBe(true);
    else expect(encodeJson(value as Value)).toBe(json);
  });
});
