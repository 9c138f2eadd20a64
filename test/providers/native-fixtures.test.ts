import { describe, expect, test } from "@jest/globals";
import { kindNames } from "../../constructs/kinds.ts";
import { clouds } from "../../providers/index.ts";
import { isImplemented } from "../../providers/provider.ts";
import { compared } from "../fixtures/natives/compare.ts";
import { nativeFixtures } from "../fixtures/natives/load.ts";

const fixtures = await nativeFixtures();

describe("natives as people write them", () => {
  test("each cloud has at least three fixtures of each kind it implements", () => {
    const counts = Map.groupBy(fixtures, ({ path }) => path.split("/").slice(0, 2).join("/"));
    const few = Object.values(clouds)
      .flatMap(({ id, kinds }) => kindNames.filter((kind) => isImplemented(kinds[kind])).map((kind) => `${id}/${kind}`))
      .filter((folder) => (counts.get(folder)?.length ?? 0) < 3);
    expect(few).toEqual([]);
  });

  test.each(fixtures.map(({ path, fixture }) => [path, fixture] as const))("%s", (_, fixture) => {
    const cloud = clouds[fixture.cloud];
    if (!cloud) throw new Error(`no cloud ${fixture.cloud}`);
    const { found, expected, claimed } = compared(fixture, cloud);
    expect(found).toEqual(expected);
    expect(claimed).toEqual([]);
  });
});
