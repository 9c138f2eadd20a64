/** The name somebody probably meant: at most a third of its letters differ, case aside. Undefined when none is that near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    // Of two letters none may differ: every short name is near every other.
    const allowed = candidate.length < 3 ? 0 : Math.floor(candidate.length / 3);
    const distance = edits(name.toLowerCase(), candidate.toLowerCase(), allowed);
    if (distance <= allowed && distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Insertions, deletions and replacements from one text to the other (Levenshtein); beyond `enough` any larger number. */
export function edits(a: string, b: string, enough: number): number {
  if (Math.abs(a.length - b.length) > enough) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** `a, b or c`, in backquotes. */
export function oneOf(values: readonly unknown[]): string {
  const quoted = values.map((value) => `\`${String(value)}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

/** The end of a message about a name that does not exist: what was probably meant, else everything there is. */
export function meant(name: string, known: readonly string[], what: string): string {
  const near = nearest(name, known);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  return known.length === 0 ? `There are no ${what}.` : `Known ${what}: ${oneOf(known)}.`;
}
