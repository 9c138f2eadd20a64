import { assessmentMarkdown } from "./assessment-markdown.ts";
import { assessmentText } from "./assessment-text.ts";
import { calibrationYaml } from "./calibration.ts";
import { changeMarkdown } from "./change-markdown.ts";
import { changeSarif } from "./change-sarif.ts";
import { changeText } from "./change-text.ts";
import { diffMarkdown, diffText } from "./diff.ts";
import { assessmentGantt } from "./gantt.ts";
import { assessmentHtml, exitReportHtml } from "./html/exit-report-html.ts";
import { inventoryMarkdown, inventoryText } from "./inventory.ts";
import { matrixMarkdown, matrixText } from "./matrix.ts";
import { missingFactsYaml } from "./missing-facts.ts";
import { planHtml } from "./plan-html.ts";
import { planMarkdown } from "./plan-markdown.ts";
import { planText } from "./plan-text.ts";
import { json } from "./reporter.ts";
import { supportMarkdown, supportText } from "./support.ts";

/** Every report: result → format. The command line offers exactly these. */
export const reporters = {
  inventory: { text: inventoryText, json, markdown: inventoryMarkdown },
  assessment: { text: assessmentText, json, markdown: assessmentMarkdown, html: assessmentHtml, svg: assessmentGantt },
  /** All targets of an estate on one page. */
  exit: { html: exitReportHtml },
  matrix: { text: matrixText, json, markdown: matrixMarkdown },
  calibration: { yaml: calibrationYaml, json },
  missingFacts: { yaml: missingFactsYaml, json },
  diff: { text: diffText, json, markdown: diffMarkdown },
  change: { text: changeText, json, markdown: changeMarkdown, sarif: changeSarif },
  plan: { text: planText, json, markdown: planMarkdown, html: planHtml },
  support: { text: supportText, json, markdown: supportMarkdown },
} as const;
