import type { Native, Tree } from "./native.ts";
import { isList, isObject, Unknown } from "./native.ts";
import { bare } from "./native-index.ts";
import { genericPath, isSameTree, isUnder, joinPath, leavesOf, lookUp } from "./paths.ts";
import type { Cursor } from "./provider.ts";

type Fate = "read" | "expected" | "edge" | { readonly ignored: string };

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
    return new RecordingCursor(this, prefix);
  }

  /** Whether a native is named at a place: by reference, of one of several or of all, or by what identifies it. */
  isNamed(place: string, native: Native): boolean {
    const value = this.find(place)?.value;
    const whole = native.address.replace(/\[[^\]]*\]$/, "");
    const refs = [...(value instanceof Unknown ? value.refs : []), ...this.native.refs.filter((r) => r.path === place)];
    if (refs.some((r) => r.to === native.address || r.to === whole)) return true;
    return typeof value === "string" && Object.values(native.identifiers ?? {}).some((id) => bare(id) === bare(value));
  }

  /** The reference behind a value that was read: a plan knows both, apart from each other. */
  namedBy(value: Tree): Unknown | undefined {
    return typeof value === "string" ? this.named.get(value) : undefined;
  }

  /** Marks a leaf that tied the native to its group; a block is more than what ties it. */
  markEdge(path: string): void {
    const found = this.find(path);
    if (found && !isObject(found.value)) this.mark(found, "edge");
  }

  /** Where strings were opened as documents. */
  documentPaths(): string[] {
    return [...this.documents.keys()];
  }

  /** Every leaf with what became of it; documents that were opened stand leaf by leaf, `within` the leaf of the native that holds them. */
  leaves(): { path: string; value: Tree; fate: Fate | undefined; within: [path: string, value: Tree] }[] {
    const leaves: ReturnType<Recorder["leaves"]> = [];
    for (const within of leavesOf(this.native.args)) {
      const document = this.documents.get(within[0]);
      for (const [path, value] of document === undefined ? [within] : leavesOf(document, within[0])) {
        leaves.push({ path, value, fate: this.fates.get(path), within });
      }
    }
    return leaves;
  }

  remember(path: string, value: string): void {
    // An edge says where it stands; of a list, whose items a schema may have sorted, any item that is no reference itself.
    const isElsewhere = (at: string) => at !== path && lookUp(this.native.args, at)?.value instanceof Unknown;
    const generic = genericPath(path);
    const edges = this.native.refs.filter((r) => genericPath(r.path) === generic && !isElsewhere(r.path));
    const [edge] = edges;
    if (edge) this.named.set(value, new Unknown(joinPath(edge.to, edge.attr), edges));
  }

  find(path: string): { value: Tree; path: string } | undefined {
    for (const [at, document] of this.documents) {
      if (path === at || !isUnder(path, at)) continue;
      const inside = lookUp(document, path.slice(at.length + 1));
      return inside && { value: inside.value, path: joinPath(at, inside.path) };
    }
    return lookUp(this.native.args, path);
  }

  open(path: string, value: Tree): boolean {
    if (this.documents.has(path)) return true;
    const document = documentIn(value);
    if (document === undefined) return false;
    this.documents.set(path, document);
    return true;
  }

  mark({ value, path }: { readonly value: Tree; readonly path: string }, fate: Fate): void {
    for (const [leaf] of leavesOf(value, path)) if (!this.fates.has(leaf)) this.fates.set(leaf, fate);
  }
}

/** Reads below a place of a native, and has what it did remembered. */
class RecordingCursor implements Cursor {
  private readonly recorder: Recorder;
  private readonly prefix: string;

  constructor(recorder: Recorder, prefix: string) {
    this.recorder = recorder;
    this.prefix = prefix;
  }

  get type() {
    return this.recorder.native.type;
  }

  get address() {
    return this.recorder.native.address;
  }

  get at() {
    return this.recorder.native.at;
  }

  get preventDestroy() {
    return this.recorder.native.lifecycle?.preventDestroy ?? false;
  }

  get fromState() {
    return this.recorder.native.configured === null;
  }

  read(path: string): Tree | undefined {
    const found = this.find(path);
    if (!found) return undefined;
    this.recorder.mark(found, "read");
    if (typeof found.value === "string") this.recorder.remember(found.path, found.value);
    return found.value;
  }

  expect(path: string, constant: Tree): boolean {
    const found = this.find(path);
    if (!found || !isSameTree(found.value, constant)) return false;
    this.recorder.mark(found, "expected");
    return true;
  }

  ignore(path: string, why: string): void {
    const found = this.find(path);
    if (found) this.recorder.mark(found, { ignored: why });
  }

  each(path: string): readonly Cursor[] {
    const found = this.find(path);
    if (!found || found.value instanceof Unknown) return [];
    if (!isList(found.value)) return [this.recorder.cursor(found.path)];
    return found.value.map((_, i) => this.recorder.cursor(joinPath(found.path, i)));
  }

  json(path: string): Cursor | undefined {
    const found = this.find(path);
    if (!found || !this.recorder.open(found.path, found.value)) return undefined;
    return this.recorder.cursor(found.path);
  }

  has(path: string): boolean {
    return this.find(path) !== undefined;
  }

  is(path: string, constant: Tree): boolean {
    const found = this.find(path);
    return found !== undefined && isSameTree(found.value, constant);
  }

  names(path: string, other: Cursor): boolean {
    const found = this.find(path);
    if (!found || !(other instanceof RecordingCursor)) return false;
    const places = isList(found.value) ? found.value.map((_, i) => joinPath(found.path, i)) : [found.path];
    const naming = places.filter((place) => this.recorder.isNamed(place, other.recorder.native));
    for (const place of naming) this.recorder.markEdge(place);
    return naming.length > 0;
  }

  private find(path: string) {
    return this.recorder.find(joinPath(this.prefix, path));
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

/** Every leaf with its path, those inside documents too. */
export function leavesInDocuments(args: Tree): [path: string, value: Tree][] {
  return leavesOf(args).flatMap(([path, value]): [string, Tree][] => {
    const document = documentIn(value);
    return document === undefined ? [[path, value]] : leavesOf(document, path);
  });
}
