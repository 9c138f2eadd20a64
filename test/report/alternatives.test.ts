import { describe, expect, test } from "@jest/globals";
import type { Assessment } from "../../assessment/assessment.ts";
import { qualificationsText } from "../../report/alternatives.ts";
import { languageOf } from "../../report/language/language.ts";
import { reporters } from "../../report/reporters.ts";
import { reportOf } from "./html/reports.ts";

const [assessment] = reportOf().assessments;
const target = assessment.jurisdiction.target;
const qualification = (name: string) => ({
  ...{ id: name.toLowerCase(), name, scope: "a service", types: [], expires: null },
  citation: target.citation,
});
const qualified: Assessment = {
  ...assessment,
  jurisdiction: {
    ...assessment.jurisdiction,
    target: { ...target, qualifications: ["HDS", "SecNumCloud", "C5"].map(qualification) },
  },
};
type Becomes = Assessment["components"][number]["becomes"];

describe("what a component is qualified for", () => {
  const text = (becomes: Becomes, lang: "en" | "fr" = "en") => {
    const [component] = assessment.components as [Assessment["components"][number]];
    return qualificationsText({ ...component, becomes }, qualified, languageOf(lang));
  };
  const becomes = (yes: string[], perhaps: string[]) => ({
    ...{ type: "a_thing", count: 1, qualified: yes, mayBeQualified: perhaps },
  });

  test("is called by its name, and what is not settled is said to be so", () => {
    expect(text([becomes(["hds"], [])])).toBe("qualified for HDS");
    expect(text([becomes([], ["hds"])])).toBe("perhaps qualified for HDS, to be confirmed");
    expect(text([becomes([], ["hds"])], "fr")).toBe("peut-être qualifié pour HDS, à confirmer");
    expect(text([becomes(["c5"], ["hds", "secnumcloud"])])).toBe(
      "qualified for C5; perhaps qualified for HDS, SecNumCloud, to be confirmed",
    );
  });

  test("holds of every resource that it becomes", () => {
    expect(text([becomes(["hds", "c5"], []), becomes([], ["hds"])])).toBe("perhaps qualified for HDS, to be confirmed");
    expect(text([becomes(["hds"], []), becomes([], [])])).toBe("");
    expect(text([])).toBe("");
  });

  test.each(["markdown", "html"] as const)("stands in %s", (format) => {
    const components = assessment.components.map((c) => ({ ...c, becomes: [becomes([], ["hds"])] }));
    const { output } = reporters.assessment[format]({ ...qualified, components }, { color: false });
    expect(output).toContain("perhaps qualified for HDS, to be confirmed");
  });
});

describe("what runs on its user's own hosts", () => {
  const source = { ...assessment.jurisdiction.source, ownHosts: true as const, operator: "the software is A's" };
  const own = { ...assessment, jurisdiction: { ...assessment.jurisdiction, source } };

  test.each([
    ["text", "en", "from whoever runs the hosts (licence: United States) to United States (Amazon"],
    ["markdown", "en", "| whoever runs the hosts (licence: United States): the software is A's |"],
    ["html", "en", ">whoever runs the hosts (licence: United States) <small>the software is A&#39;s</small><"],
    ["markdown", "fr", "| qui exploite les hôtes (licence\u00a0: États-Unis)\u00a0: *the software is A's* |"],
    ["html", "fr", '>qui exploite les hôtes (licence\u00a0: États-Unis) <small><span lang="en">the software'],
  ] as const)("is controlled by whoever runs them: %s, %s", (format, lang, says) => {
    expect(reporters.assessment[format](own, { color: false, lang }).output).toContain(says);
  });
});
