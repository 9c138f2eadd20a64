import type { Held, Support } from "../assessment/support.ts";
import type { Reporter } from "./reporter.ts";
import { lines, paint, sourceText, table } from "./words.ts";

type KindSupport = Support["kinds"][number];

const WORDS: Readonly<Record<Held["verdict"], string>> = {
  held: "held",
  nearest: "nearest offered",
  condition: "with a condition",
  lost: "lost",
  absent: "not there",
};

export const supportText: Reporter<Support> = (result, { color }) => {
  const p = paint(color);
  const output = lines(
    result.kinds.flatMap((kind) => [
      `${p.bold(kind.title)} (${kind.kind})`,
      ...kind.unsupported.map((u) => `  ${u.cloud}: not there. ${u.why}`),
      ...kind.props.flatMap(({ prop, clouds }) => [
        `  ${prop}: ${clouds.map((c) => `${c.cloud} ${WORDS[c.verdict]}`).join(", ")}`,
        ...clouds.flatMap((c) => c.losses.map((l) => `      ${c.cloud}: ${l.path}: ${l.why} ${l.instead}`)),
      ]),
      ...kind.catalogues.map((c) => `  offered by ${c.cloud}, ${c.name}: ${valuesOf(c.values)}`),
      "",
    ]),
  );
  return { output, exitCode: 0 };
};

export const supportMarkdown: Reporter<Support> = (result) => ({
  output: lines(["# What each cloud holds", "", supportTables(result)]),
  exitCode: 0,
});

/** One table per kind; why, what instead and the source of what is not held, below it. */
export function supportTables(result: Support): string {
  const titles = new Map(result.clouds.map((c) => [c.id, c.title]));
  return result.kinds.map((kind) => kindTable(kind, titles)).join("\n\n");
}

function kindTable(kind: KindSupport, titles: ReadonlyMap<string, string>): string {
  const notes: string[] = [];
  const cell = (held: Held) => {
    const marks = held.losses.map((l) => {
      const note = `${l.why} ${l.instead} Source: ${sourceText(l.citation.source)}, ${l.citation.date}.`;
      if (!notes.includes(note)) notes.push(note);
      return notes.indexOf(note) + 1;
    });
    const promised = held.promises.length === 0 ? "" : "; promised";
    return `${WORDS[held.verdict]}${promised} ${[...new Set(marks)].map((n) => `(${n})`).join(" ")}`.trim();
  };
  const rows = kind.props.map(({ prop, clouds }) => [`\`${prop}\``, ...clouds.map(cell)]);
  const title = (cloud: string) => titles.get(cloud) ?? cloud;
  return [
    `## ${kind.title} (\`${kind.kind}\`)`,
    "",
    ...table(["property", ...titles.values()], rows),
    ...notes.map((note, i) => `${i + 1}. ${note}`),
    ...(notes.length > 0 ? [""] : []),
    ...kind.unsupported.map((u) => `- ${title(u.cloud)} has no such kind: ${u.why}`),
    ...kind.catalogues.map((c) => `- ${title(c.cloud)}, ${c.name}: ${valuesOf(c.values)}`),
  ]
    .join("\n")
    .trim();
}

/** All values of a short catalogue; of a long one how many, the first and the last. */
function valuesOf(values: readonly unknown[]): string {
  const said = values.map((v) => (typeof v === "string" ? v : JSON.stringify(v)));
  return said.length <= 8 ? said.join(", ") : `${said.length} values, ${said[0]} … ${said.at(-1)}`;
}
