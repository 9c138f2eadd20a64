import { compareLocations, compareText } from "../constructs/diagnostic.ts";
import { list } from "../constructs/list.ts";
import { oneLine } from "../constructs/one-line.ts";
import { type Native, nativeId } from "../providers/native.ts";
import type { FoundComponent } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import type { Finding } from "./change.ts";
import { translationOf } from "./component-charges.ts";
import { lossResults, substituteOf } from "./fit.ts";

type Found = Omit<Finding, "state">;

/** Ends the name of what may be lost: where that becomes certain, it is another finding. */
const POSSIBLE = " (possible)";

/** What stands in the way out of an estate, one entry per thing a person could accept; by fingerprint. */
export function findingsOf(input: AssessInput): Map<string, Found> {
  const all = [
    ...input.survey.components.flatMap((c) => [...lossesOf(c, input), ...propHolesOf(c)]),
    ...typesOf(input),
    ...holesOf(input),
  ];
  const named = all.map(({ possible = false, ...finding }): Found => {
    const [fingerprint = "", ...worse] = fingerprintsOf(finding, input.target.id, possible);
    return { fingerprint, ...(worse.length > 0 ? { worse } : {}), ...finding };
  });
  return new Map(named.sort(byPlace).map((f) => [f.fingerprint, f]));
}

/** Neither line nor file: words that a person can read in a baseline. Its own first, then those of the same thing where it is worse. */
function fingerprintsOf({ rule, subject, path }: Nameless, target: string, possible: boolean): string[] {
  const named = (as: Finding["rule"]) => [target, as, subject, ...(path === "" ? [] : [path])].join(" ");
  const certain = rule === "loss" ? [named("loss"), named("blocking-loss")] : [named(rule)];
  return possible ? [`${named(rule)}${POSSIBLE}`, ...certain] : certain;
}

/** Whether one side has it, or the same thing where it is worse. */
export function isAmong(found: ReadonlyMap<string, unknown>, { fingerprint, worse = [] }: Found): boolean {
  return [fingerprint, ...worse].some((name) => found.has(name));
}

function byPlace(a: Found, b: Found): number {
  return compareLocations(a.at, b.at) || compareText(a.fingerprint, b.fingerprint);
}

/** `possible`: it is not certain. Default: it is. */
type Nameless = Omit<Found, "fingerprint" | "worse"> & { readonly possible?: boolean };

function lossesOf(component: FoundComponent, input: AssessInput): Nameless[] {
  const translation = translationOf(input, component.id);
  const common = { subject: component.id, addresses: [component.id], at: component.at };
  if (translation.unsupported) {
    const substitute = substituteOf(translation);
    return [
      {
        ...common,
        rule: "blocking-loss",
        level: "error",
        path: "",
        message: `${input.target.title} has no ${component.kind}: ${translation.unsupported.why}`,
        ...(substitute === undefined ? {} : { instead: substitute }),
      },
    ];
  }
  return lossResults(translation).map((loss) => ({
    ...common,
    ...ruleOf(loss),
    possible: loss.verdict !== "lost",
    path: loss.path,
    message:
      loss.verdict === "lost"
        ? `${loss.path} is lost. ${loss.why}`
        : `${loss.path} may be lost: a value that decides it is not known. ${loss.why}`,
    instead: loss.instead,
  }));
}

/** What may be lost, for a value that nobody knows, is no error: it is looked for by `new-loss`, and its value by `new-hole`. */
function ruleOf({ severity, verdict }: ReturnType<typeof lossResults>[number]): Pick<Found, "rule" | "level"> {
  if (severity === "cosmetic") return { rule: "loss", level: "note" };
  return severity === "blocks" && verdict === "lost"
    ? { rule: "blocking-loss", level: "error" }
    : { rule: "loss", level: "warning" };
}

function propHolesOf({ id, holes }: FoundComponent): Nameless[] {
  return holes.map(({ path, expression, at }) => ({
    rule: "hole",
    level: "note",
    subject: id,
    addresses: [id],
    path,
    message: `${path} is not known: ${oneLine(expression)}`,
    at,
  }));
}

/** One per type: the first resource brings it into the estate, those after it are counted. */
function typesOf({ survey, source, target }: AssessInput): Nameless[] {
  const places = (natives: readonly Native[]) => {
    const sorted = [...natives].sort((a, b) => compareLocations(a.at, b.at) || compareText(nativeId(a), nativeId(b)));
    const [first] = sorted;
    if (!first) throw new Error("a type without resources");
    const named = list(
      sorted.map((n) => n.address),
      1,
    );
    return { at: first.at, addresses: sorted.map(nativeId), named };
  };
  const isSame = source.id === target.id;
  const foreign = survey.foreign.map(({ type, natives }): Nameless => {
    const { named, ...rest } = places(natives);
    const known = source.foreign[type];
    return {
      ...rest,
      rule: "foreign-type",
      level: "warning",
      subject: type,
      path: "",
      message: isSame
        ? `${named}: ${known?.what ?? type} has no neutral kind and is made again by hand in another region.`
        : `${named}: ${known?.what ?? type} has no neutral kind and is replaced by hand.`,
      instead: isSame
        ? "The same service, in another region."
        : (known?.instead[target.id] ?? "No substitute is on record for this target."),
    };
  });
  // Of one type some may be of a kind nobody can tell, and others of none.
  const unknown = [...Map.groupBy(survey.unknown, (u) => u.type)].map(([type, entries]): Nameless => {
    const ambiguous = entries.every((e) => e.ambiguous);
    const { named, ...rest } = places(entries.flatMap((e) => e.natives));
    return {
      ...rest,
      rule: "unknown-type",
      level: "warning",
      subject: type,
      path: "",
      message: ambiguous
        ? `${named}: which kind it is depends on a value nobody knows.`
        : `${named}: nobody described this type, so what it costs to leave is not known.`,
    };
  });
  return [...foreign, ...unknown];
}

function holesOf({ survey }: AssessInput): Nameless[] {
  return survey.holes.map(({ root, address, path, kind, expression, at, remedy }) => ({
    rule: "hole",
    level: kind === "module" || kind === "template" ? "warning" : "note",
    subject: `${root}:${address}`,
    addresses: [`${root}:${address}`],
    path,
    message:
      kind === "module"
        ? `${address} is not here (${expression}): what it makes is not known.`
        : kind === "template"
          ? `What ${address} makes was not read: ${expression}.`
          : expression === address
            ? `${address} has no value.`
            : `${[address, path].filter(Boolean).join(" ")} is not known: ${expression}`,
    ...(remedy === undefined ? {} : { instead: remedy }),
    at,
  }));
}
