import { Unknown } from "../providers/native.ts";
import type { ImportKnowledge } from "./importer.ts";

/** Marks as a file carries them: `true` for the whole value, otherwise by key or position. */
export type Marks = unknown;

/** Stands in place of a secret that was in clear in the file. */
const REDACTED = new Unknown("(sensitive value)", [], { redacted: true });

/** What is known of one place of a type, asked of the schema once. */
interface Place {
  /** Dotted, without list positions. */
  readonly path: string;
  readonly secret: boolean;
  readonly children: Map<string, Place>;
}

// Map attributes have as many keys as users invent: past this they are asked each time.
const MOST_CHILDREN = 2_000;

/** Takes secrets out of values as they are read: by the marks of the file and by those of the provider's schema. */
export class Redactor {
  private readonly knowledge: ImportKnowledge;
  private readonly types = new Map<string, Place>();

  constructor(knowledge: ImportKnowledge) {
    this.knowledge = knowledge;
  }

  /** True where the schema marks a dotted path (no list positions) of a type, or anything above it. */
  secret(type: string, path: string): boolean {
    let place = this.root(type);
    for (const key of path.split(".")) {
      place = this.child(type, place, key);
      if (place.secret) return true;
    }
    return false;
  }

  /**
   * Replaces secrets inside attributes just parsed, which become the caller's own: nothing else holds them.
   * False when a number among them is a whole one that a double cannot hold: its last digits are lost.
   */
  inPlace(type: string, attributes: Record<string, unknown>, marks: Marks): boolean {
    return this.object(type, this.root(type), attributes, marks);
  }

  private object(type: string, place: Place, value: Record<string, unknown>, marks: Marks): boolean {
    let exact = true;
    for (const key in value) {
      const item = value[key];
      if (item === null) continue;
      const below = this.child(type, place, key);
      const mark = marks === true ? true : marks ? markAt(marks, key) : undefined;
      if (below.secret || mark === true) value[key] = REDACTED;
      else if (typeof item === "object") exact = this.any(type, below, item as object, mark) && exact;
      else if (typeof item === "number" && isRounded(item)) exact = false;
    }
    return exact;
  }

  private any(type: string, place: Place, value: object, marks: Marks): boolean {
    if (!Array.isArray(value)) return this.object(type, place, value as Record<string, unknown>, marks);
    let exact = true;
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i];
      if (item === null) continue;
      const mark = marks ? markAt(marks, String(i)) : undefined;
      if (mark === true) value[i] = REDACTED;
      else if (typeof item === "object") exact = this.any(type, place, item as object, mark) && exact;
      else if (typeof item === "number" && isRounded(item)) exact = false;
    }
    return exact;
  }

  private root(type: string): Place {
    let place = this.types.get(type);
    if (!place) {
      place = { path: "", secret: false, children: new Map() };
      this.types.set(type, place);
    }
    return place;
  }

  private child(type: string, place: Place, key: string): Place {
    const known = place.children.get(key);
    if (known) return known;
    const path = place.path === "" ? key : `${place.path}.${key}`;
    const made = { path, secret: this.knowledge.sensitive(type, path), children: new Map<string, Place>() };
    if (place.children.size < MOST_CHILDREN) place.children.set(key, made);
    return made;
  }
}

function isRounded(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

export function markAt(marks: Marks, key: string): Marks {
  if (typeof marks !== "object" || marks === null || !Object.hasOwn(marks, key)) return undefined;
  return (marks as Record<string, unknown>)[key];
}

/** `sensitive_attributes` of a state: a list of paths of steps. Gives marks by key. */
export function marksOfPaths(paths: unknown): Marks {
  if (!Array.isArray(paths) || paths.length === 0) return undefined;
  const root: Record<string, unknown> = Object.create(null);
  for (const path of paths) {
    const keys = (Array.isArray(path) ? path : [path]).map(stepKey);
    if (keys.length === 0) return true;
    let at = root;
    for (const [i, key] of keys.entries()) {
      if (key === undefined) break;
      if (i === keys.length - 1) at[key] = true;
      else if (at[key] === true) break;
      else {
        const inner = (at[key] as Record<string, unknown> | undefined) ?? Object.create(null);
        at[key] = inner;
        at = inner;
      }
    }
  }
  return root;
}

/** `{type: "get_attr", value: "password"}`, `{type: "index", value: {value: 0, type: "number"}}`. */
function stepKey(step: unknown): string | undefined {
  const value = (step as { value?: unknown } | null)?.value;
  const inner = typeof value === "object" && value !== null ? (value as { value?: unknown }).value : value;
  return typeof inner === "string" || typeof inner === "number" ? String(inner) : undefined;
}
