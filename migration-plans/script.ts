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
 * variable, only the prefixed one counts: else one side would be given the other's credentials.
 */
export function credentials(source: Side, target: Side, as: readonly string[]): string {
  const line = (prefix: string, own: readonly string[], other: readonly string[]) =>
    as.map((name, i) => {
      const native = own[i];
      const fallback = native === undefined || other.includes(native) ? "" : `\${${native}:-}`;
      return `: "\${${prefix}_${name}:=${fallback}}"`;
    });
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
