import { describe, expect, test } from "@jest/globals";
import { type Kind, kindNames } from "../../constructs/kinds.ts";
import { gapsOf } from "../../providers/gaps.ts";
import { clouds } from "../../providers/index.ts";
import { type Cloud, type Complete, isImplemented, type Loss } from "../../providers/provider.ts";
import { trip } from "../../providers/translate.ts";
import { complete } from "../../providers/witness.ts";
import { beside } from "../cases/case.ts";
import { cases } from "../cases/index.ts";

const built = Object.values(clouds).filter((cloud) => !cloud.sourceOnly);
const asked = (kind: Kind) =>
  cases[kind].map(({ title, props, expects }) => ({
    title,
    expects,
    component: complete({ kind, id: "case", props, requested: new Set(Object.keys(props)), holes: [] }),
  }));

/** Declarations that cover a lost path, their conditions holding. */
function declarations(cloud: Cloud, { kind, props }: Complete, path: string): Loss[] {
  const entry = cloud.kinds[kind];
  if (!isImplemented(entry)) return [];
  return entry.losses.filter(
    (l) => (path === l.path || path.startsWith(`${l.path}.`)) && (l.when?.(props as Record<string, unknown>) ?? true),
  );
}

for (const cloud of built) {
  for (const kind of kindNames) {
    const entry = cloud.kinds[kind];
    if (!isImplemented(entry)) continue;
    describe(`${kind} on ${cloud.id}`, () => {
      test.each(asked(kind).map((c) => [c.title, c] as const))("%s", (_, { component, expects }) => {
        const expected = expects[cloud.id as keyof typeof expects];
        const { natives, raised, losses } = trip(component, cloud, expected.region);
        const { got, wanted } = beside({ natives, losses }, expected);
        expect(got).toEqual(wanted);

        expect(losses.filter((l) => declarations(cloud, component, l.path).length !== 1).map((l) => l.path)).toEqual(
          [],
        );
        expect(gapsOf(raised, cloud).residue.map((leaf) => `${leaf.type}.${leaf.path}`)).toEqual([]);
        expect(raised.holes.map((hole) => `${hole.path}: ${hole.expression}`)).toEqual([]);
        expect(raised.diagnostics).toEqual([]);
      });

      test("each declared loss happens in some case", () => {
        const hit = new Set(
          asked(kind).flatMap(({ component, expects }) =>
            trip(component, cloud, expects[cloud.id as keyof typeof expects].region).losses.flatMap((l) =>
              declarations(cloud, component, l.path),
            ),
          ),
        );
        expect(entry.losses.filter((l) => !hit.has(l)).map((l) => `${l.path}: ${l.why}`)).toEqual([]);
      });
    });
  }
}
