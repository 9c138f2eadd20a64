import { type Diagnostic, type Place, placesOf } from "../constructs/diagnostic.ts";
import { NOTHING_READ } from "../importers/diagnostics.ts";
import { pathName } from "../report/words.ts";

/**
 * Of one code so many groups are shown, and of each so many places; the rest is counted. Errors stand for a result that is not there,
 * and are all needed to mend what is wrong at once.
 */
const MOST_OF_A_CODE = 5;
const MOST_ERRORS = 100;
const MOST_PLACES = 5;
const TONES: Readonly<Record<Diagnostic["severity"], number>> = { error: 31, warning: 33, info: 36 };
const ORDER: readonly Diagnostic["severity"][] = ["error", "warning", "info"];

/** A diagnostic, or one that is part of a result. */
export interface Shown extends Place {
  readonly severity: Diagnostic["severity"];
  readonly code: string;
  readonly summary: string;
  readonly detail: string;
  readonly also?: readonly Place[] | undefined;
}

/** What one component has to say under one code, and where else the very same is true. */
interface Said {
  readonly first: Shown;
  readonly details: readonly string[];
  readonly places: readonly string[];
  /** How many diagnostics that is. */
  readonly count: number;
}

/**
 * Diagnostics as a terminal shows them: `error[EX0123]: summary`, where, then what, why and what to do. What stands at one place is
 * said together, and what is true of several places is said once. Empty for none.
 */
export function diagnosticText(diagnostics: readonly Shown[], color: boolean): string {
  const each = diagnostics.flatMap(({ address, source, also, ...said }) =>
    placesOf({ address, source, also }).map((place) => ({ ...said, ...place })),
  );
  const sorted = each.sort(
    (a, b) =>
      ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
      // Causes first.
      Number(a.code === NOTHING_READ) - Number(b.code === NOTHING_READ),
  );
  const byCode = Map.groupBy(sorted, (d) => d.code);
  const lines = [...byCode].flatMap(([code, all]) => {
    const groups = together(all);
    const most = groups[0]?.first.severity === "error" ? MOST_ERRORS : MOST_OF_A_CODE;
    const rest = groups.slice(most).reduce((sum, group) => sum + group.count, 0);
    return [
      ...groups.slice(0, most).flatMap((group) => one(group, color)),
      ...(rest > 0 ? [`  … and ${rest} more ${code} (all of them: --format json)`] : []),
    ];
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function together(all: readonly Shown[]): readonly Said[] {
  const byPlace = Map.groupBy(all, (d) => JSON.stringify([d.severity, d.summary, where(d)]));
  const here = [...byPlace.values()].map((list) => ({ list, details: [...new Set(list.map((d) => d.detail))] }));
  const alike = Map.groupBy(here, ({ list: [first], details }) =>
    JSON.stringify([first?.severity, first?.summary, details]),
  );
  return [...alike.values()].flatMap((same): Said[] => {
    const list = same.flatMap((place) => place.list);
    const [first] = list;
    const details = same[0]?.details ?? [];
    return first ? [{ first, details, places: [...new Set(list.map(where))], count: list.length }] : [];
  });
}

function where({ address, source }: Shown): string {
  const place = source ? `${pathName(source.file)}${source.line === undefined ? "" : `:${source.line}`}` : undefined;
  return [place, address].filter((p) => p !== undefined).join(", ");
}

function one({ first: { severity, code, summary }, details, places }: Said, color: boolean): string[] {
  const head = `${severity}[${code}]`;
  const rest = places.length - MOST_PLACES;
  return [
    `${color ? `\u001b[${TONES[severity]}m${head}\u001b[0m` : head}: ${summary}`,
    ...places.slice(0, MOST_PLACES).flatMap((place) => (place === "" ? [] : [`  at ${place}`])),
    ...(rest > 0 ? [`  … and at ${rest} more places (all of them: --format json)`] : []),
    ...details.map((detail) => `  ${detail}`),
  ];
}
