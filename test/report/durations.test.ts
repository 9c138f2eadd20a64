import { describe, expect, test } from "@jest/globals";
import { amount } from "../../constructs/amount.ts";
import type { Step } from "../../migration-plans/plan.ts";
import { hoursText } from "../../report/assessment-reading.ts";
import { daysCell, daysText, oneLength } from "../../report/durations.ts";
import { languageOf } from "../../report/language/language.ts";
import { timeOf } from "../../report/plan-reading.ts";

const [en, fr] = [languageOf("en"), languageOf("fr")];
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("no known length is printed as none", () => {
  test.each([
    [{ low: 0.04, high: 2 }, "1 h to 2 days", "de 1 h à 2 jours"],
    [{ low: 0.04, high: 0.5 }, "1 to 12 h", "de 1 à 12 h"],
    [{ low: 0.001, high: 0.002 }, "< 0.1 to < 0.1 h", "de < 0,1 à < 0,1 h"],
    [{ low: 0, high: 0.5 }, "0 to 12 h", "de 0 à 12 h"],
    [{ low: 0, high: 60 }, "0 to 60 days", "de 0 à 60 jours"],
    [{ low: 3, high: 90 }, "3 to 90 days", "de 3 à 90 jours"],
  ])("%j", (range, english, french) => {
    expect([daysText(range, en), daysText(range, fr)].map(plain)).toEqual([english, french]);
  });

  test("one length, beside a word or not", () => {
    expect([0.04, 0.5, 1, 12.4, 0].map((n) => plain(daysCell(n, en)))).toEqual(["1 h", "0.5", "1", "12", "0"]);
    expect([0.04, 1, 90].map((n) => plain(oneLength(n, fr)))).toEqual(["1 h", "1 jour", "90 jours"]);
  });

  test("hours of a copy and of a step: little is not nothing, and is said once", () => {
    const range = (low: number, high: number) => ({ low, likely: (low + high) / 2, high });
    const step = (low: number, high: number) =>
      timeOf({ duration: range(low, high), action: {} } as unknown as Step, en).time;
    expect([hoursText(range(0.001, 0.04), en), hoursText(range(0.04, 3), fr), hoursText(null, en)]).toEqual([
      "< 0.1 h",
      expect.stringMatching(/^< 0,1 à 3 h/),
      undefined,
    ]);
    expect([step(0, 0.04), step(0.01, 2), step(2, 2)]).toEqual(["< 0.1 h", "< 0.1 to 2 h", "2 h"]);
  });

  test("numbers: what is little, and what is nothing", () => {
    expect([0.04, 0.05, 0].map(amount)).toEqual(["< 0.1", "0.1", "0"]);
    expect([0.04, 0.05, 0].map((n) => plain(fr.amount(n)))).toEqual(["< 0,1", "0,1", "0"]);
  });
});
