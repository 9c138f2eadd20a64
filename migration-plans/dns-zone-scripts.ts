import type { KindContext } from "./kind-planner.ts";
import { needs, quoted, scriptHead } from "./script.ts";

/** Scripts of one zone, by path. They need dig, sort and diff. A source that does not answer is not asked. */
export function zoneScripts({ slug, component, silent }: KindContext): Record<string, string> {
  const zone = component.props["name"];
  const names = questions(component.props).map(([name, type]) => `${name} ${type}`);
  return {
    [`scripts/${slug}/env.example`]: `# Copy to "env" beside this file and fill in. No credential is needed.
ZONE=${quoted(typeof zone === "string" ? zone : "")}
${
  silent
    ? "# One name server of the target, as its zone gives it."
    : `# One name server of each side, as their zones give them.
SOURCE_SERVER=''`
}
TARGET_SERVER=''
`,
    [`scripts/${slug}/names.txt`]: `${names.join("\n")}\n`,
    ...(silent
      ? {
          [`scripts/${slug}/ask.sh`]: `${scriptHead(`${component.id}: every name of names.txt, asked of the target`)}${needs("ZONE", "TARGET_SERVER")}

${asked("target", "$TARGET_SERVER")}# A name that nobody answers is a failure; what the others answer is to be held against the code.
! grep -E '^[^ ]+ [^ ]+ $' "$here/target.answers"
`,
        }
      : {
          [`scripts/${slug}/compare.sh`]: `${scriptHead(`${component.id}: every name of names.txt, asked of both sides`)}${needs("ZONE", "SOURCE_SERVER", "TARGET_SERVER")}

${asked("source", "$SOURCE_SERVER")}${asked("target", "$TARGET_SERVER")}diff "$here/source.answers" "$here/target.answers"
`,
        }),
  };
}

/** Writes what one server answers to every name. */
function asked(side: string, server: string): string {
  return `: > "$here/${side}.unsorted"
while read -r name type; do
  [ -n "$name" ] || continue
  case $name in @) full=$ZONE ;; '*') full=exeat-any.$ZONE ;; *) full=$name.$ZONE ;; esac
  # A failed question must not look like an empty answer.
  answer=$(dig +short +norecurse "@${server}" "$full" "$type")
  printf '%s\\n' "$answer" | sed "s|^|$name $type |" >> "$here/${side}.unsorted"
done < "$here/names.txt"
LC_ALL=C sort "$here/${side}.unsorted" > "$here/${side}.answers"
rm "$here/${side}.unsorted"
`;
}

/** What to ask for: every name of the zone with its type. An alias is asked for its addresses. */
function questions(props: Readonly<Record<string, unknown>>): readonly (readonly [name: string, type: string])[] {
  const of = (prop: string) =>
    Array.isArray(props[prop]) ? (props[prop] as readonly { name: string; type?: string; ipv6?: boolean }[]) : [];
  const asked = [
    ...[...of("records"), ...of("routed")].map(({ name, type = "A" }) => `${name} ${type}`),
    ...of("aliases").flatMap(({ name, ipv6 }) => [`${name} A`, ...(ipv6 ? [`${name} AAAA`] : [])]),
  ];
  return [...new Set(asked)].sort().map((question) => question.split(" ") as [string, string]);
}
