/** Refuses where a listing in a file holds nothing: an empty bucket is far more often the wrong one than one that was emptied on purpose. */
export const emptyOf = (side: "source" | "target", file: string, undone: string) =>
  `if [ "\${ALLOW_EMPTY:-}" != yes ] && [ ! -s "$here/${file}" ]; then
  echo "${side} bucket $${side.toUpperCase()}_BUCKET holds no object: is it the right one? ${undone}. If it is meant to be empty, set ALLOW_EMPTY=yes" >&2
  exit 2
fi`;

const EQUAL = 'echo "equal: $SOURCE_ENDPOINT $SOURCE_BUCKET and $TARGET_ENDPOINT $TARGET_BUCKET:';

/**
 * `listed`: date, size and name of every object of a side, as its service says: whoever writes an object changes its date, and the
 * service alone sets it. `hashed`: SHA-256 of what is there, read. Sorted; the words after the file go to rclone.
 */
const ASKED = `export LC_ALL=C
bucket_of() { case $1 in source) echo "source:$SOURCE_BUCKET" ;; *) echo "target:$TARGET_BUCKET" ;; esac; }
# Not piped: the exit status of rclone must count.
listed() {
  TZ=UTC rclone lsf --recursive --files-only --fast-list --use-server-modtime --format tsp "$(bucket_of "$1")" > "$here/unsorted"
  sort "$here/unsorted" > "$here/$2"
  rm "$here/unsorted"
}
places() { printf '%s\\n' "$one" "$other"; }
hashed() {
  from=$(bucket_of "$1") to=$here/$2
  shift 2
  rclone hashsum sha256 --download --fast-list --checkers 32 "$@" "$from" > "$here/unsorted"
  sort "$here/unsorted" > "$to"
  rm "$here/unsorted"
}`;

/** Reads both sides whole. What it read, what was listed before and where that was is there for `proofOfChanges`. */
export const proof = `${ASKED}
rm -f "$here/proven.places"
for side in source target; do listed "$side" "$side.seen"; done
# Dates are to the second: what is written after it was read gets a later one than any that is listed here.
sleep 1
for side in source target; do hashed "$side" "$side.sha256"; done
places > "$here/proven.places"
${emptyOf("source", "source.sha256", "Nothing is proven")}
diff "$here/source.sha256" "$here/target.sha256"
${EQUAL} $(wc -l < "$here/source.sha256") objects"`;

/**
 * What is no longer as the last whole proof found it equal is read again; for the rest, whose bytes nobody can have changed since, name,
 * size and date are enough. An interruption would else last as long as reading both buckets does.
 */
export const proofOfChanges = `${ASKED}
# Without a whole proof of these two buckets nothing counts as proven, and all is read.
whole=no
if [ -e "$here/proven.places" ] && [ "$(cat "$here/proven.places")" = "$(places)" ]; then whole=yes; fi
for side in source target; do
  listed "$side" "$side.now"
  cut -d ';' -f 2- "$here/$side.now" | sort > "$here/$side.sizes"
done
${emptyOf("source", "source.now", "Nothing is proven")}
diff "$here/source.sizes" "$here/target.sizes" || { echo 'not the same objects with the same sizes on both sides (<: only at the source)' >&2; exit 1; }
rm "$here/source.sizes" "$here/target.sizes"
cut -d ';' -f 3- "$here/source.now" | sort > "$here/names"
: > "$here/same"
if [ "$whole" = yes ]; then
  for side in source target; do
    comm -12 "$here/$side.seen" "$here/$side.now" | cut -d ';' -f 3- | sort > "$here/$side.same"
  done
  # 64 digits, two blanks, the name.
  comm -12 "$here/source.sha256" "$here/target.sha256" | cut -c 67- | sort > "$here/proven"
  comm -12 "$here/source.same" "$here/target.same" | comm -12 - "$here/proven" > "$here/same"
  rm "$here/source.same" "$here/target.same" "$here/proven"
fi
comm -23 "$here/names" "$here/same" > "$here/changed"
rm "$here/names" "$here/same"
changed=$(wc -l < "$here/changed")
echo "to be read on both sides: $changed of $(wc -l < "$here/source.now") objects, which are not as verify.sh found them equal"
for side in source target; do
  : > "$here/$side.changed"
  [ "$changed" = 0 ] || hashed "$side" "$side.changed" --files-from-raw "$here/changed"
  if [ "$(wc -l < "$here/$side.changed")" != "$changed" ]; then
    echo "not all of them were found at the $side: see $here/changed. Does somebody still write there? See that nobody does, and run this again; if it says so once more, run verify.sh, which reads all" >&2
    exit 1
  fi
done
diff "$here/source.changed" "$here/target.changed"
${EQUAL} $(wc -l < "$here/source.now") objects by name and size, $changed of them read again, the others as verify.sh found them"`;
