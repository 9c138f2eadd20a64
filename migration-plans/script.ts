import type { Side } from "./kind-planner.ts";

/** Beginning of every script: stops at the first error, reads settings beside it, never a credential from a file in the plan. */
export function scriptHead(title: string): string {
  return `#!/bin/sh
# ${oneLine(title)}
# Settings: env beside this script (see env.example). Credentials: only from the environment.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck disable=SC1091
[ ! -f "$here/env" ] || . "$here/env"
`;
}

/** Refuses to start with a sentence when a variable is missing. */
export function needs(...names: readonly string[]): string {
  return names.map((name) => `: "\${${name}:?set ${name}; see env.example}"`).join("\n");
}

/**
 * `SOURCE_<as>` and `TARGET_<as>`, falling back to the variables the clouds' own tools read. Where both clouds read the same
 * variable, only the prefixed one counts: else one side would be given the other's credentials. `token` is what a key of
 * limited life has beside it, and falls back only together with the key, the first of `as`.
 */
export function credentials(source: Side, target: Side, as: readonly [string, ...string[]], token: string): string {
  const fallback = (native: string | undefined, other: readonly string[]) =>
    native === undefined || other.includes(native) ? "" : `\${${native}:-}`;
  const line = (prefix: string, own: readonly string[], other: readonly string[]) => [
    `[ -n "\${${prefix}_${as[0]}:-}" ] || : "\${${prefix}_${token}:=${fallback(own[as.length], other)}}"`,
    ...as.map((name, i) => `: "\${${prefix}_${name}:=${fallback(own[i], other)}}"`),
  ];
  const from = source.exit?.credentials ?? [];
  const to = target.exit?.credentials ?? [];
  return [...line("SOURCE", from, to), ...line("TARGET", to, from)].join("\n");
}

/** A value in single quotes, whatever it holds. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/** Text of a comment: nothing after a line break may become a command. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
