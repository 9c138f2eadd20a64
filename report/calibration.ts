import type { Calibration } from "../assessment/calibration.ts";
import type { Reporter } from "./reporter.ts";
import { amount, lines, plural } from "./words.ts";

/** What to put into exeat.yaml, with what it rests on. */
export const calibrationYaml: Reporter<Calibration> = ({ cases, factor, next, migrations }) => {
  const output = lines([
    `# Rests on ${plural(cases, "migration")}. This organisation takes ${amount(factor.likely)} times what the effort model says`,
    `# (${amount(factor.low)} to ${amount(factor.high)}, P10 to P90). Put it into exeat.yaml; every assessment then says so.`,
    ...migrations.map(
      (m) => `#   ${m.name}: ${amount(m.actual)} of ${amount(m.estimated)} person-days, ${m.ratio} times`,
    ),
    "calibration:",
    `  cases: ${cases}`,
    `  median: ${next.median}`,
    `  sdLn: ${next.sdLn}`,
  ]);
  return { output, exitCode: 0 };
};
