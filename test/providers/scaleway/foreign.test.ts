import { expect, test } from "@jest/globals";
import { isImplemented } from "../../../providers/provider.ts";
import { scaleway } from "../../../providers/scaleway/index.ts";

test("every type of the provider is claimed by a kind or described, and no other is", () => {
  const claimed = new Set(
    Object.values(scaleway.kinds).flatMap((entry) => (isImplemented(entry) ? entry.claims.map((c) => c.type) : [])),
  );
  const types = scaleway.providers.flatMap((p) => Object.keys(p.schema().resource_schemas));
  expect(types.filter((type) => !claimed.has(type) && !scaleway.foreign[type])).toEqual([]);
  expect(Object.keys(scaleway.foreign).filter((type) => !types.includes(type))).toEqual([]);
});
