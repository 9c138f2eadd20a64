import { describe, expect, test } from "@jest/globals";
import { decide, markOf, planChange, replacedBy } from "../../../engines/schema-provider/change.ts";
import { type Args, Unknown } from "../../../providers/native.ts";
import { thing } from "./lab.ts";

const unknown = new Unknown("");
const plan = (args: Args) => planChange(args, thing).state;
const applied = (args: Args) => decide("lab_thing", plan(args), thing, "mark");

describe("what is planned", () => {
  test("is what is asked for, the provider's defaults, and unknown where only the provider decides", () => {
    expect(plan({ name: "a", tags: { b: "c" }, disk: [{ gib: 1 }] })).toMatchObject({
      name: "a",
      tags: { b: "c" },
      size: 10,
      place: null,
      id: unknown,
      speed: unknown,
      zones: unknown,
      history: unknown,
      disk: [{ gib: 1, kind: "ssd", serial: unknown }],
    });
  });

  test("says whether a default was filled in", () => {
    expect(planChange({ name: "a" }, thing).filled).toBe(true);
    expect(planChange({ name: "a", size: 1 }, thing).filled).toBe(false);
  });

  test("keeps nothing of what may only be written", () => {
    expect(plan({ name: "a", once: "secret" })["once"]).toBeNull();
  });

  test("reaches into nested attributes, sets and maps of blocks", () => {
    const asked = { name: "a", shape: [{ kind: "k" }], rule: [{ port: 1 }], label: { x: { text: "t" } } };
    expect(plan(asked)).toMatchObject({
      shape: [{ kind: "k", seen: unknown }],
      rule: [{ port: 1, note: unknown }],
      label: { x: { text: "t" } },
    });
  });
});

describe("what is applied", () => {
  const state = applied({ name: "a", shape: [{ kind: "k" }], rule: [{ port: 1 }], disk: [{ gib: 1 }] });

  test("leaves nothing unknown, names hold the mark, the rest is empty", () => {
    expect(state).toMatchObject({
      id: "mark",
      arn: "arn-mark",
      speed: 0,
      zones: [],
      history: [],
      shape: [{ kind: "k", seen: "" }],
      rule: [{ port: 1, note: "" }],
      disk: [{ gib: 1, kind: "ssd", serial: "" }],
    });
    expect(JSON.stringify(state)).not.toContain("expression");
  });

  test("is planned again as it is", () => {
    expect(plan(state)).toEqual(state);
    expect(replacedBy(state, plan(state), thing)).toEqual([]);
  });

  test("is told apart by what is known of it, in whatever order", () => {
    expect(markOf("lab_thing", { name: "a", size: 1 })).toBe(markOf("lab_thing", { name: "a", size: 1, id: unknown }));
    expect(markOf("lab_thing", { name: "a" })).not.toBe(markOf("lab_thing", { name: "b" }));
    expect(markOf("lab_thing", { name: "a" })).not.toBe(markOf("lab_other", { name: "a" }));
  });

  test("of known types is what the arguments tell", () => {
    const bucket = {
      version: 0,
      block: { attributes: { bucket: { type: "string" }, id: { type: "string" }, arn: { type: "string" } } },
    };
    expect(decide("aws_s3_bucket", { bucket: "b", id: unknown, arn: unknown }, bucket, "mark")).toEqual({
      bucket: "b",
      id: "b",
      arn: "arn:aws:s3:::b",
    });
  });

  test("of a policy document is the document", () => {
    const document = { version: 0, block: { attributes: { json: { type: "string" } }, block_types: {} } };
    const statement = {
      sid: "",
      actions: ["s3:GetObject"],
      resources: ["a", "b"],
      principals: [{ type: "*", identifiers: ["*"] }],
      condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["true"] }],
    };
    const { json } = decide("aws_iam_policy_document", { statement: [statement], json: unknown }, document, "mark");
    expect(JSON.parse(String(json))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: ["a", "b"],
          Principal: "*",
          Condition: { Bool: { "aws:SecureTransport": "true" } },
        },
      ],
    });
  });
});

describe("a new resource is needed", () => {
  const before = applied({ name: "a", zones: ["x"], rule: [{ port: 1 }], disk: [{ gib: 1 }, { gib: 2 }] });
  const change = (to: Args) => replacedBy(before, plan({ ...before, ...to }), thing);

  test.each<[string, Args, string[]]>([
    ["when an argument that cannot change does", { name: "b" }, ["name"]],
    ["when it is not known what it becomes", { name: unknown }, ["name"]],
    ["when a set changes, as a whole", { zones: ["x", "y"] }, ["zones"]],
    ["when it changes inside a block, at its place", { disk: [{ gib: 1 }, { gib: 2, kind: "tape" }] }, ["disk.1.kind"]],
    ["when a block more or less stands there", { disk: [{ gib: 1 }] }, ["disk", "disk.1.kind"]],
    ["when it changes inside a set of blocks, which has no places", { rule: [{ port: 2, note: "" }] }, ["rule"]],
  ])("%s", (_, to, paths) => {
    expect(change(to)).toEqual(paths);
  });

  test.each<[string, Args]>([
    ["an argument that can", { size: 11, place: "p", tags: { a: "b" } }],
    [
      "what is inside a block whose number cannot change",
      {
        disk: [
          { gib: 5, kind: "ssd", serial: "" },
          { gib: 2, kind: "ssd", serial: "" },
        ],
      },
    ],
    ["nothing", {}],
  ])("not when %s changes", (_, to) => {
    expect(change(to)).toEqual([]);
  });
});
