import { describe, expect, test } from "@jest/globals";
import { head, judge } from "./judge.ts";

const only = (text: string, start: string) => {
  const said = judge(text);
  expect(said).toHaveLength(1);
  expect(said[0]?.slice(0, start.length)).toBe(start);
};

describe("one mistake, one line that says where, why and what to write", () => {
  test.each([
    [
      "a field beside the props",
      "  - kind: object-bucket\n    id: logs\n    overides: {}\n",
      "5 EX0505 `overides` of component `logs` does not exist. Did you mean `overrides`?",
    ],
    [
      "a kind that does not exist",
      "  - kind: objectbucket\n    id: logs\n",
      "3 EX0504 `objectbucket` is not a kind. Did you mean `object-bucket`?",
    ],
    [
      "a kind nobody could mean",
      "  - kind: mainframe\n    id: logs\n",
      "3 EX0504 `mainframe` is not a kind. Known kinds: `network`",
    ],
    [
      "a reference to a component of another kind",
      "  - kind: sql-database\n    id: db\n    props: { engine: mysql }\n  - kind: object-bucket\n    id: logs\n    props: { accessLogs: { bucket: { component: db, output: host } } }\n",
      "8 EX0516 `accessLogs.bucket` of component `logs` refers to `host` of `db`, which is of kind sql-database.",
    ],
    ["no kind", "  - id: logs\n", "3 EX0506 `kind` of component `logs` is missing. Write one of network, firewall, "],
    ["no id", "  - kind: object-bucket\n", "3 EX0506 `id` of component `components.0` is missing. Write a text."],
    [
      "an id twice",
      "  - kind: object-bucket\n    id: logs\n  - kind: object-bucket\n    id: logs\n",
      "6 EX0508 Two components have the id `logs`. The first is at w.yaml:3. Give one of them another id.",
    ],
    [
      "an id that is an address of a cloud",
      "  - kind: object-bucket\n    id: .:a.b\n",
      '4 EX0507 `id` of component `.:a.b` is ".:a.b". Write words of letters, digits, `-`, `_` and `.` that begin',
    ],
    [
      "a component that is a word",
      "  - logs\n",
      "3 EX0507 `components[0]` is not a component: write `kind`, `id` and `props`.",
    ],
    [
      "props that are a list",
      "  - kind: object-bucket\n    id: logs\n    props: []\n",
      "5 EX0507 `props` of component `logs` is a list. Write fields with values.",
    ],
    [
      "a request for what is not there",
      "  - kind: object-bucket\n    id: logs\n    requested:\n      - name\n",
      "6 EX0514 `requested[0]` of component `logs` names `name`, which has neither a value nor a hole. Set it under `props`, or take it off the list.",
    ],
    [
      "a request for no prop",
      "  - kind: object-bucket\n    id: logs\n    requested: [nam]\n",
      "5 EX0513 `requested[0]` of component `logs` names `nam`, which is no prop. Did you mean `name`?",
    ],
    [
      "a hole in no prop",
      "  - kind: object-bucket\n    id: logs\n    holes: [{ path: website.page, expression: x, at: { file: a.tf } }]\n",
      "5 EX0513 `holes[0].path` of component `logs` names `website.page`, which is no prop. ",
    ],
  ])("%s", (_, components, says) => only(head + components, says));

  test.each([
    [
      "another format",
      "formatVersion: 2\ncomponents: []\n",
      "1 EX0502 `formatVersion` is 2; this Exeat reads 1. Write 1, or use the Exeat that wrote the file.",
    ],
    ["no format", "components: []\n", "1 EX0506 `formatVersion` is missing. Write `1`."],
    ["no components", "formatVersion: 1\n", "1 EX0506 `components` is missing. Write a list."],
    [
      "a field that no workload has",
      "formatVersion: 1\ncomponents: []\ncloud: x\n",
      "3 EX0505 `cloud` does not exist. Known fields here: ",
    ],
    ["something else", "resources: {}\nvariables: {}\n", "1 EX0501 It holds `resources`, `variables`. A workload has"],
    ["a list", "- a\n", "1 EX0501 It holds a list. A workload has"],
    ["a word", "hello\n", "1 EX0501 It holds a single string. A workload has"],
    ["nothing", "# to be written\n", "1 EX0501 It holds nothing. A workload has"],
    [
      "a key twice",
      "formatVersion: 1\ncomponents: []\ncomponents: []\n",
      "3 EX0503 Map keys must be unique. Correct this line.",
    ],
    [
      "a tab",
      "formatVersion: 1\ncomponents:\n\t- kind: x\n",
      "3 EX0503 Tabs are not allowed as indentation. Correct this line.",
    ],
    ["a tag", "formatVersion: !ref 1\ncomponents: []\n", "1 EX0503 Unresolved tag: !ref. Correct this line."],
    ["an anchor that is not there", "formatVersion: 1\ncomponents: *all\n", "? EX0503 Unresolved alias"],
    ["half a text", '{ "formatVersion": 1,\n  "components": [\n', "3 EX0503 "],
  ])("%s as a workload", (_, text, says) => only(text, says));
});

test("every mistake of a text is said at once, in order of lines", () => {
  const first = "  - kind: object-bucket\n    id: a\n    props: { name: x }\n";
  const rest = "  - kind: mainframe\n    id: b\n  - kind: sql-database\n    id: c\nmore: 1\n";
  expect(judge(head + first + rest).map((line) => line.split(" ").slice(0, 2))).toEqual([
    ["5", "EX0507"],
    ["6", "EX0504"],
    ["8", "EX0506"],
    ["10", "EX0505"],
  ]);
});

test("what goes through an anchor is told where it was written", () => {
  const first = "  - kind: object-bucket\n    id: a\n    props: &all\n      nam: x\n";
  const second = "  - kind: object-bucket\n    id: b\n    props: *all\n";
  expect(judge(head + first + second).map((line) => line.slice(0, 8))).toEqual(["6 EX0505", "6 EX0505"]);
});

test("nesting without end and aliases that multiply are refused, not followed", () => {
  expect(judge("[".repeat(20_000))[0]).toMatch(/^1 EX0503 /);
  const grow = [..."bcdefgh"].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${"abcdefgh"[i]}`)}]`);
  expect(judge(["a: &a [x]", ...grow].join("\n"))[0]).toMatch(/EX0503 Excessive alias count/);
});
