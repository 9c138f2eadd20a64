import type { KindContext, Side } from "./kind-planner.ts";

/** Beginning of every script: stops at the first error, reads settings beside it, never a credential from a file in the plan. What the environment says comes before that file. */
export function scriptHead(title: string): string {
  return `#!/bin/sh
# ${oneLine(title)}
# Settings: env beside this script (see env.example), and before it the environment. Credentials: only from the environment.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ -f "$here/env" ]; then
  given=$(export -p)
  # shellcheck disable=SC1091
  . "$here/env"
  eval "$given"
fi
`;
}

/** Which side holds what counts: the target from the moment that its users were switched to it. */
type Truth = "source" | "target";

/**
 * Refuses to write over the side that counts. `switched.sh` writes the mark when users are switched; whoever brings them back takes it
 * away.
 */
export function writesOver(side: Truth): string {
  return side === "target"
    ? `if [ -e "$here/switched" ] && [ "\${OVERWRITE_TARGET:-}" != yes ]; then
  echo "refused: users work at the target since $(cat "$here/switched"), and this would replace what they wrote there. If they are back at the source, remove $here/switched; if what the target holds may be lost, set OVERWRITE_TARGET=yes." >&2
  exit 2
fi
`
    : `if [ ! -e "$here/switched" ] && [ "\${OVERWRITE_SOURCE:-}" != yes ]; then
  echo "refused: users still work at the source, and this would replace what they wrote there. If they were switched to the target, run $here/switched.sh; if what the source holds may be lost, set OVERWRITE_SOURCE=yes." >&2
  exit 2
fi
`;
}

/**
 * Defines `apart`, which refuses where both sides are one place: by what they are called and, since one server may have several names,
 * by what it says of itself. Place: words of the shell for one side. Questions: functions of the shell that are given `source` or
 * `target` and print what no other place has; where nothing is said the work goes on.
 */
export function apart(place: (side: "SOURCE" | "TARGET") => string, ...questions: readonly string[]): string {
  const said = `  for question in ${questions.join(" ")}; do
    said=$("$question" source 2>/dev/null) || continue
    if [ -n "$said" ] && [ "\${SIDES_APART:-}" != yes ] && [ "$("$question" target 2>/dev/null || :)" = "$said" ]; then
      echo "refused: $one and $other are the same place: both say that they are $said. $harm. If they are two, of which one was made from a copy of the other, set SIDES_APART=yes" >&2
      exit 2
    fi
  done
`;
  return `lower() { printf '%s' "$1" | tr '[:upper:]' '[:lower:]'; }
apart() {
  one=${place("SOURCE")}
  other=${place("TARGET")}
  harm='A copy would destroy what it carries, a comparison would prove nothing. Mend the settings of the side that is wrong'
  if [ "$one" = "$other" ]; then
    echo "refused: source and target are the same place, $one. $harm" >&2
    exit 2
  fi
${questions.length === 0 ? "" : said}}
`;
}

/** The script of the switch, by path. */
export function switchedScript({ slug, component }: Pick<KindContext, "slug" | "component">): Record<string, string> {
  return {
    [`scripts/${slug}/switched.sh`]: `${scriptHead(`${component.id}: users are about to write at the target; from now on no script replaces what it holds`)}[ -e "$here/switched" ] || date -u +%Y-%m-%dT%H:%M:%SZ > "$here/switched"
cat "$here/switched"
`,
  };
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
