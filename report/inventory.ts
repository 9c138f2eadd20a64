import type { Inventory } from "../assessment/inventory.ts";
import { oneLine } from "../constructs/one-line.ts";
import { called, type Reporter } from "./reporter.ts";
import { code, diagnosticLines, incomplete, lines, md, paint, pathNames, place, plural, table, top } from "./words.ts";

export const inventoryText: Reporter<Inventory> = (inventory, { color }) => {
  const p = paint(color);
  const { counts, source } = inventory;
  const kinds = Map.groupBy(inventory.components, (c) => c.kind);
  const shared = sharedBySeveral(inventory);
  const output = lines([
    ...incomplete(inventory).map(p.red),
    `${p.bold("Inventory")} of ${pathNames(source)} (${source.kind || "nothing of a known form"}), seen as ${source.cloud}`,
    "",
    `${plural(counts.natives, "resource")} = ${sumOf(inventory)}`,
    `besides: ${plural(counts.dataSources, "data source")}, ${plural(counts.holes, "hole")} of the estate, ${plural(inventory.empty.length, "empty block")} (no instance)`,
    ...section(
      p.bold(`Components (${inventory.components.length})`),
      [...kinds].flatMap(([kind, list]) =>
        top(
          list,
          8,
          (c) =>
            `  ${kind}  ${c.id}  ${p.dim(place(c.at))}${c.holes.length ? p.yellow(`  ${plural(c.holes.length, "unknown value")}`) : ""}`,
          kind,
        ),
      ),
    ),
    ...section(
      p.bold(`Used by several components (${shared.length})`),
      top(shared, 8, (s) => `  ${s.address}  ${p.dim(place(s.at))}  ${usersOf(s)}`, "resource"),
    ),
    ...section(
      p.bold("Foreign types"),
      top(inventory.foreign, 12, (f) => `  ${f.count} × ${f.type}: ${f.what}`, "type"),
    ),
    ...section(
      p.bold("Types nobody described"),
      top(
        inventory.unknown.filter((u) => !u.ambiguous),
        8,
        (u) => `  ${p.yellow(`${u.count} × ${u.type}`)}`,
        "type",
      ),
    ),
    ...section(
      p.bold("Of a kind that depends on a value nobody knows"),
      top(
        inventory.unknown.filter((u) => u.ambiguous),
        8,
        (u) => `  ${p.yellow(`${u.count} × ${u.type}`)}`,
        "type",
      ),
    ),
    ...section(
      p.bold("Elsewhere (no exit effort)"),
      inventory.elsewhere.map((e) => `  ${e.provider}: ${e.count}`),
    ),
    ...section(
      p.bold(`Holes (${inventory.holes.length})`),
      top(
        inventory.holes,
        8,
        (h) =>
          `  ${h.address}${h.path && `.${h.path}`} = ${oneLine(h.expression)}  ${p.dim(place(h.at))}${h.remedy ? `\n    ${h.remedy}` : ""}`,
        "hole",
      ),
    ),
    ...section(
      p.bold(`Configured and not read (${inventory.residue.length})`),
      top(inventory.residue, 5, (r) => `  ${r.address} ${r.path}`, "leaf"),
    ),
    ...diagnosticLines(inventory.diagnostics, p),
  ]);
  return { output, exitCode: 0 };
};

export const inventoryMarkdown: Reporter<Inventory> = (inventory, options) => {
  const { counts, source } = inventory;
  const output = lines([
    ...incomplete(inventory).flatMap((l) => [`**${l}**`, ""]),
    `# Inventory of ${md(pathNames(source))}`,
    "",
    `Seen as ${md(called(source.cloud, options))}. ${plural(counts.natives, "resource")} = ${sumOf(inventory)}; besides ${plural(counts.dataSources, "data source")} and ${plural(counts.holes, "hole")} of the estate.`,
    "",
    "## Components",
    "",
    ...table(
      ["kind", "component", "where", "resources", "unknown values"],
      inventory.components.map((c) => [
        c.kind,
        code(c.id),
        md(place(c.at)),
        String(c.natives.length),
        c.holes.map((h) => code(h.path)).join(", "),
      ]),
    ),
    "## Used by several components",
    "",
    ...table(
      ["resource", "where", "read by"],
      sharedBySeveral(inventory).map((s) => [code(s.address), md(place(s.at)), s.components.map(code).join(", ")]),
    ),
    "## Foreign and unknown types",
    "",
    ...table(
      ["type", "count", "what it is"],
      [
        ...inventory.foreign.map((f) => [code(f.type), String(f.count), md(f.what)]),
        ...inventory.unknown.map((u) => [
          code(u.type),
          String(u.count),
          u.ambiguous ? "depends on a value nobody knows" : "**unknown**: nobody described it",
        ]),
        ...inventory.elsewhere.map((e) => [md(e.provider), String(e.count), "elsewhere: no exit effort"]),
      ],
    ),
    "## Holes",
    "",
    ...table(
      ["what", "expression", "where", "what would settle it"],
      inventory.holes.map((h) => [
        code(`${h.address}${h.path && `.${h.path}`}`),
        code(oneLine(h.expression)),
        md(place(h.at)),
        md(h.remedy ?? ""),
      ]),
    ),
  ]);
  return { output, exitCode: 0 };
};

function sharedBySeveral({ shared }: Inventory): Inventory["shared"] {
  return shared.filter(({ components }) => components.length > 1);
}

function usersOf({ components }: Inventory["shared"][number]): string {
  return components.length > 3 ? `${components.length} components` : components.join(", ");
}

function sumOf({ counts }: Inventory): string {
  const { recognised, foreign, elsewhere, unknown, unreadable } = counts;
  return `${recognised} recognised + ${foreign} foreign + ${elsewhere} elsewhere + ${unknown} of unknown type + ${unreadable} unreadable`;
}

function section(title: string, body: readonly string[]): string[] {
  return body.length === 0 ? [] : ["", title, ...body];
}
