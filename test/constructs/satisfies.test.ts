import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { prop, type Satisfies } from "../../constructs/component.ts";
import { canonical, shapeOf, unsatisfied } from "../../constructs/satisfies.ts";

const ruled = (schema: z.ZodType, satisfies: Satisfies) => prop(schema, { satisfies });
const paths = (schema: z.ZodType, asked: unknown, got: unknown) => unsatisfied(schema, asked, got).map((u) => u.path);

interface Example {
  readonly rule: string;
  readonly schema: z.ZodType;
  /** Pairs of what was asked and what came back. */
  readonly holds: readonly (readonly [unknown, unknown])[];
  readonly fails: readonly (readonly [unknown, unknown])[];
}

const rules: readonly Example[] = [
  {
    rule: "exact",
    schema: ruled(z.unknown(), { rule: "exact" }),
    holds: [
      ["a", "a"],
      [
        { a: 1, b: [2] },
        { b: [2], a: 1 },
      ],
      [{ a: 1, b: undefined }, { a: 1 }],
    ],
    fails: [
      ["a", "b"],
      ["a", undefined],
      [1, "1"],
      [
        [1, 2],
        [2, 1],
      ],
      [{ a: 1 }, { a: 1, b: 2 }],
    ],
  },
  {
    rule: "exact, without being said",
    schema: z.array(z.string()),
    holds: [[["a"], ["a"]]],
    fails: [
      [
        ["a", "b"],
        ["b", "a"],
      ],
    ],
  },
  {
    rule: "atLeast",
    schema: ruled(z.number(), { rule: "atLeast" }),
    holds: [
      [2, 2],
      [2, 3],
      [0, undefined],
      [true, true],
      [false, true],
    ],
    fails: [
      [2, 1],
      [2, undefined],
      [true, false],
      [true, undefined],
    ],
  },
  {
    rule: "atMost",
    schema: ruled(z.number(), { rule: "atMost" }),
    holds: [
      [2, 2],
      [2, 1],
    ],
    fails: [
      [2, 3],
      [2, undefined],
    ],
  },
  {
    rule: "sameRange",
    schema: ruled(z.string(), { rule: "sameRange" }),
    holds: [
      ["10.0.6.5/24", "10.0.6.0/24"],
      ["192.0.2.7", "192.0.2.7/32"],
      ["255.255.255.255/0", "0.0.0.0/0"],
      ["2001:db8::1/32", "2001:db8::/32"],
      ["2001:db8::ffff:1", "2001:db8::ffff:1/128"],
      ["2001:db8:0:1:2:3:4:5/64", "2001:db8:0:1::/64"],
      ["::ffff:192.0.2.7/96", "::ffff:0:0/96"],
      ["office", "office"],
    ],
    fails: [
      ["10.0.6.0/24", "10.0.6.0/23"],
      ["10.0.6.5/24", "10.0.7.0/24"],
      ["192.0.2.7", undefined],
      ["10.0.0.0/33", "10.0.0.0/34"],
      ["10.0.0.1/24/8", "10.0.0.0/24"],
      ["office", "home"],
      ["2001:db8::1/129", "2001:db8::/129"],
    ],
  },
  {
    rule: "sameSettings",
    schema: ruled(z.record(z.string(), z.string()), { rule: "sameSettings" }),
    holds: [
      [
        { jit: "1", work_mem: "64" },
        { work_mem: "64", jit: "on" },
      ],
      [{ slow_query_log: "FALSE" }, { slow_query_log: "OFF" }],
      [{}, undefined],
    ],
    fails: [
      [{ jit: "1" }, { jit: "off" }],
      [{ jit: "1" }, {}],
      [{ jit: "1" }, { jit: "1", work_mem: "64" }],
      [{ work_mem: "64" }, { work_mem: "65" }],
      [{ jit: "1" }, { work_mem: "1" }],
    ],
  },
  {
    rule: "ordered",
    schema: ruled(z.string(), { rule: "ordered", values: ["none", "same-zone", "multi-zone"] }),
    holds: [
      ["same-zone", "same-zone"],
      ["same-zone", "multi-zone"],
      ["none", undefined],
    ],
    fails: [
      ["same-zone", "none"],
      ["same-zone", undefined],
      ["same-zone", "every-zone"],
    ],
  },
  {
    rule: "sameDay",
    schema: ruled(z.string(), { rule: "sameDay" }),
    holds: [
      ["2030-01-01", "2030-01-01T00:00:00Z"],
      ["2030-01-01T00:00:00Z", "2030-01-01"],
    ],
    fails: [
      ["2030-01-01", "2030-01-02"],
      ["2030-01-01", undefined],
    ],
  },
  {
    rule: "setOf",
    schema: ruled(z.array(z.string()), { rule: "setOf" }),
    holds: [
      [
        ["a", "b"],
        ["b", "a"],
      ],
      [["a", "a"], ["a"]],
      [["a"], ["a", "a"]],
      [[], []],
      [[], undefined],
    ],
    fails: [
      [["a", "b"], ["a"]],
      [["a"], ["a", "b"]],
      [["a"], undefined],
      [[], ["a"]],
      ["a", ["a"]],
    ],
  },
  {
    rule: "setOf, of lists that are sets themselves",
    schema: ruled(z.array(ruled(z.array(z.string()), { rule: "setOf" })), { rule: "setOf" }),
    holds: [
      [
        [["a", "b"], ["c"]],
        [["c"], ["b", "a"]],
      ],
    ],
    fails: [[[["a", "b"]], [["a"]]]],
  },
  {
    rule: "setOf, of items that stand for several",
    schema: ruled(
      z.array(
        z.strictObject({
          port: z.number(),
          from: z.array(z.string()).optional(),
          to: z.array(z.string()).optional(),
          self: z.boolean().optional(),
        }),
      ),
      { rule: "setOf", each: ["from", "to", "self"] },
    ),
    holds: [
      [
        [{ port: 1, from: ["a", "b"] }],
        [
          { port: 1, from: ["b"] },
          { port: 1, from: ["a"] },
        ],
      ],
      [
        [{ port: 1, from: ["a"], self: true }],
        [
          { port: 1, self: true },
          { port: 1, from: ["a", "a"] },
        ],
      ],
      [[{ port: 1 }], []],
      [[{ port: 1, from: ["a"], self: false }], [{ port: 1, from: ["a"] }]],
    ],
    fails: [
      [[{ port: 1, from: ["a", "b"] }], [{ port: 1, from: ["a"] }]],
      [[{ port: 1, from: ["a"] }], [{ port: 1, to: ["a"] }]],
      [[{ port: 1, from: ["a"] }], [{ port: 2, from: ["a"] }]],
      [[{ port: 1, from: ["a"] }], [{ port: 1, from: ["a"], self: true }]],
    ],
  },
  {
    rule: "byKey",
    schema: ruled(
      z.array(z.strictObject({ id: z.string(), days: ruled(z.number(), { rule: "atLeast" }).optional() })),
      {
        rule: "byKey",
        key: "id",
      },
    ),
    holds: [
      [
        [{ id: "a", days: 1 }, { id: "b" }],
        [
          { id: "b", days: 3 },
          { id: "a", days: 2 },
        ],
      ],
    ],
    fails: [
      [[{ id: "a", days: 2 }], [{ id: "a", days: 1 }]],
      [[{ id: "a" }], [{ id: "b" }]],
      [[{ id: "a" }], [{ id: "a" }, { id: "b" }]],
      [[{ id: "a" }], undefined],
    ],
  },
  {
    rule: "byKey of two fields",
    schema: ruled(z.array(z.strictObject({ name: z.string(), type: z.string(), ttl: z.number().optional() })), {
      rule: "byKey",
      key: ["name", "type"],
    }),
    holds: [
      [
        [
          { name: "www", type: "A", ttl: 60 },
          { name: "www", type: "AAAA" },
        ],
        [
          { name: "www", type: "AAAA", ttl: 300 },
          { name: "www", type: "A", ttl: 60 },
        ],
      ],
    ],
    fails: [
      [[{ name: "www", type: "A" }], [{ name: "www", type: "AAAA" }]],
      [[{ name: "www", type: "A", ttl: 60 }], [{ name: "www", type: "A", ttl: 300 }]],
    ],
  },
  {
    rule: "anyOf",
    schema: ruled(z.unknown(), { rule: "anyOf" }),
    holds: [[{ component: "a", output: "b" }, { external: "c" }]],
    fails: [["a", undefined]],
  },
];

describe.each(rules)("$rule", ({ schema, holds, fails }) => {
  const text = (value: unknown) => JSON.stringify(value) ?? "nothing";
  for (const [asked, got] of holds) {
    test(`${text(asked)} is satisfied by ${text(got)}`, () => {
      expect(unsatisfied(schema, asked, got)).toEqual([]);
    });
  }
  for (const [asked, got] of fails) {
    test(`${text(asked)} is not satisfied by ${text(got)}`, () => {
      expect(unsatisfied(schema, asked, got)).not.toEqual([]);
    });
  }
});

describe("objects without a rule", () => {
  const schema = z.strictObject({
    on: prop(z.boolean(), { absentMeans: false }).optional(),
    count: z.number().default(3),
    size: z
      .strictObject({ vcpu: ruled(z.number(), { rule: "atLeast" }), memory: ruled(z.number(), { rule: "atLeast" }) })
      .optional(),
    rules: ruled(z.array(z.strictObject({ id: z.string(), to: z.string() })), { rule: "byKey", key: "id" }).optional(),
    labels: z.record(z.string(), z.string()).optional(),
  });
  test("only what was asked for is compared, field by field", () => {
    expect(unsatisfied(schema, { count: 1 }, { count: 1, on: true, labels: { a: "b" } })).toEqual([]);
    expect(paths(schema, { size: { vcpu: 4, memory: 8 } }, { size: { vcpu: 8, memory: 4 } })).toEqual(["size.memory"]);
  });
  test("a failure says what was asked and what came back, at a path without list positions", () => {
    const asked = { rules: [{ id: "a", to: "x" }] };
    expect(unsatisfied(schema, asked, { rules: [{ id: "a", to: "y" }] })).toEqual([
      { path: "rules.to", asked: "x", got: "y" },
    ]);
    expect(unsatisfied(schema, asked, { rules: [] })).toEqual([
      { path: "rules", asked: { id: "a", to: "x" }, got: undefined },
    ]);
  });
  test("an absent value stands for its meaning or its default, and for nothing else", () => {
    expect(paths(schema, { on: false, count: 3 }, {})).toEqual([]);
    expect(paths(schema, { on: true, count: 4, size: { vcpu: 1, memory: 1 } }, {})).toEqual(["on", "count", "size"]);
    expect(unsatisfied(schema, { on: true }, {})).toEqual([{ path: "on", asked: true, got: undefined }]);
  });
  test("no labels are an empty list of labels", () => {
    expect(paths(schema, { labels: {} }, {})).toEqual([]);
    expect(paths(schema, { labels: { a: "b" } }, {})).toEqual(["labels"]);
  });
  test("what is not asked for is satisfied by anything", () => {
    expect(unsatisfied(schema, undefined, undefined)).toEqual([]);
    expect(unsatisfied(schema, { count: undefined, later: 1 }, { count: 9 })).toEqual([]);
  });
});

test("wrappers around a schema keep its rule, and a default is what absence means", () => {
  const schema = prop(z.number(), { satisfies: { rule: "atLeast" }, catalogued: true, absentMeans: 1 });
  expect(shapeOf(schema.optional())).toMatchObject({ inner: schema, catalogued: true, absent: 1 });
  expect(shapeOf(schema.nullable().default(2))).toMatchObject({ satisfies: { rule: "atLeast" }, absent: 2 });
});

test("equal values have one text", () => {
  expect(canonical({ b: [1, undefined, null], a: { d: undefined, c: "x" } })).toBe(
    '{"a":{"c":"x"},"b":[1,undefined,null]}',
  );
  expect(canonical({ a: undefined })).toBe(canonical({}));
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
});
