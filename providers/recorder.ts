import type { Native, Tree } from "./native.ts";
import { isList, isObject, Unknown } from "./native.ts";
import { genericPath, isSameTree, isUnder, joinPath, leavesOf, lookUp } from "./paths.ts";
import type { Cursor } from "./provider.ts";

type Fate = "read" | "expected" | "edge" | { readonly ignored: string };

/** The native behind a cursor: one cursor may ask whether it names another. */
const nativeOf = new WeakMap<Cursor, Native>();

/** Remembers what `raise` did with each leaf of one native. What it touched not is residue. */
export class Recorder {
  private readonly fates = new Map<string, Fate>();
  /** Documents opened in strings, by the path of the string. */
  private readonly documents = new Map<string, Tree>();
  /** What the configuration names where a value stands, by value. */
  private readonly named = new Map<string, Unknown>();

  readonly native: Native;

  constructor(native: Native) {
    this.native = native;
  }

  cursor(prefix = ""): Cursor {
    const at = (path: string) => this.find(joinPath(prefix, path));
    const cursor: Cursor = {
      type: this.native.type,
      address: this.native.address,
      at: this.native.at,
      preventDestroy: this.native.lifecycle?.preventDestroy ?? false,
      fromState: this.native.configured === null,
      read: (path) => {
        const found = at(path);
        if (found) this.mark(found, "read");
        if (typeof found?.value === "string") this.remember(found.path, found.value);
        return found?.value;
      },
      expect: (path, constant) => {
        const found = at(path);
        if (!found || !isSameTree(found.value, constant)) return false;
        this.mark(found, "expected");
        return true;
      },
      ignore: (path, why) => {
        const found = at(path);
        if (found) this.mark(found, { ignored: why });
      },
      each: (path) => {
        const found = at(path);
        if (!found || found.value instanceof Unknown) return [];
        if (!isList(found.value)) return [this.cursor(found.path)];
        return found.value.map((_, i) => this.cursor(joinPath(found.path, i)));
      },
      json: (path) => {
        const found = at(path);
        if (!found || !this.open(found.path, found.value)) return undefined;
        return this.cursor(found.path);
      },
      has: (path) => at(path) !== undefined,
      is: (path, constant) => {
        const found = at(path);
        return found !== undefined && isSameTree(found.value, constant);
      },
      names: (path, other) => {
        const found = at(path);
        const native = nativeOf.get(other);
        if (!found || !native) return false;
        const places = isList(found.value) ? found.value.map((_, i) => joinPath(found.path, i)) : [found.path];
        const naming = places.filter((place) => this.isNamed(place, native));
        for (const place of naming) this.markEdge(place);
        return naming.length > 0;
      },
    };
    nativeOf.set(cursor, this.native);
    return cursor;
  }

  /** Whether a native is named at a place: by reference, of one of several or of all, or by what identifies it. */
  private isNamed(place: string, native: Native): boolean {
    const value = this.find(place)?.value;
    const whole = native.address.replace(/\[[^\]]*\]$/, "");
    const refs = [...(value instanceof Unknown ? value.refs : []), ...this.native.refs.filter((r) => r.path === place)];
    if (refs.some((r) => r.to === native.address || r.to === whole)) return true;
    return typeof value === "string" && Object.values(native.identifiers ?? {}).includes(value);
  }

  /** The reference behind a value that was read: a plan knows both, apart from each other. */
  namedBy(value: Tree): Unknown | undefined {
    return typeof value === "string" ? this.named.get(value) : undefined;
  }

  /** Marks a leaf that tied the native to its group. */
  markEdge(path: string): void {
    const found = this.find(path);
    if (found) this.mark(found, "edge");
  }

  /** Where strings were opened as documents. */
  documentPaths(): string[] {
    return [...this.documents.keys()];
  }

  /** Every leaf with what became of it; documents that were opened stand leaf by leaf. */
  leaves(): { path: string; value: Tree; fate: Fate | undefined }[] {
    return leavesOf(this.native.args).flatMap(([path, value]) => {
      const document = this.documents.get(path);
      const parts = document === undefined ? [[path, value] as const] : leavesOf(document, path);
      return parts.map(([p, v]) => ({ path: p, value: v, fate: this.fates.get(p) }));
    });
  }

  private remember(path: string, value: string): void {
    // An edge says where it stands; of a list, whose items a schema may have sorted, any item that is no reference itself.
    const isElsewhere = (at: string) => at !== path && lookUp(this.native.args, at)?.value instanceof Unknown;
    const generic = genericPath(path);
    const edges = this.native.refs.filter((r) => genericPath(r.path) === generic && !isElsewhere(r.path));
    const [edge] = edges;
    if (edge) this.named.set(value, new Unknown(joinPath(edge.to, edge.attr), edges));
  }

  private find(path: string): { value: Tree; path: string } | undefined {
    for (const [at, document] of this.documents) {
      if (path === at || !isUnder(path, at)) continue;
      const inside = lookUp(document, path.slice(at.length + 1));
      return inside && { value: inside.value, path: joinPath(at, inside.path) };
    }
    return lookUp(this.native.args, path);
  }

  private open(path: string, value: Tree): boolean {
    if (this.documents.has(path)) return true;
    const document = documentIn(value);
    if (document === undefined) return false;
    this.documents.set(path, document);
    return true;
  }

  private mark({ value, path }: { readonly value: Tree; readonly path: string }, fate: Fate): void {
    for (const [leaf] of leavesOf(value, path)) if (!this.fates.has(leaf)) this.fates.set(leaf, fate);
  }
}

/** The JSON document a value holds, when it is one and its structure is known. */
export function documentIn(value: Tree): Tree | undefined {
  if (value instanceof Unknown) return value.options.document;
  if (typeof value !== "string" || !/^\s*[{[]/.test(value)) return undefined;
  try {
    const parsed = JSON.parse(value) as Tree;
    return isObject(parsed) || isList(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
