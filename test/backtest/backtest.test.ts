import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { backtest } from "./backtest.ts";
import cases from "./cases.json" with { type: "json" };

const page = new URL("../../docs/backtest.md", import.meta.url);

describe("the back-test", () => {
  test("docs/backtest.md is what the estimator says today of the estates as they were committed", async () => {
    const made = await backtest();
    if (process.env["EXEAT_GOLDEN"] === "write") writeFileSync(page, made);
    expect(made).toBe(readFileSync(page, "utf8"));
  });

  test("every published case is tested, or listed as not testable with why; none has both", () => {
    for (const c of cases) {
      expect([c.id, (c.tests?.length ?? 0) > 0]).toEqual([c.id, c.notTestable === undefined]);
      expect([c.id, existsSync(new URL(`${c.id}/main.tf`, import.meta.url))]).toEqual([c.id, c.tests !== undefined]);
    }
  });
});
