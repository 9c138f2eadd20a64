import type { Carriage } from "./files-moved.ts";
import { type KindContext, marked, script } from "./kind-planner.ts";
import { apart, needs, quoted, scriptHead, switchedScript, writesOver } from "./script.ts";

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
const MOUNTED = "${MOUNTED:-}";

/** Fails where the folder is not there, or is not the mount point that it has to be. */
const FOLDER = `[ -d "$1" ] || { echo "$1 is no folder" >&2; exit 2; }
if [ "$2" = yes ] && ! mountpoint -q "$1"; then
  echo "nothing is mounted at $1: mount the volume there (mount -a after a restart), and run this again; where it is meant to be an ordinary folder, set MOUNTED=" >&2
  exit 2
fi`;

/**
 * Copies from the first side to the second, run on the second: files go straight from one machine to the other. A side whose volume is
 * not mounted looks like one where all was removed: neither is taken for it.
 */
const copyFrom = (
  from: "SOURCE" | "TARGET",
  to: "SOURCE" | "TARGET",
) => `${on(from, `$${from}_PATH`, MOUNTED, "${ALLOW_EMPTY:-}")} <<'REMOTE'
set -eu
${FOLDER}
if [ "$3" != yes ] && [ -z "$(find "$1" -mindepth 1 ! -name lost+found | head -n 1)" ]; then
  echo "$1 is empty at the side that sends: is its volume mounted? Nothing was copied or removed. Mount it and run this again; if it is meant to be empty, set ALLOW_EMPTY=yes" >&2
  exit 2
fi
REMOTE
${on(to, `$${to}_PATH`, MOUNTED, `$${from}_USER@$${from}_HOST`, `$${from}_PATH`, EXCLUDED, "${MAX_DELETE:-100}")} <<'REMOTE'
set -eu
${FOLDER}
left_out=$(mktemp)
planned=$(mktemp)
trap 'rm -f "$left_out" "$planned"' EXIT
cat > "$left_out" <<LIST
$5
LIST
# The login of this machine must be let in at the other one; nothing is written there.
status=0
${RSYNC} --dry-run --itemize-changes --exclude-from="$left_out" "$3:$4/" "$1/" < /dev/null > "$planned" || status=$?
# 24: files were removed while they were read.
[ "$status" = 0 ] || [ "$status" = 24 ] || exit "$status"
removed=$(grep -c '^\\*deleting ' "$planned" || :)
if [ "$removed" -gt "$6" ]; then
  echo "$removed files and folders of $1 are not at the side that sends, and would be removed, such as:" >&2
  grep '^\\*deleting ' "$planned" | head -n 10 >&2
  echo "Nothing was copied or removed. If they may go, set MAX_DELETE=$removed and run this again" >&2
  exit 2
fi
status=0
${RSYNC} --max-delete="$6" --exclude-from="$left_out" "$3:$4/" "$1/" < /dev/null || status=$?
[ "$status" = 0 ] || [ "$status" = 24 ] || exit "$status"
REMOTE`;

/** Lists every file with its sum, then all there is with its kind, mode, owner by number and what a link leads to. */
const listed = (side: "SOURCE" | "TARGET", file: string) =>
  `${on(side, `$${side}_PATH`, MOUNTED, EXCLUDED)} > "$here/${file}" <<'REMOTE'
set -eu
${FOLDER}
cd "$1"
excluded=$3
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
find . -xdev "$@" -printf '%y %m %U:%G %p -> %l\\0' > "$found"
LC_ALL=C sort -z "$found" | tr '\\n\\0' '?\\n'
REMOTE`;

/** Two names of one machine lead to the same folder of the same running system; a machine made from an image of another runs by itself. */
const FOLDER_ID = `folder() {
  case $1 in
  source) ${on("SOURCE", "$SOURCE_PATH")} ;;
  *) ${on("TARGET", "$TARGET_PATH")} ;;
  esac <<'REMOTE'
stat -L -c 'folder %d:%i of a system started as' "$1" && cat /proc/sys/kernel/random/boot_id
REMOTE
}`;

/** What the scripts carry. */
interface Folder {
  readonly path: string;
  /** What belongs to the machine and not to its work: one pattern a line. */
  readonly exclude?: string;
  /** Whether a volume is mounted there. */
  readonly mounted?: boolean;
}

/** Scripts that carry the files below a folder from one machine to another, by path. They need ssh, and rsync on both machines. */
export function byScripts(context: KindContext, folder: Folder): Carriage {
  return {
    copy: script(context, "copy"),
    copied: "The script ends without an error; keep the time it took.",
    prove: script(context, "verify"),
    still: `\`find "$SOURCE_PATH" -xdev -newermt '-5 minutes'\` with SOURCE_PATH as in \`scripts/${context.slug}/env\``,
    reverse: script(context, "reverse"),
    back: `run \`sh scripts/${context.slug}/reverse.sh\``,
    mark: marked(context),
    files: { ...fileScripts(context, folder), ...switchedScript(context) },
  };
}

function fileScripts(
  { slug, component }: KindContext,
  { path, exclude = "", mounted = false }: Folder,
): Record<string, string> {
  const place = (side: string) => `$(lower "$${side}_HOST"):$${side}_PATH`;
  const written = (title: string, body: string, guard = "") =>
    `${scriptHead(`${component.id}: ${title}`)}${needs(...SETTINGS)}\n\n${guard}${QUOTE}\n${FOLDER_ID}\n${apart(place, "folder")}apart\n${body}\n`;
  return {
    [`scripts/${slug}/env.example`]: `# Copy to "env" beside this file and fill in. No credential belongs here: ssh asks its agent.
SOURCE_HOST=''
SOURCE_USER='root'
SOURCE_PATH=${quoted(path)}
TARGET_HOST=''
TARGET_USER='root'
TARGET_PATH=${quoted(path)}
# Below the path, one pattern a line: what belongs to the machine and not to its work.
EXCLUDE=${quoted(exclude)}
# yes: on both sides a volume is mounted at the path. A script that does not find it there refuses: after a restart nothing may be mounted.
MOUNTED=${quoted(mounted ? "yes" : "")}
# A copy that would remove more files and folders than so many says which, and does nothing.
MAX_DELETE=100
`,
    [`scripts/${slug}/copy.sh`]: written(
      "copy the files while the source is in use; may be repeated",
      copyFrom("SOURCE", "TARGET"),
      writesOver("target"),
    ),
    [`scripts/${slug}/verify.sh`]: written(
      "SHA-256 of every file on both sides; mode, owner and kind of all there is, and what links lead to",
      `${listed("SOURCE", "source.files")}
${listed("TARGET", "target.files")}
[ "\${ALLOW_EMPTY:-}" = yes ] || [ -n "$(head -n 2 "$here/source.files" | sed 1d)" ] || { echo "there is no file at $SOURCE_PATH: nothing is proven" >&2; exit 2; }
diff "$here/source.files" "$here/target.files" && echo "equal: $SOURCE_HOST:$SOURCE_PATH and $TARGET_HOST:$TARGET_PATH: content, kinds, modes, owners and links; access lists, attributes and times are not compared"`,
    ),
    [`scripts/${slug}/reverse.sh`]: written(
      "the way back: what changed at the target, to the source; its files there are replaced",
      copyFrom("TARGET", "SOURCE"),
      writesOver("source"),
    ),
  };
}
