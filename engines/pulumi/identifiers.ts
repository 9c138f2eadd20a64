import type { Native } from "../../providers/native.ts";

/** Gives out names of a module: valid, unique, the same for the same questions in the same order. */
export class Identifiers {
  private readonly taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken);
  }

  /** The first free one of the candidates, else the last with a number. */
  take(...candidates: readonly [string, ...string[]]): string {
    const free = candidates.find((name) => !this.taken.has(name));
    const last = candidates.at(-1) ?? candidates[0];
    let name = free ?? last;
    for (let i = 2; this.taken.has(name); i++) name = `${last}${i}`;
    this.taken.add(name);
    return name;
  }
}

/** `shop_invoices` → `shopInvoices`. */
export function identifier(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words
    .map((word, i) => word.charAt(0)[i === 0 ? "toLowerCase" : "toUpperCase"]() + word.slice(1))
    .join("");
  return joined === "" ? "value" : /^\d/.test(joined) ? `_${joined}` : joined;
}

/**
 * What each native is called in the program: its name where it is the only one of that name, else with what tells its type from
 * the others' (`invoices` the bucket, `invoicesLifecycle` its rules). By address.
 */
export function resourceIdentifiers(natives: readonly Native[], identifiers: Identifiers): ReadonlyMap<string, string> {
  // Versions of an interface are nobody's name.
  const wordsOf = (type: string) => type.split("_").filter((word) => !/^v\d+$/.test(word));
  const groups = Map.groupBy(natives, ({ name }) => identifier(name));
  return new Map(
    natives.map((native) => {
      const name = identifier(native.name);
      const types = (groups.get(name) ?? []).map(({ type }) => wordsOf(type));
      const common = Math.min(...types.map((words) => commonLength(words, types)));
      const words = wordsOf(native.type);
      const own = words.slice(common);
      // The last two words of a type say what it is; the ones before, whose.
      const candidates = [own.slice(-2), own, words.slice(-1), words].map((tail) =>
        identifier([name, ...tail].join("_")),
      );
      return [native.address, identifiers.take(...(candidates as [string, ...string[]]))];
    }),
  );
}

/** How many words at the start all types share; one type shares all of them with itself. */
function commonLength(words: readonly string[], types: readonly (readonly string[])[]): number {
  const differs = words.findIndex((word, i) => types.some((other) => other[i] !== word));
  return differs === -1 ? words.length : differs;
}

/** Keywords, names that a module of Node has already, and names that mean something in every program. */
export const RESERVED: readonly string[] = `
  abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default delete
  do else enum eval export extends false finally for from function get global globalThis if implements import in infer instanceof
  interface is keyof let module namespace never new null number object of package private protected public readonly require return
  set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield
  exports process console config pulumi`
  .trim()
  .split(/\s+/);
