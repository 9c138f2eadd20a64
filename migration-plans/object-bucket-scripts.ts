import { endpointOf, type KindContext } from "./kind-planner.ts";
import { emptyOf, proof, proofOfChanges } from "./object-bucket-proof.ts";
import { apart, credentials, needs, quoted, scriptHead, switchedScript, writesOver } from "./script.ts";

/**
 * The smallest limit on parts of one upload among the services seen, a tenth of the usual one (facts/mapping.md, component 6):
 * rclone then makes larger parts by itself.
 */
const MAX_PARTS = 1000;

/** Memory in use is transfers × 4 parts × chunk: 2 GiB here. */
const FLAGS = [
  "--metadata",
  "--fast-list",
  "--transfers 32",
  "--checkers 64",
  "--s3-chunk-size 16Mi",
  `--s3-max-upload-parts ${MAX_PARTS}`,
  // Neither bucket is made or re-made by the copy: code owns both.
  "--s3-no-check-bucket",
  "--retries 5",
  "--low-level-retries 20",
  "--stats 30s",
  "--stats-one-line",
].join(" \\\n  ");
/** Sums where both sides have them: an object that is there is not copied twice, though a later copy may have to come by time. */
const COPY_FLAGS = `--checksum \\\n  ${FLAGS}`;
/** Said where a copy must miss nothing. */
const BY_TIME =
  "# By size and time, not by sums: an object uploaded in parts has none, and would be skipped when its size is the same.";

/** Refuses to begin where there is nothing to copy. */
const something = (
  side: "source" | "target",
) => `rclone lsf "${side}:$${side.toUpperCase()}_BUCKET" > "$here/${side}.top"
${emptyOf(side, `${side}.top`, "Nothing was copied or removed")}
rm "$here/${side}.top"`;

/** Counted before anything is copied: rclone's own limit (https://rclone.org/docs/#max-delete-n, read 2026-11-28) removes as many as it allows, and then stops. */
const REMOVED = `for side in source target; do
  case $side in source) bucket=$SOURCE_BUCKET ;; *) bucket=$TARGET_BUCKET ;; esac
  rclone lsf --recursive --files-only --fast-list "$side:$bucket" > "$here/$side.unsorted"
  LC_ALL=C sort "$here/$side.unsorted" > "$here/$side.names"
  rm "$here/$side.unsorted"
done
LC_ALL=C comm -13 "$here/source.names" "$here/target.names" > "$here/removed.names"
rm "$here/source.names" "$here/target.names"
removed=$(wc -l < "$here/removed.names")
if [ "$removed" -gt "\${MAX_DELETE:-100}" ]; then
  echo "$removed objects of the target bucket $TARGET_BUCKET are not in the source bucket $SOURCE_BUCKET, and would be removed, such as:" >&2
  head -n 10 "$here/removed.names" >&2
  echo "Nothing was copied or removed. All are named in $here/removed.names. If TARGET_BUCKET is the right bucket and they may go, set MAX_DELETE=$removed and run this again" >&2
  exit 2
fi`;

const SETTINGS = ["BUCKET", "REGION", "ENDPOINT", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY"];

/** Settings of one side for rclone, which reads them from the environment. */
const remote = (side: string) => {
  const is = (option: string, value: string) => `export RCLONE_CONFIG_${side}_${option}="${value}"`;
  const ifSet = (name: string) => `[ -z "\${${side}_${name}:-}" ] || ${is(name, `$${side}_${name}`)}`;
  const given = ["ENDPOINT", "REGION", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY"].map((n) => is(n, `$${side}_${n}`));
  return [
    is("TYPE", "s3"),
    is("PROVIDER", `\${${side}_PROVIDER:-Other}`),
    ...given,
    ...["SESSION_TOKEN", "SERVER_SIDE_ENCRYPTION"].map(ifSet),
  ].join("\n");
};

/** A service has one address, written in several ways. It does not say which bucket is which. */
const APART = `bare() { lower "$1" | sed -e 's|^[a-z]*://||' -e 's|/*$||' -e 's|:443$||'; }
${apart((side) => `$(bare "$${side}_ENDPOINT")/$${side}_BUCKET`)}apart
`;

/** A script of one bucket: both sides are known to rclone. */
function written({ source, target, component }: KindContext, title: string, body: string, guard = ""): string {
  return `${scriptHead(`${component.id}: ${title}`)}${credentials(source, target, ["ACCESS_KEY_ID", "SECRET_ACCESS_KEY"], "SESSION_TOKEN")}
${needs(...["SOURCE", "TARGET"].flatMap((side) => SETTINGS.map((s) => `${side}_${s}`)))}
# Only what stands here: no remote of the same name in a file of the person who runs it.
export RCLONE_CONFIG=/notfound
${["SOURCE", "TARGET"].map(remote).join("\n")}

${guard}${body}
`;
}

/** Scripts of one bucket, by path. They need rclone 1.62 or later, awk, sort and diff. */
export function bucketScripts(context: KindContext): Record<string, string> {
  const { slug, source, target, component } = context;
  const script = (title: string, body: string, guard = "") => written(context, title, body, `${guard}${APART}`);
  const name = component.props["name"];
  const setting = (variable: string, value: string) => `${variable}=${quoted(value)}`;
  const bucket = typeof name === "string" ? name : "";
  return {
    [`scripts/${slug}/env.example`]: `# Copy to "env" beside this file and fill in. No credential belongs here: export
# SOURCE_ACCESS_KEY_ID, SOURCE_SECRET_ACCESS_KEY, TARGET_ACCESS_KEY_ID and TARGET_SECRET_ACCESS_KEY, and where a key of limited life
# has a token beside it, SOURCE_SESSION_TOKEN or TARGET_SESSION_TOKEN.
${setting("SOURCE_BUCKET", bucket)}
${setting("SOURCE_REGION", source.region)}
${setting("SOURCE_ENDPOINT", endpointOf(source, bucket))}
${setting("TARGET_BUCKET", bucket)}
${setting("TARGET_REGION", target.region.toLowerCase())}
${setting("TARGET_ENDPOINT", endpointOf(target, bucket))}
# What the header x-amz-server-side-encryption of an object says, where that is not AES256: sums are not compared then.
SOURCE_SERVER_SIDE_ENCRYPTION=''
TARGET_SERVER_SIDE_ENCRYPTION=''
# Only where objects are archived: Standard or Bulk (slower, cheaper), and how many days what is restored stays readable: until the last
# verify.sh at least. Each of these days is paid for.
RESTORE_PRIORITY='Bulk'
RESTORE_DAYS='60'
# A last copy that would remove more objects than so many at the target says which, and does nothing.
MAX_DELETE=100
# Only for copy-versions.sh: a bucket that keeps older versions under names that carry their date.
TARGET_HISTORY_BUCKET=''
`,
    [`scripts/${slug}/copy.sh`]: script(
      "bulk copy while the source is in use; may be repeated",
      `${something("source")}
rclone copy ${COPY_FLAGS} \\\n  "source:$SOURCE_BUCKET" "target:$TARGET_BUCKET"`,
      writesOver("target"),
    ),
    [`scripts/${slug}/delta.sh`]: script(
      "last copy in the freeze; objects removed at the source are removed at the target",
      `${BY_TIME}
${something("source")}
${REMOVED}
rclone sync --max-delete "\${MAX_DELETE:-100}" ${FLAGS} \\\n  "source:$SOURCE_BUCKET" "target:$TARGET_BUCKET"`,
      writesOver("target"),
    ),
    [`scripts/${slug}/copy-versions.sh`]: script(
      "older versions, under names that carry their date; they get new version ids",
      `: "\${TARGET_HISTORY_BUCKET:?set TARGET_HISTORY_BUCKET; see env.example}"
for side in "$one" "$other"; do
  if [ "$(bare "$TARGET_ENDPOINT")/$TARGET_HISTORY_BUCKET" = "$side" ]; then
    echo "refused: TARGET_HISTORY_BUCKET is $side, where users work: name a bucket that holds nothing else" >&2
    exit 2
  fi
done
echo "progress: $here/versions.log"
: > "$here/versions.log"
# Versions of one object that were written in the same second have the same name: rclone takes one and only mentions the others.
rclone copy ${COPY_FLAGS} \\\n  --s3-versions --log-file "$here/versions.log" "source:$SOURCE_BUCKET" "target:$TARGET_HISTORY_BUCKET" || {
  cat "$here/versions.log" >&2
  exit 1
}
if grep 'Duplicate object found' "$here/versions.log" >&2; then
  echo 'versions of the same second: of each of these only one was copied; copy the others by hand or accept their loss' >&2
  exit 1
fi`,
    ),
    [`scripts/${slug}/compare-listing.sh`]: script(
      "every object of the source is at the target with its size; reads no content",
      `# An empty folder is an object whose name ends in a slash: rclone lists it as a folder, and copies folders only with what is in them.
rclone lsf --recursive --fast-list "source:$SOURCE_BUCKET" > "$here/source.listing"
${emptyOf("source", "source.listing", "Nothing was compared")}
echo 'empty folders, which are not copied:'
awk '/\\/$/ { folders[$0]; next }
{ while (match($0, /\\/[^\\/]*$/)) { $0 = substr($0, 1, RSTART - 1); if (($0 "/") in used) break; used[$0 "/"] } }
END { for (folder in folders) if (!(folder in used)) print "  " folder }' "$here/source.listing" | LC_ALL=C sort
rm "$here/source.listing"
rclone check --one-way --size-only --fast-list "source:$SOURCE_BUCKET" "target:$TARGET_BUCKET"`,
    ),
    [`scripts/${slug}/verify.sh`]: script(
      "proof by SHA-256 of both contents; never by ETag, which depends on the size of parts",
      proof,
    ),
    [`scripts/${slug}/verify-changed.sh`]: script(
      "proof in the freeze: by SHA-256 of what is not as verify.sh found it, by name and size of all",
      proofOfChanges,
    ),
    [`scripts/${slug}/reverse.sh`]: script(
      "the way back: objects written at the target are copied to the source; removes nothing there",
      `${BY_TIME}
${something("target")}
rclone copy ${FLAGS} \\\n  "target:$TARGET_BUCKET" "source:$SOURCE_BUCKET"`,
      writesOver("source"),
    ),
    ...switchedScript(context),
  };
}

/**
 * Scripts that make archived objects readable, by path. They need rclone 1.65 or later (https://rclone.org/s3/#restore, read
 * 2026-11-28). What is in no archive, or is being restored already, is no error.
 */
export function restoreScripts(context: KindContext): Record<string, string> {
  const { slug } = context;
  return {
    [`scripts/${slug}/restore.sh`]: written(
      context,
      "ask for all archived objects of the source; ends before they can be read",
      `rclone backend restore "source:$SOURCE_BUCKET" -o priority="\${RESTORE_PRIORITY:-Bulk}" -o lifetime="\${RESTORE_DAYS:-60}" > "$here/restore.json"
if grep '"Status":' "$here/restore.json" | grep -v -e '"OK"' -e 'Not GLACIER' -e RestoreAlreadyInProgress | sort | uniq -c | grep . >&2; then
  echo "not all could be asked for: see $here/restore.json, and run this again" >&2
  exit 1
fi`,
    ),
    [`scripts/${slug}/restored.sh`]: written(
      context,
      "fails while archived objects of the source cannot be read",
      `rclone backend restore-status "source:$SOURCE_BUCKET" > "$here/restored.json"
archived=$(grep -c '"StorageClass":' "$here/restored.json" || :)
readable=$(grep -c '"IsRestoreInProgress": false' "$here/restored.json" || :)
echo "$readable of $archived archived objects can be read"
[ "$readable" = "$archived" ] || exit 1`,
    ),
  };
}
