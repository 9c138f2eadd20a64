import { EvaluationError, NotComputed } from "../value.ts";
import { CLASSES, CONTROL, changed, codeOf, type Flags, javaScriptGroup, literal, SHORT } from "./pattern-spelling.ts";

/** A pattern of the engines as JavaScript matches it. */
export interface Pattern {
  readonly regex: RegExp;
  /** Named groups give a map, others a list; both together are refused. */
  readonly groups: "named" | "numbered" | "none";
}

const patterns = new Map<string, Pattern>();

/**
 * The pattern in RE2's syntax (https://github.com/google/re2/wiki/Syntax, 2026-11-28), to be used with `g`. Throws EvaluationError for what
 * the engines refuse, and NotComputed for what they take and JavaScript cannot match.
 */
export function pattern(source: string): Pattern {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  const { body, names, numbered } = new Translation(source).whole();
  let regex: RegExp;
  try {
    regex = new RegExp(body, "gv");
  } catch {
    throw new NotComputed(`the pattern ${JSON.stringify(source)}`);
  }
  if (names.size > 0 && numbered) throw refused(source);
  const made: Pattern = { regex, groups: names.size > 0 ? "named" : numbered ? "numbered" : "none" };
  patterns.set(source, made);
  return made;
}

function refused(source: string): EvaluationError {
  return new EvaluationError(`the pattern ${JSON.stringify(source)} is not valid`);
}

const QUANTIFIER = /[*+?]|\{(\d+)(?:(,)(\d*))?\}/y;
const MOST_REPEATS = 1000;

/** A group that is open. */
interface Open {
  readonly outside: Flags;
  /** As it opened; what is set further in opens one more group in JavaScript, which `inner` spells. */
  readonly inside: Flags;
  inner?: string;
}

class Translation {
  readonly names = new Set<string>();
  numbered = false;
  private readonly source: string;
  private at = 0;
  private body = "";
  private flags: Flags = { i: false, m: false, s: false, U: false };
  private readonly groups: Open[] = [{ outside: this.flags, inside: this.flags }];
  /** What a quantifier may stand after: something, and no quantifier. */
  private before: "nothing" | "something" | "quantifier" = "nothing";

  constructor(source: string) {
    this.source = source;
  }

  whole(): { readonly body: string; readonly names: ReadonlySet<string>; readonly numbered: boolean } {
    while (this.at < this.source.length) this.step();
    if (this.groups.length > 1) throw this.refused();
    return { body: this.body + this.endOfFlags(), names: this.names, numbered: this.numbered };
  }

  private refused(): EvaluationError {
    return refused(this.source);
  }

  private match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at;
    const match = sticky.exec(this.source);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  private put(text: string): void {
    this.body += text;
    this.before = "something";
  }

  private step(): void {
    const quantifier = this.match(QUANTIFIER);
    if (quantifier !== null) {
      this.repeat(quantifier);
      return;
    }
    const [, quoted] = this.match(/\\Q([\s\S]*?)(?:\\E|$)/y) ?? [];
    if (quoted !== undefined) {
      for (const character of quoted) this.put(literal(character));
      return;
    }
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    if (character === "(") {
      this.open();
      return;
    }
    if (character === "\\") {
      this.put(this.escape() ?? this.anchor());
      return;
    }
    if (character === "[") {
      this.put(this.characterClass());
      return;
    }
    this.at += character.length;
    switch (character) {
      case ")":
        this.close();
        break;
      case "|": {
        const { inner } = this.groups.at(-1)!;
        this.body += inner === undefined ? "|" : `)|${inner}`;
        this.before = "nothing";
        break;
      }
      case ".":
        this.put(this.flags.s ? "[\\s\\S]" : "[^\\n]");
        break;
      case "^":
      case "$":
        // JavaScript repeats no anchor by itself.
        this.put(`(?:${character})`);
        break;
      default:
        this.put(literal(character));
    }
  }

  private repeat([text, least, several, most]: RegExpExecArray): void {
    if (this.before !== "something") throw this.refused();
    const [from, to] = [Number(least ?? 0), Number(most || least || 0)];
    if (from > MOST_REPEATS || to > MOST_REPEATS || (several !== undefined && most && to < from)) throw this.refused();
    const isLazy = (this.match(/\?/y) !== null) !== this.flags.U;
    this.body += text + (isLazy ? "?" : "");
    this.before = "quantifier";
  }

  private open(): void {
    const [, name, on, off, end] = this.match(/\((?:\?(?:P?<(\w+)>|([imsU]*)(?:-([imsU]+))?([:)])))?/y) ?? [];
    // A look around, or flags that there are not.
    if (end === undefined && name === undefined && this.source[this.at] === "?") throw this.refused();
    if (end === ")") {
      this.set(changed(this.flags, on, off));
      return;
    }
    const outside = this.flags;
    this.flags = changed(outside, on, off);
    this.groups.push({ outside, inside: this.flags });
    this.body += end === ":" ? javaScriptGroup(outside, this.flags) : this.capture(name);
    this.before = "nothing";
  }

  private capture(name: string | undefined): string {
    if (name === undefined) this.numbered = true;
    else if (this.names.has(name)) throw this.refused();
    else this.names.add(name);
    return name === undefined ? "(" : `(?<${name}>`;
  }

  /** Flags from here to the end of the group. */
  private set(flags: Flags): void {
    const group = this.groups.at(-1)!;
    this.body += this.endOfFlags();
    group.inner = javaScriptGroup(group.inside, flags);
    this.body += group.inner;
    this.flags = flags;
  }

  private endOfFlags(): string {
    return this.groups.at(-1)?.inner === undefined ? "" : ")";
  }

  private close(): void {
    const end = this.endOfFlags();
    const group = this.groups.pop();
    if (group === undefined || this.groups.length === 0) throw this.refused();
    this.flags = group.outside;
    this.put(`${end})`);
  }

  private anchor(): string {
    const [text] = this.match(/\\[AzbB]/y) ?? [];
    if (text === undefined) throw this.refused();
    return { "\\A": "(?<![\\s\\S])", "\\z": "(?![\\s\\S])" }[text] ?? `(?:${text})`;
  }

  /** An escape that stands for characters, in a class or outside; undefined for any other. */
  private escape(): string | undefined {
    return this.several() ?? this.one();
  }

  private several(): string | undefined {
    const short = this.match(/\\([dDsSwW])/y)?.[1];
    if (short !== undefined) {
      const negated = short !== short.toLowerCase();
      return `[${negated ? "^" : ""}${SHORT[short.toLowerCase()]}]`;
    }
    const [text, sign, letter, negated, name] = this.match(/\\([pP])(?:(\p{L})|\{(\^?)(\w+)\})/uy) ?? [];
    if (text === undefined) return undefined;
    const property = letter ?? name ?? "";
    const known = property === "Any" || /^[A-Z][a-z]?$/.test(property) ? property : `Script=${property}`;
    return `\\${(sign === "P") !== (negated === "^") ? "P" : "p"}{${known}}`;
  }

  private one(): string | undefined {
    const [hex, short, long] = this.match(/\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})/y) ?? [];
    if (hex !== undefined) return this.codePoint(Number.parseInt(short ?? long ?? "", 16));
    const octal = this.match(/\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/y)?.[1];
    if (octal !== undefined) return this.codePoint(Number.parseInt(octal, 8));
    const control = this.match(/\\([aftnrv])/y)?.[1];
    if (control !== undefined) return this.codePoint(CONTROL[control] ?? 0);
    const punctuation = this.match(/\\([^0-9A-Za-z\u0080-\u{10ffff}])/uy)?.[1];
    return punctuation === undefined ? undefined : literal(punctuation);
  }

  private codePoint(value: number): string {
    if (value > 0x10ffff) throw this.refused();
    return literal(String.fromCodePoint(value));
  }

  private characterClass(): string {
    const negated = this.match(/\[(\^?)/y)?.[1] === "^";
    let inside = "";
    for (let first = true; ; first = false) {
      const [posix, not, name] = this.match(/\[:(\^?)(\w*):\]/y) ?? [];
      if (posix !== undefined) {
        const characters = CLASSES[name ?? ""];
        if (characters === undefined) throw this.refused();
        inside += not === "^" ? `[^${characters}]` : characters;
        continue;
      }
      if (!first && this.match(/\]/y) !== null) return `[${negated ? "^" : ""}${inside}]`;
      const several = this.several();
      if (several !== undefined) {
        inside += several;
        continue;
      }
      const from = this.classCharacter();
      // A hyphen at the end stands for itself.
      const to = this.match(/-(?!\])/y) === null ? undefined : this.classCharacter();
      if (to !== undefined && codeOf(to) < codeOf(from)) throw this.refused();
      inside += to === undefined ? from : `${from}-${to}`;
    }
  }

  private classCharacter(): string {
    if (this.at >= this.source.length) throw this.refused();
    if (this.source[this.at] === "\\") {
      const one = this.one();
      if (one === undefined) throw this.refused();
      return one;
    }
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += character.length;
    return literal(character);
  }
}
