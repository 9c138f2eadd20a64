import type { AdoptionResult } from "../assessment/adoption-result.ts";
import { called, json, type Reporter } from "./reporter.ts";
import { code, incomplete, lines, md, paint, pathNames, plural, table, top } from "./words.ts";

const text: Reporter<AdoptionResult> = (result, { color }) => {
  const p = paint(color);
  const count = (of: "holes" | "imports") => result.components.reduce((sum, c) => sum + c[of], 0);
  return {
    output: lines([
      ...incomplete(result).map(p.red),
      `${p.bold("Adopted")} ${pathNames(result.source)} from ${result.source.cloud}: ${plural(result.components.length, "component")}${result.file === undefined ? "" : ` in ${result.file}`}`,
      `  ${plural(count("imports"), "resource")} can be imported by id, ${plural(count("holes"), "value")} not known, ${plural(result.carried.length, "setting")} kept as overrides of ${result.source.cloud}`,
      ...(result.left.length === 0
        ? []
        : ["", p.bold(`Not carried (${result.left.length}): code for ${result.source.cloud} differs here`)]),
      ...top(result.left, 12, (l) => `  ${l.address} ${l.path}: ${l.why}`, "setting"),
      ...(result.outside.length === 0 ? [] : ["", p.bold("Outside: these stay with the code that manages them today")]),
      ...top(result.outside, 12, (o) => `  ${o.count} × ${o.type}`, "type"),
    ]),
    exitCode: 0,
  };
};

const markdown: Reporter<AdoptionResult> = (result, options) => ({
  output: lines([
    ...incomplete(result).flatMap((l) => [`**${l}**`, ""]),
    `# Adopted from ${md(called(result.source.cloud, options))}`,
    "",
    ...table(
      ["component", "was", "kind", "values not known", "importable"],
      result.components.map((c) => [code(c.id), code(c.from), c.kind, String(c.holes), String(c.imports)]),
    ),
    ...(result.left.length === 0 ? [] : ["## Not carried", ""]),
    ...table(
      ["leaf", "why"],
      result.left.map((l) => [code(`${l.address} ${l.path}`), md(l.why)]),
    ),
    ...(result.outside.length === 0 ? [] : ["## Outside", ""]),
    ...table(
      ["type", "count"],
      result.outside.map((o) => [code(o.type), String(o.count)]),
    ),
  ]),
  exitCode: 0,
});

export const adoptionReporters = { text, json: json as Reporter<AdoptionResult>, markdown };
