import type { Calibration } from "../assessment/calibration.ts";
import { amount } from "../constructs/amount.ts";
import type { Reporter } from "./reporter.ts";
import { lines, plural, yamlComment } from "./words.ts";

/** What to put into exeat.yaml, with what it rests on. */
export const calibrationYaml: Reporter<Calibration> = ({ cases, drills, factor, next, migrations }) => {
  const rests = [
    ...(cases > drills ? [plural(cases - drills, "migration")] : []),
    ...(drills > 0 ? [plural(drills, "drill")] : []),
  ];
  const times = amount(factor.likely);
  const output = lines([
    yamlComment(
      `Rests on ${rests.join(" and ")}. This organisation takes ${times === "1" ? "about" : `${times} times`} what the effort model says`,
    ),
    yamlComment(
      `(${amount(factor.low)} to ${amount(factor.high)}, P10 to P90). Put it into exeat.yaml; every assessment then says so.`,
    ),
    yamlComment("What was given is taken as stated: nothing of it is signed."),
    ...migrations.flatMap((m) => [
      yamlComment(`  ${m.name}: ${days(m.actual)} of ${days(m.estimated)} person-days, ${m.ratio} times`),
      ...(m.drill ? [yamlComment(`    ${drillSteps(m.drill)}`)] : []),
    ]),
    "calibration:",
    `  cases: ${cases}`,
    ...(drills > 0 ? [`  drills: ${drills}`] : []),
    `  median: ${next.median}`,
    `  sdLn: ${next.sdLn}`,
  ]);
  return { output, exitCode: 0 };
};

/** A drill is often less than a day. */
function days(n: number): string {
  return n < 1 ? String(Number(n.toPrecision(2))) : amount(n);
}

const WHY = {
  machine: "run by a program",
  waiting: "waiting",
  unfinished: "failed or skipped",
  unestimated: "without expected hours",
} as const;

function drillSteps({ counted, leftOut }: NonNullable<Calibration["migrations"][number]["drill"]>): string {
  const others = (Object.keys(WHY) as (keyof typeof WHY)[]).filter((why) => leftOut[why] > 0);
  const list = others.map((why) => `${leftOut[why]} ${WHY[why]}`).join(", ");
  return `a drill: ${plural(counted, "step")} by hand counted${list === "" ? "" : `; left out: ${list}`}`;
}
