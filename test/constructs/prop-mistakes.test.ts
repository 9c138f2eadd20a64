import { describe, expect, test } from "@jest/globals";
import { judge, withProps } from "./judge.ts";

describe("one mistake, one line that says where, why and what to write", () => {
  test.each([
    [
      "a prop that does not exist",
      ["versionning: true"],
      "6 EX0505 `versionning` of component `logs` does not exist. Did you mean `versioning`?",
    ],
    [
      "a field nobody could mean",
      ["website:", "  pages: 3"],
      "7 EX0505 `website.pages` of component `logs` does not exist. Known fields here: `indexDocument`, `errorDocument` or `redirectAllTo`.",
    ],
    [
      "a text where a switch belongs",
      ["versioning: yes"],
      '6 EX0507 `versioning` of component `logs` is "yes". Write true or false.',
    ],
    [
      "nothing where something belongs",
      ["versioning:"],
      "6 EX0507 `versioning` of component `logs` is empty. Write true or false.",
    ],
    [
      "a text that is too short",
      ["name: ab"],
      '6 EX0507 `name` of component `logs` is "ab". Write at least 3 characters.',
    ],
    [
      "a list where fields belong",
      ["website: []"],
      "6 EX0507 `website` of component `logs` is a list. Write fields with values.",
    ],
    [
      "fields where a text belongs",
      ["name: { first: a }"],
      "6 EX0507 `name` of component `logs` is a group of fields. Write a text.",
    ],
    [
      "a missing prop of an item",
      ["lifecycleRules:", "  - id: a", "  - prefix: b"],
      "8 EX0506 `lifecycleRules[1].id` of component `logs` is missing. Write a text.",
    ],
    [
      "two items of one name",
      ["lifecycleRules:", "  - id: a", "  - id: a"],
      "8 EX0515 Two items of `lifecycleRules` of component `logs` have the id `a`, which tells them apart. Give one of them another.",
    ],
    [
      "a name where a reference belongs",
      ["accessLogs: { bucket: audit }"],
      '6 EX0507 `accessLogs.bucket` of component `logs` is "audit". Write a reference { component: ID, output: NAME }, or { external: NAME, literal: true } for what stands outside.',
    ],
    [
      "half a reference",
      ["accessLogs: { bucket: { component: logs } }"],
      "6 EX0506 `accessLogs.bucket.output` of component `logs` is missing. Write a text.",
    ],
    [
      "a reference with more in it",
      ["accessLogs: { bucket: { external: audit, litteral: true } }"],
      "6 EX0505 `accessLogs.bucket.litteral` of component `logs` does not exist. Did you mean `literal`?",
    ],
    [
      "a reference to nothing",
      ["accessLogs: { bucket: { component: audit, output: name } }"],
      "6 EX0509 `accessLogs.bucket` of component `logs` refers to `audit`, which is not in this workload. Known components: `logs`. What stands outside is written { external: NAME, literal: true }.",
    ],
    [
      "a reference to nearly something",
      ["accessLogs: { bucket: { component: log, output: name } }"],
      "6 EX0509 `accessLogs.bucket` of component `logs` refers to `log`, which is not in this workload. Did you mean `logs`? What stands outside is written { external: NAME, literal: true }.",
    ],
    [
      "a reference to an output that does not exist",
      ["accessLogs: { bucket: { component: logs, output: nam } }"],
      "6 EX0510 `accessLogs.bucket` of component `logs` refers to `nam` of `logs`, and object-bucket has no such output. Did you mean `name`?",
    ],
    [
      "a reference to another output than the one needed",
      ["accessLogs: { bucket: { component: logs, output: endpoint } }"],
      "6 EX0516 `accessLogs.bucket` of component `logs` refers to `endpoint` of `logs`, which is of kind object-bucket. Name the `name` of a component of kind object-bucket, or write { external: NAME, literal: true }.",
    ],
  ])("%s in a bucket", (_, props, says) => {
    expect(judge(withProps("object-bucket", "logs", props))).toEqual([says]);
  });

  test.each([
    [
      "a number where a text belongs",
      ["engine: mysql", "version: 8.0"],
      "7 EX0507 `version` of component `orders` is the number 8. Put it in quotes: a text is wanted.",
    ],
    [
      "a word that is nearly one of an enumeration",
      ["engine: postgres"],
      '6 EX0507 `engine` of component `orders` is "postgres". Did you mean `postgresql`? Write `postgresql` or `mysql`.',
    ],
    [
      "a number out of bounds",
      ["engine: mysql", "port: 70000"],
      "7 EX0507 `port` of component `orders` is the number 70000. Write a number of at most 65535.",
    ],
    [
      "a number at an open bound",
      ["engine: mysql", "storageGiB: 0"],
      "7 EX0507 `storageGiB` of component `orders` is the number 0. Write a number above 0.",
    ],
    [
      "a fraction where a whole number belongs",
      ["engine: mysql", "port: 1.5"],
      "7 EX0507 `port` of component `orders` is the number 1.5. Write a whole number.",
    ],
    [
      "a text of another form",
      ["engine: mysql", "backupTime: 24h"],
      '7 EX0507 `backupTime` of component `orders` is "24h". Write a text of the form /^([01]\\d|2[0-3]):[0-5]\\d$/.',
    ],
    [
      "a missing prop",
      ["storageGiB: 20"],
      "5 EX0506 `engine` of component `orders` is missing. Write `postgresql` or `mysql`.",
    ],
  ])("%s in a database", (_, props, says) => {
    expect(judge(withProps("sql-database", "orders", props))).toEqual([says]);
  });
});

test("a map of texts that looks like a reference is none", () => {
  const props = ["engine: mysql", "parameters: { component: nowhere, output: none }"];
  expect(judge(withProps("sql-database", "orders", props))).toEqual([]);
});
