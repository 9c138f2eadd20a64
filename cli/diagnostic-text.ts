import type { Diagnostic } from "../constructs/diagnostic.ts";

/** Of one code, so many are shown; the rest is counted. */
const MOST_OF_A_CODE = 5;
const TONES: Readonly<Record<Diagnostic["severity"], number>> = { error: 31, warning: 33, info: 36 };
const ORDER: readonly Diagnostic["severity"][] = ["error", "warning", "info"];

/** A diagnostic, or one that is part of a result. */
export interface Shown {
  readonly severity: Diagnostic["severity"];
  readonly code: string;
  readonly summary: string;
  readonly detail: string;
  readonly address?: string | undefined;
  readonly source?: { readonly file: string; readonly line?: number | undefined } | undefined;
}

/** Diagnostics as a terminal shows them: `error[EX0123]: summary`, where, then what, why and what to do. Empty for none. */
export function diagnosticText(diagnostics: readonly Shown[], color: boolean): string {
  const sorted = [...diagnostics].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const byCode = Map.groupBy(sorted, (d) => d.code);
  const lines = [...byCode].flatMap(([code, all]) => {
    const rest = all.length - MOST_OF_A_CODE;
    return [
      ...all.slice(0, MOST_OF_A_CODE).flatMap((d) => one(d, color)),
      ...(rest > 0 ? [`  … and ${rest} more ${code} (all of them: --format json)`] : []),
    ];
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function one({ severity, code, summary, detail, address, source }: Shown, color: boolean): string[] {
  const head = `${severity}[${code}]`;
  const place = source ? `${source.file}${source.line === undefined ? "" : `:${source.line}`}` : undefined;
  const where = [place, address].filter((p) => p !== undefined).join(", ");
  return [
    `${color ? `\u001b[${TONES[severity]}m${head}\u001b[0m` : head}: ${summary}`,
    ...(where === "" ? [] : [`  at ${where}`]),
    `  ${detail}`,
  ];
}
