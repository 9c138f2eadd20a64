import type { Carriage } from "./files-moved.ts";
import { type KindContext, script } from "./kind-planner.ts";
import { apart, needs, quoted, scriptHead } from "./script.ts";

const LEFT = ["System Volume Information", "$RECYCLE.BIN", "pagefile.sys", "swapfile.sys"];

/**
 * Files of Windows go by hand, with what every machine has: robocopy, which ends below 8 where nothing failed (learn.microsoft.com,
 * robocopy, 2026-11-27). A script compares them where both sides are mounted.
 */
export function byRobocopy(context: KindContext): Carriage {
  return {
    copy: {
      manual:
        "Run robocopy at the machine that receives, through the VPN: /MIR /COPYALL /B /XJ /R:1 /W:1, for each drive that holds data, without what the system keeps there for itself. Databases and directories go with tools of their own.",
    },
    copied: "robocopy ends with a code below 8 and its log counts no failed file; keep the time it took.",
    prove: script(context, "verify"),
    still: "Get-ChildItem -Recurse -File | Where-Object LastWriteTime -gt (Get-Date).AddMinutes(-5)",
    reverse: { manual: "Run robocopy at the source with the same options, from the target." },
    back: "run robocopy the other way round",
    mark: { first: "", back: "" },
    files: verifyScript(context),
  };
}

function verifyScript({ slug, component }: KindContext): Record<string, string> {
  const left = LEFT.map((name) => `! -path ${quoted(`./${name}`)} ! -path ${quoted(`./${name}/*`)}`).join(" ");
  return {
    [`scripts/${slug}/env.example`]: `# Copy to "env" beside this file and fill in: where the machine that runs the script has mounted the drive of each side
# (mount -t cifs -o ro).
SOURCE_PATH=''
TARGET_PATH=''
`,
    [`scripts/${slug}/verify.sh`]: `${scriptHead(`${component.id}: SHA-256 of every file on both sides, as they are mounted here`)}${needs("SOURCE_PATH", "TARGET_PATH")}

folder() { case $1 in source) stat -L -c %d:%i "$SOURCE_PATH" ;; *) stat -L -c %d:%i "$TARGET_PATH" ;; esac; }
${apart((side) => `$${side}_PATH`, "folder")}apart
sums() {
  cd "$1"
  # Not piped: a folder that cannot be read must not look like one that is not there.
  find . -xdev -type f ${left} -print0 > "$here/found"
  LC_ALL=C sort -z "$here/found" | xargs -0 -r sha256sum
}
(sums "$SOURCE_PATH") > "$here/source.sha256"
(sums "$TARGET_PATH") > "$here/target.sha256"
rm "$here/found"
if [ "\${ALLOW_EMPTY:-}" != yes ] && [ ! -s "$here/source.sha256" ]; then
  echo "there is no file at $SOURCE_PATH: nothing is proven. Is the drive mounted? If it is meant to be empty, set ALLOW_EMPTY=yes" >&2
  exit 2
fi
diff "$here/source.sha256" "$here/target.sha256" && echo "equal: $SOURCE_PATH and $TARGET_PATH"
`,
  };
}
