import type { Carriage } from "./files-moved.ts";
import { type KindContext, script } from "./kind-planner.ts";
import { needs, quoted, scriptHead } from "./script.ts";

const SETTINGS = ["SOURCE_HOST", "SOURCE_USER", "SOURCE_PATH", "TARGET_HOST", "TARGET_USER", "TARGET_PATH"] as const;

/** Owners by number, hard links, access lists and attributes; files that vanish in between are no error while the source is in use. */
const RSYNC =
  "rsync --archive --hard-links --acls --xattrs --numeric-ids --sparse --one-file-system --delete --partial --protect-args";

/** ssh joins its words by blanks, and the shell there reads them again: each is quoted for that shell, the empty one too. */
const QUOTE = String.raw`quoted() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }`;

/** Runs what follows on a machine of one side, with words as its arguments. */
const on = (side: "SOURCE" | "TARGET", ...words: readonly string[]) =>
  `ssh -o BatchMode=yes "$${side}_USER@$${side}_HOST" sh -s -- ${words.map((word) => `"$(quoted "${word}")"`).join(" ")}`;

const EXCLUDED = "${EXCLUDE:-}";

/** Copies from the first side to the second, run on the second: files go straight from one machine to the other. */
const copyFrom = (
  from: "SOURCE" | "TARGET",
  to: "SOURCE" | "TARGET",
) => `${on(to, `$${from}_USER@$${from}_HOST`, `$${from}_PATH`, `$${to}_PATH`, EXCLUDED)} <<'REMOTE'
set -eu
test -d "$3"
# The login of this machine must be let in at the other one; nothing is written there.
status=0
${RSYNC} --exclude-from=- "$1:$2/" "$3/" <<LIST || status=$?
$4
LIST
# 24: files were removed while they were read.
[ "$status" = 0 ] || [ "$status" = 24 ] || exit "$status"
REMOTE`;

const sums = (side: "SOURCE" | "TARGET", file: string) =>
  `${on(side, `$${side}_PATH`, EXCLUDED)} > "$here/${file}" <<'REMOTE'
set -eu
cd "$1"
excluded=$2
set --
while IFS= read -r pattern; do
  case $pattern in
  '') ;;
  */*) set -- "$@" -path "./\${pattern#/}" -prune -o ;;
  *) set -- "$@" -name "$pattern" -prune -o ;;
  esac
done <<LIST
$excluded
LIST
# Not piped: a folder that cannot be read must not look like one that is not there.
found=$(mktemp)
trap 'rm -f "$found"' EXIT
find . -xdev "$@" -type f -print0 > "$found"
LC_ALL=C sort -z "$found" | xargs -0 -r sha256sum
REMOTE`;

/** Scripts that carry the files below a folder from one machine to another, by path. They need ssh, and rsync on both machines. */
export function byScripts(context: KindContext, folder: string, exclude = ""): Carriage {
  return {
    copy: script(context, "copy"),
    copied: "The script ends without an error; keep the time it took.",
    prove: script(context, "verify"),
    still: "find -xdev -newermt '-5 minutes'",
    reverse: script(context, "reverse"),
    back: `run \`sh scripts/${context.slug}/reverse.sh\``,
    files: fileScripts(context, folder, exclude),
  };
}

function fileScripts({ slug, component }: KindContext, folder: string, exclude = ""): Record<string, string> {
  const written = (title: string, body: string) =>
    `${scriptHead(`${component.id}: ${title}`)}${needs(...SETTINGS)}\n\n${QUOTE}\n${body}\n`;
  return {
    [`scripts/${slug}/env.example`]: `# Copy to "env" beside this file and fill in. No credential belongs here: ssh asks its agent.
SOURCE_HOST=''
SOURCE_USER='root'
SOURCE_PATH=${quoted(folder)}
TARGET_HOST=''
TARGET_USER='root'
TARGET_PATH=${quoted(folder)}
# Below the path, one pattern a line: what belongs to the machine and not to its work.
EXCLUDE=${quoted(exclude)}
`,
    [`scripts/${slug}/copy.sh`]: written(
      "copy the files while the source is in use; may be repeated",
      copyFrom("SOURCE", "TARGET"),
    ),
    [`scripts/${slug}/verify.sh`]: written(
      "SHA-256 of every file on both sides",
      `${sums("SOURCE", "source.sha256")}
${sums("TARGET", "target.sha256")}
diff "$here/source.sha256" "$here/target.sha256" && echo 'both sides are equal'`,
    ),
    [`scripts/${slug}/reverse.sh`]: written(
      "the way back: what changed at the target, to the source; its files there are replaced",
      copyFrom("TARGET", "SOURCE"),
    ),
  };
}
