import { describe, expect, test } from "@jest/globals";
import { kindNames } from "../../constructs/kinds.ts";
import { forUsersList } from "../../laws/for-users-list.ts";
import { leadsToList } from "../../laws/leads-to-list.ts";
import { lossList } from "../../laws/loss-list.ts";
import { unfeltList } from "../../laws/unfelt-list.ts";
import { expectGolden } from "../report/golden.ts";
import { judged as all } from "./judged.ts";

// Of a cloud that is only left nothing is written, and nothing is lost on the way there.
const judged = all.filter(({ cloud }) => !cloud.sourceOnly);

describe("what each cloud loses of each kind", () => {
  for (const { cloud, subjects } of judged) {
    for (const kind of kindNames) {
      test(`${kind} on ${cloud.id}`, () => {
        const list = lossList(subjects.evidence, kind);
        expect(list).not.toContain("no case");
        expectGolden(`losses/${cloud.id}-${kind}.txt`, list);
      });
    }
  }
});

describe("what arguments lead to", () => {
  for (const { cloud, subjects } of judged) {
    test(`on ${cloud.id}`, () => {
      expectGolden(`leads-to/${cloud.id}.txt`, leadsToList(subjects.workloads));
    });
  }
});

describe("what is written for those who refer to a component", () => {
  for (const { cloud, subjects } of judged) {
    test(`on ${cloud.id}`, () => {
      const [cases] = subjects.workloads;
      expectGolden(`for-users/${cloud.id}.txt`, forUsersList(cases!));
    });
  }
});

describe("what each cloud writes of each kind, and a round trip cannot feel", () => {
  for (const { cloud, subjects } of judged) {
    for (const kind of kindNames) {
      test(`${kind} on ${cloud.id}`, () => {
        expectGolden(`unfelt/${cloud.id}-${kind}.txt`, unfeltList(subjects.evidence, kind));
      });
    }
  }
});
