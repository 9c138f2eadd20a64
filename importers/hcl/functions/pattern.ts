import { type Matcher, RE2JS } from "re2js";
import { EvaluationError, mapOf, type Value } from "../value.ts";

/** Patterns are RE2's to the engines, and matched in time in proportion to the text: docs/adr/0014-libraries.md. */
interface Pattern {
  readonly of: RE2JS;
  readonly names: readonly string[];
}

const patterns = new Map<string, Pattern>();

function pattern(source: string): Pattern {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  const of = compiled(source);
  const names = Object.keys(of.namedGroups());
  // The engines take groups with names or without, not both.
  if (names.length > 0 && names.length < of.groupCount()) throw refused(source);
  const made = { of, names };
  patterns.set(source, made);
  return made;
}

function compiled(source: string): RE2JS {
  try {
    return RE2JS.compile(source);
  } catch {
    throw refused(source);
  }
}

function refused(source: string): EvaluationError {
  return new EvaluationError(`the pattern ${JSON.stringify(source)} is not valid`);
}

/** Every match, in order. An empty one right behind another is none to the engines. */
function* found({ of }: Pattern, text: string): Generator<Matcher> {
  const matcher = of.matcher(text);
  for (let end = -1; matcher.find(); end = matcher.end()) {
    if (matcher.start() !== end || matcher.end() !== end) yield matcher;
  }
}

/** Named groups give a map, other groups a list, none the match itself; of at most so many matches. */
export function matches(source: string, text: string, most = Number.POSITIVE_INFINITY): Value[] {
  const wanted = pattern(source);
  return found(wanted, text)
    .take(most)
    .map((match) => matched(match, wanted))
    .toArray();
}

function matched(match: Matcher, { of, names }: Pattern): Value {
  if (names.length > 0) return mapOf(names.map((name) => [name, match.group(name)]));
  const count = of.groupCount();
  return count === 0 ? match.group() : Array.from({ length: count }, (_, i) => match.group(i + 1));
}

/** `$1` and `${name}` stand for groups, `$0` for the whole match, `$$` for a dollar; a group that there is not is nothing. */
export function replaced(source: string, text: string, by: string): string {
  const wanted = pattern(source);
  let made = "";
  let end = 0;
  for (const match of found(wanted, text)) {
    made += text.slice(end, match.start());
    made += by.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (all, braced?: string, bare?: string) => {
      const name = braced ?? bare;
      return name === undefined ? all.slice(1) : groupOf(match, name, wanted);
    });
    end = match.end();
  }
  return made + text.slice(end);
}

function groupOf(match: Matcher, name: string, { of, names }: Pattern): string {
  if (/^\d+$/.test(name)) return Number(name) <= of.groupCount() ? (match.group(Number(name)) ?? "") : "";
  return names.includes(name) ? (match.group(name) ?? "") : "";
}
