/** What an engine's scripts do, after their head and settings. */
export interface Bodies {
  /** Functions that ask either side, with TLS unless the environment says otherwise. */
  readonly clients: string;
  /** Functions that are asked what a side's server and database are, for `apart`; their names. */
  readonly identity: { readonly functions: string; readonly names: readonly string[] };
  /** `databases`: what of the source's server is left behind, named; returns 1 where something is. */
  readonly databases: string;
  /** Reads both sides, writes nothing; sets `bad` to 1 when the target would refuse what the source has. */
  readonly preflight: string;
  /** Prints how many tables and the like the target holds. */
  readonly held: string;
  /** Loads the source into the target; may be repeated. */
  readonly move: string;
  /** Fails when something differs, and names it; sets `equal` to what was compared. */
  readonly verify: string;
}

/** A folder of the script's own for the dump: what else lies beside it stays. `$work` is gone in the end, however that comes; while it holds `loading`, it is kept under another name. */
export const WORK_FOLDER = `: "\${DUMP_DIR:?set DUMP_DIR; see env.example}"
[ -d "$DUMP_DIR" ] || { echo "DUMP_DIR: there is no folder $DUMP_DIR" >&2; exit 2; }
work=$DUMP_DIR/exeat-$(basename "$here")
if [ -e "$work" ] && [ ! -e "$work/by-exeat" ] && ! rmdir "$work" 2>/dev/null; then
  echo "$work holds what this script did not make: move it away, or set another DUMP_DIR" >&2
  exit 2
fi
# A dump is as secret as its database: nothing of it stays, nor of a run that was interrupted. But from when the load takes away what it
# replaces until it has ended, the dump may hold what nothing else does: then it is kept, and no script removes it.
umask 077
clean() {
  if [ -e "$work/loading" ]; then
    kept=$work-kept-$(date -u +%Y%m%dT%H%M%SZ)-$$
    mv "$work" "$kept" || kept=$work
    echo "the load did not come to its end, and what it was to replace may be gone: the dump is kept at $kept, which only you may read. Mend what failed and run this again, with a new dump; remove the kept one when verify.sh finds no difference" >&2
    return
  fi
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' HUP INT TERM
clean
mkdir "$work"
: > "$work/by-exeat"`;

/** Said and done where the source holds no row. */
export const NOTHING = `echo "no table of $SOURCE_HOST:$SOURCE_PORT/$SOURCE_DATABASE holds a row: nothing is proven. Is it the right database? If it is meant to be empty, set ALLOW_EMPTY=yes" >&2; exit 2;`;

/** Said of a database that nobody moves. */
export const leftBehind = (what: string) =>
  `echo "database $name is on the same server, ${what}, and is not moved by this: run these scripts for it too (SOURCE_DATABASE=... TARGET_DATABASE=... before each); where it has a run of its own or stays behind, name it in LEAVE_BEHIND"`;

/** \`named\`: whether LEAVE_BEHIND has a name. */
export const NAMED = `named() { printf ' %s ' "\${LEAVE_BEHIND:-}" | grep -qF -e " $1 "; }`;
