import { describe, expect, test } from "@jest/globals";
import { type Kind, kinds } from "../../constructs/kinds.ts";
import { fieldsOf, shapeOf } from "../../constructs/satisfies.ts";
import { witnesses } from "../../providers/witness.ts";

describe("where a value is not known", () => {
  test.each(
    Object.keys(kinds) as Kind[],
  )("%s: there is one to try for every prop, of the kind or of a catalogue", (kind) => {
    const empty = { kind, id: "some", props: {}, requested: new Set<string>(), holes: [] };
    const untried = Object.entries(fieldsOf(kinds[kind].props) ?? {}).filter(
      ([prop, field]) => !shapeOf(field).catalogued && witnesses(empty, prop).length === 0,
    );
    expect(untried.map(([prop]) => prop)).toEqual([]);
  });
});
