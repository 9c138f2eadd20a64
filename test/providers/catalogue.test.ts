import { describe, expect, test } from "@jest/globals";
import { offered, pick } from "../../providers/catalogue.ts";
import { Unknown } from "../../providers/native.ts";
import type { Catalogue } from "../../providers/provider.ts";

const citation = { source: "-", date: "2026-11-25" };
const sizes: Catalogue = {
  match: "smallest-sufficient",
  preferred: "b",
  offers: [
    { native: "a", value: { vcpu: 2, memoryGiB: 4 } },
    { native: "b", value: { vcpu: 2, memoryGiB: 8 }, rank: 1 },
    { native: "c", value: { vcpu: 2, memoryGiB: 8 }, rank: 0 },
    { native: "d", value: { vcpu: 8, memoryGiB: 8 } },
    { native: "old", value: { vcpu: 2, memoryGiB: 5 }, legacy: true },
  ],
  citation,
};
const versions: Catalogue = {
  match: "exact-or-next",
  offers: ["8.0", "8.4", "9.6", "15"].map((v) => ({ native: v, value: v })),
  citation,
};

describe("picking from a catalogue", () => {
  test("the smallest that suffices in every dimension, by rank among equals, nothing that is no longer sold", () => {
    expect(pick(sizes, { vcpu: 1, memoryGiB: 5 })).toEqual({
      native: "c",
      value: { vcpu: 2, memoryGiB: 8 },
      exact: true,
    });
    expect(pick(sizes, { vcpu: 4, memoryGiB: 1 }).native).toBe("d");
  });

  test("the smallest of the first rank that suffices, where the size says little of the price", () => {
    const ranked: Catalogue = {
      match: "first-sufficient",
      offers: [
        { native: "dear", value: { vcpu: 8, gpus: 1 }, rank: 1 },
        { native: "huge", value: { vcpu: 64, gpus: 1 }, rank: 0 },
        { native: "plain", value: { vcpu: 16, gpus: 1 }, rank: 0 },
      ],
      citation,
    };
    expect(pick(ranked, { vcpu: 4, gpus: 1 })).toMatchObject({ native: "plain", exact: true });
  });

  test("nothing is large enough: the largest, and it is said", () => {
    expect(pick(sizes, { vcpu: 2, memoryGiB: 64 })).toMatchObject({ native: "d", exact: false });
  });

  test("nothing wanted: what the catalogue prefers", () => {
    expect(pick(sizes, undefined)).toMatchObject({ native: "b", exact: true });
  });

  test("versions are numbers part by part: the same, else the next newer one, else the newest", () => {
    expect(pick(versions, "8.4")).toMatchObject({ native: "8.4", exact: true });
    expect(pick(versions, "8.1")).toMatchObject({ native: "8.4", exact: false });
    expect(pick(versions, "10")).toMatchObject({ native: "15", exact: false });
    expect(pick(versions, "99")).toMatchObject({ native: "15", exact: false });
  });

  test("a native name is read back, legacy ones too; an unlisted one is not guessed", () => {
    expect(offered(sizes, "old")).toEqual({ vcpu: 2, memoryGiB: 5 });
    expect(offered(sizes, "z")).toBeInstanceOf(Unknown);
    expect(offered(sizes, undefined)).toBeUndefined();
  });
});
