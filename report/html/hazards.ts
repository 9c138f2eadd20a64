import type { Assessment } from "../../assessment/assessment.ts";
import { seenIn, shortId } from "../assessment-reading.ts";
import { priceCells } from "../cost.ts";
import type { Language } from "../language/language.ts";
import { type ExitReport, perTarget } from "./exit-report.ts";
import { code, fact, first, more, paragraph, type Section, table, text, unknown } from "./html.ts";

const MOST = 20;

/** What fails on the day: what the scenario takes away, and what the exit itself needs. Of one estate, whatever the target. */
export function hazardSection(report: ExitReport, l: Language): Section {
  const { words } = l;
  const { reading } = report.assessments[0];
  const order = ["source", "unknown", "elsewhere"];
  const needs = [...reading.dependencies].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const html = [
    ...reading.assumes.map((a) => paragraph(fact(a, l), "lead")),
    dataTable(reading, l),
    reading.unread ? paragraph(text(words.unreadData), "note") : "",
    perTarget(report, l, (a) => priceTable(a, l)),
    paragraph(text(words.hazardsMean), "soft"),
    table(
      words.hazards,
      [words.what, words.stands, words.seenIn, words.fails],
      needs.map((d) => [
        fact(d.what, l),
        d.status === "unknown"
          ? unknown(l, d.dependsOn)
          : `<span class="${d.status === "source" ? "specific pill" : "core pill"}">${text(words.standing[d.status])}</span>`,
        d.seenIn === undefined ? "–" : code(seenIn(d, l)),
        fact(d.fails, l),
      ]),
      "untitled",
    ),
  ].join("");
  return { id: "hazards", title: words.hazards, html };
}

function dataTable({ lost, atRisk = [], mayBeLost, restored }: Assessment["reading"], l: Language): string {
  const { words } = l;
  const pill = (kind: string, said: string) => `<span class="pill ${kind}">${text(said)}</span>`;
  const rows = [
    ...lost.map((d) => [code(shortId(d.component)), `${pill("specific", words.verdicts.lost)} ${fact(d.why, l)}`]),
    ...atRisk.map((d) => [
      code(shortId(d.component)),
      `${pill("implementation", words.verdicts.atRisk)} ${fact(d.why, l)}`,
    ]),
    ...mayBeLost.map((d) => [
      code(shortId(d.component)),
      `<span class="unknown">${text(words.verdicts.depends)}</span> ${fact(d.why, l)}`,
    ]),
    ...restored.map((d) => [
      code(shortId(d.component)),
      text(words.restored(d.ageHours === null ? words.unknownAge : words.age(l.amount(d.ageHours)))),
    ]),
  ];
  const { shown, more: left } = first(rows, MOST);
  return table(words.dataHead, [words.component, words.data], shown) + more(left, "component", l);
}

function priceTable({ reading: { price } }: Assessment, l: Language): string {
  if (price === null) return "";
  const { words } = l;
  const cell = (said: string | undefined) => (said === undefined ? unknown(l, price.dependsOn) : text(said));
  const heads = [words.monthBefore, words.monthAfter, words.monthTarget, words.leavingCosts, words.paysAfter];
  return table(`${words.price} × ${l.exact(price.factor)}`, heads, [priceCells(price, l).map(cell)]);
}
