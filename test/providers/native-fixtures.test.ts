import { describe, expect, test } from "@jest/globals";
import { clouds } from "../../providers/index.ts";
import { genericPath } from "../../providers/paths.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { takeSurvey } from "../../providers/take-survey.ts";
import { nativeFixtures } from "../fixtures/natives/load.ts";
import type { ExpectedComponent, NativeFixture } from "../fixtures/natives/native-fixture.ts";

const fixtures = await nativeFixtures();
const sorted = (list: Iterable<string>) => [...new Set(list)].sort();

function survey({ natives, cloud: id }: NativeFixture) {
  const cloud = clouds[id];
  if (!cloud) throw new Error(`no cloud ${id}`);
  const root = { name: ".", form: "hcl", natives, holes: [], empty: [], unreadable: [] } as const;
  return takeSurvey({ roots: [root] }, cloud);
}

/** What was found, in the words of a fixture. */
function described(found: FoundComponent): ExpectedComponent {
  return {
    kind: found.kind,
    anchor: found.id.replace(/^\.:/, ""),
    props: found.props,
    requested: sorted(found.requested),
    residue: sorted(found.residue.map((leaf) => `${leaf.type}.${genericPath(leaf.path)}`)),
    holes: sorted(found.holes.map((hole) => hole.path)),
  };
}

function inOrder(expected: ExpectedComponent): ExpectedComponent {
  const { requested, residue, holes = [] } = expected;
  return { ...expected, requested: sorted(requested), residue: sorted(residue), holes: sorted(holes) };
}

describe("natives as people write them", () => {
  test("each cloud has at least three fixtures of each kind it implements", () => {
    const counts = Map.groupBy(fixtures, ({ path }) => path.split("/").slice(0, 2).join("/"));
    const few = Object.values(clouds)
      .flatMap((cloud) => Object.keys(cloud.kinds).map((kind) => `${cloud.id}/${kind}`))
      .filter((folder) => (counts.get(folder)?.length ?? 0) < 3);
    expect(few).toEqual([]);
  });

  test.each(fixtures.map(({ path, fixture }) => [path, fixture] as const))("%s", (_, fixture) => {
    const { components } = survey(fixture);
    const byAnchor = (a: ExpectedComponent, b: ExpectedComponent) => (a.anchor < b.anchor ? -1 : 1);
    expect(components.map(described).sort(byAnchor)).toEqual(fixture.expected.map(inOrder).sort(byAnchor));
    const claimed = components.flatMap((c) => c.natives.map((n) => n.address));
    expect((fixture.foreign ?? []).filter((address) => claimed.includes(address))).toEqual([]);
  });
});
