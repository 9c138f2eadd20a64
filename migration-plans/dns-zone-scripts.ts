import type { KindContext } from "./kind-planner.ts";
import { apart, needs, quoted, scriptHead } from "./script.ts";

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

${apart((side) => `$(lower "$${side}_SERVER")`)}apart
${asked("source", "$SOURCE_SERVER")}${asked("target", "$TARGET_SERVER")}diff "$here/source.answers" "$here/target.answers"
# What neither side answers is equal, and yet no proof.
if grep -E '^[^ ]+ [^ ]+ $' "$here/target.answers" >&2; then
  echo 'nobody answers these, though the code has them: are both servers name servers of the zone?' >&2
  exit 1
fi
echo "equal: $(wc -l < "$here/target.answers") answers of $ZONE at $SOURCE_SERVER and $TARGET_SERVER"
if ! diff "$here/source.lifetimes" "$here/target.lifetimes" > "$here/lifetimes.diff"; then
  echo 'lifetimes (TTL, at the end of each line) differ; no failure, but see that they are meant to:'
  cat "$here/lifetimes.diff"
fi
`,
        }),
  };
}

/**
 * Writes what one server answers to every name, and beside it for how long. dig ends well though a server refuses or fails: its status
 * is looked at. A part of the zone that others answer for is named in the authority section.
 */
function asked(side: string, server: string): string {
  return `: > "$here/${side}.unsorted"
while read -r name type; do
  [ -n "$name" ] || continue
  case $name in @) full=$ZONE ;; '*') full=exeat-any.$ZONE ;; *) full=$name.$ZONE ;; esac
  # A failed question must not look like an empty answer.
  dig +noall +comments +answer +authority +norecurse "@${server}" "$full" "$type" > "$here/${side}.reply" < /dev/null
  status=$(sed -n 's/^;;.* status: \\([A-Z]*\\),.*/\\1/p' "$here/${side}.reply")
  case $status in
  NOERROR | NXDOMAIN) ;;
  *) echo "${server} does not answer for $full $type: \${status:-no status}. Is it a name server of $ZONE, and does it let this machine ask?" >&2; exit 1 ;;
  esac
  awk -v asked="$name $type" -v type="$type" '
    /^;; ANSWER/ { part = 1 }
    /^;; AUTHORITY/ { part = 2 }
    /^;/ || NF < 5 { next }
    part == 2 && (type != "NS" || $4 != "NS" || found) { next }
    { if (part == 1) found = 1; ttl = $2; sub(/^[^ \\t]+[ \\t]+[0-9]+[ \\t]+[A-Z]+[ \\t]+[A-Z0-9]+[ \\t]+/, ""); print asked " " $0 "\\t" ttl; any = 1 }
    END { if (!any) print asked " \\t" }' "$here/${side}.reply" >> "$here/${side}.unsorted"
done < "$here/names.txt"
LC_ALL=C sort "$here/${side}.unsorted" > "$here/${side}.lifetimes"
cut -f 1 "$here/${side}.lifetimes" > "$here/${side}.answers"
rm "$here/${side}.unsorted" "$here/${side}.reply"
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
