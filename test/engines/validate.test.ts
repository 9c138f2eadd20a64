import { describe, expect, test } from "@jest/globals";
import { validateNatives } from "../../engines/validate.ts";
import { clouds } from "../../providers/index.ts";
import { type Args, type Native, Unknown } from "../../providers/native.ts";
import type { Cloud, ProviderSchema, ResourceSchema } from "../../providers/provider.ts";
import { to, written } from "../fixtures/natives/written.ts";
import { everyCase } from "./workloads.ts";

const tcp = { protocol: "tcp", port: 80 };

/** A provider made to have every shape of schema and every rule. */
const thing: ResourceSchema = {
  version: 0,
  block: {
    attributes: {
      id: { type: "string", computed: true },
      name: { type: "string", required: true },
      size: { type: "number", optional: true },
      fast: { type: "bool", optional: true },
      tags: { type: ["map", "string"], optional: true },
      zones: { type: ["set", "string"], optional: true },
      rules: { type: ["list", ["object", { port: "number" }]], optional: true },
      tier: { type: "string", optional: true },
      either: { type: "string", optional: true },
      or: { type: "string", optional: true },
      one: { type: "string", optional: true },
      other: { type: "string", optional: true },
      user: { type: "string", optional: true },
      password: { type: "string", optional: true },
      anything: { type: "dynamic", optional: true },
      shape: {
        nested_type: {
          nesting_mode: "single",
          attributes: { kind: { type: "string", required: true }, seen: { type: "string", computed: true } },
        },
        optional: true,
      },
    },
    block_types: {
      port: {
        nesting_mode: "list",
        min_items: 1,
        max_items: 2,
        block: {
          attributes: {
            protocol: { type: "string", required: true },
            port: { type: "number", optional: true },
            range: { type: "string", optional: true },
          },
        },
      },
      backup: { nesting_mode: "single", block: { attributes: { days: { type: "number", optional: true } } } },
    },
  },
  semantics: {
    tier: { values: ["hot", "cold"] },
    either: { conflicts_with: ["or"] },
    or: { conflicts_with: ["either"] },
    one: { exactly_one_of: ["one", "other"] },
    other: { exactly_one_of: ["one", "other"] },
    user: { required_with: ["password"] },
    zones: { min_items: 1, max_items: 2 },
    "port.port": { at_least_one_of: ["port.0.range"] },
    "port.protocol": { values: ["tcp", "udp"] },
    "backup.days": { conflicts_with: ["port.0.range"] },
  },
};
const provider: ProviderSchema = {
  provider: "example/lab",
  version: "1.0.0",
  date: "2026-11-25",
  resource_schemas: { lab_thing: thing },
};
const lab = {
  id: "lab",
  providers: [{ name: "lab", source: "example/lab", versions: "1", schema: () => provider, block: () => ({}) }],
} as unknown as Cloud;

const right: Args = { name: "a", one: "1", port: [tcp] };
const x = new Unknown("var.x");

function found(args: Args, native: Partial<Native> = {}): string[] {
  return validateNatives([{ ...written("lab_thing.a", args), ...native }], lab).map(
    (d) => `${d.code} ${d.detail.split(" ")[0]}`,
  );
}

test.each(
  Object.values(clouds)
    .filter((c) => !c.sourceOnly)
    .map((cloud) => [cloud.id, cloud] as const),
)("nothing is wrong in any case on %s", (_, cloud) => {
  const { natives } = everyCase(cloud);
  expect(validateNatives(natives, cloud)).toEqual([]);
});

describe("a native", () => {
  test.each<[string, Args]>([
    ["with what is needed", right],
    ["with values that the engine converts", { ...right, size: "5", fast: "true", name: 7 }],
    ["with null for nothing", { ...right, size: null, port: [{ ...tcp, range: null }] }],
    ["with unknown values", { ...right, size: x, tags: x, tier: x, shape: x, rules: [x] }],
    ["with an unknown list of blocks", { name: "a", one: "1", port: x }],
    [
      "with a map, a set, objects, anything",
      { ...right, tags: { a: "b" }, zones: ["z"], rules: [{ port: 1 }], anything: [1] },
    ],
    ["with one block as an object", { ...right, port: tcp, backup: { days: 1 } }],
    ["with a nested attribute", { ...right, shape: { kind: "round" } }],
    ["with one of two that exclude each other", { ...right, either: "e" }],
    ["where one of two is not known to be set", { ...right, either: "e", or: x }],
    ["where exactly one may be there", { name: "a", one: x, other: x, port: [tcp] }],
    ["with both of a pair", { ...right, user: "u", password: x }],
    ["with a rule met by another argument of the block", { ...right, port: [{ protocol: "udp", range: "1-2" }] }],
  ])("%s is right", (_, args) => {
    expect(found(args)).toEqual([]);
  });

  test.each<[string, Args, string]>([
    ["an argument nobody knows", { ...right, nmae: "b" }, "EX0602 nmae"],
    ["one inside a block", { ...right, port: [{ ...tcp, prt: 1 }] }, "EX0602 port.0.prt"],
    ["one inside an object", { ...right, rules: [{ port: 1, prt: 2 }] }, "EX0602 rules.0.prt"],
    ["an output", { ...right, id: "i" }, "EX0603 id"],
    ["an output of a nested attribute", { ...right, shape: { kind: "k", seen: "s" } }, "EX0603 shape.seen"],
    ["no name", { one: "1", port: [tcp] }, "EX0604 name"],
    ["no protocol in a block", { ...right, port: [{ port: 1 }] }, "EX0604 port.0.protocol"],
    ["no block where one is needed", { name: "a", one: "1" }, "EX0604 port"],
    ["a list for text", { ...right, name: ["a"] }, "EX0605 name"],
    ["text for a number", { ...right, size: "big" }, "EX0605 size"],
    ["a number for a switch", { ...right, fast: 1 }, "EX0605 fast"],
    ["text for a list", { ...right, zones: "z" }, "EX0605 zones"],
    ["a list in a map", { ...right, tags: { a: ["b"] } }, "EX0605 tags.a"],
    ["text for a map", { ...right, tags: "a" }, "EX0605 tags"],
    ["text for a block", { ...right, port: ["tcp"] }, "EX0605 port.0"],
    ["a list for a nested object", { ...right, shape: [{ kind: "k" }] }, "EX0605 shape"],
    ["too many blocks", { ...right, port: [tcp, tcp, tcp] }, "EX0606 port"],
    ["a second single block", { ...right, backup: [{}, {}] }, "EX0606 backup"],
    ["too many items", { ...right, zones: ["a", "b", "c"] }, "EX0606 zones"],
    ["a value that is not offered", { ...right, tier: "warm" }, "EX0607 tier"],
    ["one in a block", { ...right, port: [tcp, { ...tcp, protocol: "icmp" }] }, "EX0607 port.1.protocol"],
    ["two that exclude each other", { ...right, either: "e", or: "o" }, "EX0608 either"],
    [
      "two in different blocks",
      { ...right, port: [{ ...tcp, range: "1" }], backup: { days: 1 } },
      "EX0608 backup.days",
    ],
    ["none of which one is needed", { name: "a", port: [tcp] }, "EX0609 Of"],
    ["both of which one is needed", { ...right, other: "2" }, "EX0609 Of"],
    ["none of which at least one is needed", { ...right, port: [{ protocol: "tcp" }] }, "EX0609 Of"],
    ["half of a pair", { ...right, user: "u" }, "EX0610 user"],
  ])("with %s is not", (_, args, problem) => {
    expect(found(args)).toContain(problem);
    // A rule that two arguments carry may be found at both.
    expect(new Set(found(args).map((line) => line.split(" ")[0])).size).toBe(1);
  });

  test("of a type that does not exist is not, and the near one is named", () => {
    const [problem] = validateNatives([written("lab_thin.a", {})], lab);
    expect(problem).toMatchObject({ code: "EX0601", address: "lab_thin.a", source: { file: "main.tf", line: 1 } });
    expect(problem?.detail).toContain("Did you mean lab_thing?");
    expect(validateNatives([written("data.lab_thing.a", {}, "data")], lab)).toMatchObject([{ code: "EX0601" }]);
  });

  test("with a misspelt argument is told the near one", () => {
    const [problem] = validateNatives([written("lab_thing.a", { ...right, nmae: "b" })], lab);
    expect(problem?.detail).toBe("nmae is not expected there. Did you mean name?");
  });
});

test("a data source is judged by its own schema", () => {
  const aws = clouds["aws"] as Cloud;
  const document = (args: Args) => validateNatives([written("data.aws_iam_policy_document.d", args, "data")], aws);
  expect(document({ statement: [{ resources: [to("aws_s3_bucket.b", "arn")] }] })).toEqual([]);
  expect(document({ statement: [{ resource: ["x"] }] }).map((d) => d.code)).toEqual(["EX0602"]);
});
