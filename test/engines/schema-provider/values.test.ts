import { describe, expect, test } from "@jest/globals";
import { decode, encode } from "@msgpack/msgpack";
import { decodeValue, encodeValue, Opaque } from "../../../engines/schema-provider/values.ts";
import { type Args, Unknown } from "../../../providers/native.ts";
import { thing } from "./lab.ts";

const unknown = new Unknown("");
const back = (value: Args | null) => decodeValue(encodeValue(value, thing.block));

describe("a value of the protocol", () => {
  test("holds every attribute and block of the schema", () => {
    const raw = decode(encodeValue({ name: "a" }, thing.block)) as Record<string, unknown>;
    expect(Object.keys(raw).sort()).toEqual(
      [...Object.keys(thing.block.attributes ?? {}), ...Object.keys(thing.block.block_types ?? {})].sort(),
    );
    expect(raw).toMatchObject({ id: null, tags: null, rule: [], disk: [], backup: null, label: {} });
  });

  test("comes back as it was, unknown values at any depth", () => {
    const value = {
      name: unknown,
      size: 2.5,
      tags: { a: unknown, b: "c" },
      zones: ["x", unknown],
      history: [{ at: unknown }],
      shape: [{ kind: "k", seen: unknown }],
      rule: [{ port: 1, note: unknown }],
      backup: { days: unknown },
      label: { l: { text: "t" } },
    };
    expect(back(value)).toMatchObject(value);
    expect(back(null)).toBeNull();
  });

  test("of an unknown list of blocks stays one", () => {
    expect(back({ name: "a", disk: unknown })).toMatchObject({ disk: unknown });
  });

  test("of no fixed type keeps its type", () => {
    const typed = [new TextEncoder().encode('["list","string"]'), ["a"]] as const;
    const { anything } = back({ name: "a", anything: new Opaque(typed) }) as Args;
    expect(anything).toBeInstanceOf(Opaque);
    expect((anything as Opaque).typed).toEqual(typed);
  });

  test("that a state holds with its type is the same value", () => {
    const { anything } = back({ name: "a", anything: { type: "number", value: 5 } }) as Args;
    expect(new TextDecoder().decode((anything as Opaque).typed[0])).toBe('"number"');
    expect((anything as Opaque).typed[1]).toBe(5);
  });

  test("of which an engine knows something though not all is unknown", () => {
    // Extension 12 carries what is known; the engine sends it for a name that begins with known text.
    const refined = Uint8Array.from([0x81, 0xa4, ...new TextEncoder().encode("name"), 0xc7, 0x02, 0x0c, 0x80, 0x00]);
    expect(decodeValue(refined)).toEqual({ name: unknown });
    expect(decodeValue(encode({ a: [1, { b: null }] }))).toEqual({ a: [1, { b: null }] });
  });
});
