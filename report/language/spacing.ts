/** French sets a space before `:`, `;`, `?`, `!` and inside « » at which no line may break; people write an ordinary one. */
export function spaced(text: string): string {
  return text.replace(/ (?=[:;?!»](?:\s|$|[.,)]))|(?<=«) /g, "\u00a0");
}

/** French drops a vowel before one: `de Scaleway`, `d’OVHcloud`. Addresses are code, and nobody reads them aloud. */
export function elided(text: string, next = ""): string {
  return /^[AEIOU]\p{L}/u.test(next) ? text.replace(/\b(d|qu)e $/i, "$1’") : text;
}

/** `de` before a noun with its article: `du contrat`, `d’une valeur`. */
export function de(noun: string): string {
  return `de ${noun}`
    .replace(/^de les /, "des ")
    .replace(/^de le /, "du ")
    .replace(/^de (?=une? )/, "d’");
}

/** A table of words with that space in each of its texts, those that it makes of numbers and names included. */
export function spacedWords<T>(words: T): T {
  const set = (value: unknown): unknown => {
    if (typeof value === "string") return spaced(value);
    if (typeof value === "function") return (...given: unknown[]) => set(value(...given));
    if (Array.isArray(value)) return value.map(set);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, set(inner)]));
  };
  return set(words) as T;
}
