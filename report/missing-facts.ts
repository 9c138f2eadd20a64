import type { MissingFacts } from "../assessment/missing-facts.ts";
import { amount } from "../constructs/amount.ts";
import type { Reporter } from "./reporter.ts";
import { lines, pathNames, plural, yamlComment } from "./words.ts";

type Fact = MissingFacts["facts"][number];

/** A file to fill in: every fact on a line of its own, empty, with what it asks and what is assumed meanwhile. */
export const missingFactsYaml: Reporter<MissingFacts> = ({ complete, source, target, facts }) => {
  const measured = facts.filter((f) => f.widens && f.widens.effort + f.widens.time > 0);
  const output = lines([
    ...(complete ? [] : ["# complete: false. Something could not be read: what it holds is not asked for."]),
    yamlComment(
      `What code cannot know of ${pathNames(source)}. An empty line states nothing. Sorted by how much each missing fact`,
    ),
    yamlComment(`widens the range from P10 to P80 of leaving ${source.cloud} for ${target}.`),
    ...(isOfMany(facts)
      ? ["# A component's name may hold * for any characters: what is stated there is stated of all it fits."]
      : []),
    ...(measured.length === 0 ? [] : ["#", "# These widen it most:"]),
    ...measured.slice(0, 10).map((f) => yamlComment(`  ${f.path.map(key).join(".")}: ${widening(f)}`)),
    "",
    ...tree(
      facts.map((fact) => ({ path: fact.path, fact })),
      "",
    ),
  ]);
  return { output, exitCode: 0 };
};

function isOfMany(facts: readonly Fact[]): boolean {
  return new Set(facts.flatMap(({ path: [top, name] }) => (top === "components" ? [name] : []))).size > 1;
}

interface Branch {
  readonly path: readonly string[];
  readonly fact: Fact;
}

/** Siblings in the order in which the first of them comes. */
function tree(branches: readonly Branch[], indent: string): string[] {
  const groups = Map.groupBy(branches, (b) => b.path[0] ?? "");
  return [...groups].flatMap(([name, list]) => {
    const [first] = list;
    if (first && first.path.length === 1) return [leaf(name, first.fact, indent)];
    const below = list.map(({ path, fact }) => ({ path: path.slice(1), fact }));
    return [`${indent}${key(name)}:`, ...tree(below, `${indent}  `)];
  });
}

function leaf(name: string, fact: Fact, indent: string): string {
  const line = `${indent}${key(name)}:`;
  return `${line.padEnd(28)} ${yamlComment(`${fact.asks}; assumed: ${readable(fact.assumed)}; ${widening(fact)}`)}`;
}

function widening({ widens }: Fact): string {
  if (widens === null) return "widens less than the others";
  const parts = [
    ...(widens.effort > 0 ? [plural(widens.effort, "person-day")] : []),
    ...(widens.time > 0 ? [plural(widens.time, "calendar day")] : []),
  ];
  return parts.length === 0 ? "widens nothing by itself" : `widens by ${parts.join(" and ")}`;
}

/** Numbers of ten thousand and more with their thousands apart. */
function readable(assumed: string): string {
  return assumed.replace(/\d{5,}/g, (digits) => amount(Number(digits)));
}

/** In quotes wherever YAML could read something else, in double ones where a line would end or a cursor move. */
function key(name: string): string {
  if (name.search(STEERS) >= 0) return JSON.stringify(name).replaceAll(STEERS, escaped);
  return /^[A-Za-z][\w-]*(\.[\w-]+)*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

const STEERS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
