import { literally } from "../constructs/literally.ts";
import {
  type Edge,
  type Estate,
  isList,
  isObject,
  isUnknown,
  type Move,
  type Native,
  nativeId,
  type Root,
  type Tree,
  Unknown,
} from "../providers/native.ts";
import { lastStep } from "./address.ts";

/** What a later state of the same code says of addresses. */
export interface Moves {
  /** By root. */
  readonly moves: ReadonlyMap<string, readonly Move[]>;
  /** `root:address` of what the later state has, of whatever provider: resources, data sources, holes, what could not be read. */
  readonly kept: ReadonlySet<string>;
  /** The same without the last key: what a block with instances is called. */
  readonly blocks: ReadonlySet<string>;
}

/** What an estate says of the addresses of an earlier state of it. */
export function movesOf({ roots }: Pick<Estate, "roots">): Moves {
  const kept = new Set<string>();
  const blocks = new Set<string>();
  for (const root of roots) {
    for (const address of addressesOf(root)) {
      kept.add(nativeId({ root: root.name, address }));
      blocks.add(nativeId({ root: root.name, address: address.replace(LAST_KEY, "") }));
    }
  }
  return {
    moves: new Map(roots.flatMap(({ name, moves = [] }) => (moves.length > 0 ? [[name, moves] as const] : []))),
    kept,
    blocks,
  };
}

const LAST_KEY = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/;

function addressesOf({ natives, holes, unreadable }: Root): string[] {
  return [...natives, ...holes, ...unreadable].map((one) => one.address);
}

/**
 * An estate under the addresses that a later state gives what is in it, as the engine follows `moved`: chains to their end, an
 * address that is taken stays as it is, and one instance without a key is the same as the first of a `count`. What gets another
 * type is another thing, and keeps its address.
 */
export function followMoves(estate: Estate, later: Moves): Estate {
  return { ...estate, roots: estate.roots.map((root) => followed(root, later)) };
}

function followed(root: Root, later: Moves): Root {
  const renaming = new Renaming(root, later);
  const natives = root.natives.map((native) => renaming.native(native));
  if (!renaming.any) return root;
  const placed = <T extends { readonly address: string }>(one: T): T => ({
    ...one,
    address: renaming.address(one.address),
  });
  return { ...root, natives, holes: root.holes.map(placed), unreadable: root.unreadable.map(placed) };
}

class Renaming {
  any = false;
  private readonly root: string;
  private readonly later: Moves;
  private readonly moves: readonly Move[];
  private readonly taken: ReadonlySet<string>;
  private readonly known = new Map<string, string>();

  constructor(root: Root, later: Moves) {
    this.root = root.name;
    this.later = later;
    const here = addressesOf(root);
    // The one that says most precisely what it means comes first.
    this.moves = (later.moves.get(root.name) ?? [])
      .filter((move) => !this.isOver(move, here))
      .sort((a, b) => b.from.length - a.from.length);
    this.taken = new Set(root.natives.map((n) => n.address));
    for (const { mode, type, address } of root.natives) {
      const to = mode === "managed" ? this.end(address) : address;
      if (to === address || typeOf(to) !== type) continue;
      this.any = true;
      this.known.set(address, to);
    }
  }

  /** Where something is now: natives as it was decided for each, what stands for several or for a part of one as moves say. */
  address(address: string): string {
    const known = this.known.get(address);
    if (known !== undefined || this.taken.has(address) || this.stays(address)) return known ?? address;
    return this.chain(address, () => true);
  }

  native(native: Native): Native {
    if (!this.any) return native;
    const address = native.mode === "data" ? this.data(native.address) : this.address(native.address);
    const [before, after] = [moduleOf(native.address), moduleOf(address)];
    const { name, key } = lastStep(address);
    const { key: was, ...rest } = native;
    const now = key ?? (isUnknown(was) ? was : undefined);
    return {
      ...rest,
      ...(now === undefined ? {} : { key: now }),
      address,
      name,
      args: Object.fromEntries(Object.entries(native.args).map(([k, v]) => [k, this.tree(v, before, after)])),
      refs: native.refs.map((edge): Edge => ({ ...edge, to: this.address(edge.to) })),
      ...(native.dependsOn ? { dependsOn: native.dependsOn.map((to) => this.address(to)) } : {}),
    };
  }

  private tree(tree: Tree, before: string, after: string): Tree {
    if (isUnknown(tree)) {
      const { document } = tree.options;
      const refs = tree.refs.map((ref) => ({ ...ref, to: this.address(ref.to) }));
      const options = document === undefined ? {} : { document: this.tree(document, before, after) };
      return new Unknown(this.text(tree, before, after), refs, { ...tree.options, ...options });
    }
    if (isList(tree)) return tree.map((item) => this.tree(item, before, after));
    if (!isObject(tree)) return tree;
    return Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, this.tree(v, before, after)]));
  }

  /** An expression names things by their address, or as they are called from the module it stands in. */
  private text({ expression, refs }: Unknown, before: string, after: string): string {
    const inside = (address: string, module: string) =>
      address.startsWith(module) ? address.slice(module.length) : "";
    const moves = [...refs.map(({ to }) => ({ from: to, to: this.address(to) })), ...this.moves];
    const called = moves.map(({ from, to }) => ({ from: inside(from, before), to: inside(to, after) }));
    for (const { from, to } of [...moves, ...called]) {
      if (from === "" || to === "" || from === to) continue;
      const found = new RegExp(`(?<![\\w.-])${literally(from)}(?![\\w-])`, "g");
      if (found.test(expression)) return expression.replaceAll(found, () => to);
    }
    return expression;
  }

  private end(address: string): string {
    if (this.has(address)) return address;
    const end = this.chain(address, (to) => !this.taken.has(to));
    return end === address ? this.counted(address) : end;
  }

  /** `count` given to a single resource, or taken from it: the engine moves the first instance by itself. */
  private counted(address: string): string {
    const other = address.endsWith("[0]") ? address.slice(0, -3) : `${address}[0]`;
    return this.has(other) && !this.has(address) && !this.taken.has(other) ? other : address;
  }

  private data(address: string): string {
    return this.has(address) ? address : this.chain(address, () => true);
  }

  /** What is still there under its address has not left it, whatever old moves say. */
  private has(address: string): boolean {
    return this.later.kept.has(nativeId({ root: this.root, address }));
  }

  private stays(address: string): boolean {
    return this.has(address) || this.later.blocks.has(nativeId({ root: this.root, address }));
  }

  /** An old move, or one that names a key which nobody can evaluate: all that it would move is still there. */
  private isOver(move: Move, here: readonly string[]): boolean {
    const meant = here.filter((address) => moved(address, move) !== undefined);
    return meant.length > 0 && meant.every((address) => this.has(address));
  }

  private chain(address: string, free: (to: string) => boolean): string {
    const left = new Set(this.moves);
    let at = address;
    for (;;) {
      const step = [...left].flatMap((move) => {
        const to = moved(at, move);
        return to === undefined ? [] : [{ move, to }];
      })[0];
      if (!step || !free(step.to)) return at;
      left.delete(step.move);
      at = step.to;
    }
  }
}

/** An address after a move; undefined where the move is of something else. */
function moved(address: string, { from, to }: Move): string | undefined {
  if (address === from) return to;
  if (!address.startsWith(from)) return undefined;
  const next = address[from.length];
  const all = !from.endsWith("]") && !to.endsWith("]");
  const isInside = next === "." && isModule(from);
  return isInside || (next === "[" && all) ? to + address.slice(from.length) : undefined;
}

function isModule(address: string): boolean {
  return /(?:^|\.)module\.[^.[\]]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?$/.test(address);
}

/** `module.a["k"].`, "" at the top. */
function moduleOf(address: string): string {
  return /^(?:module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.)*/.exec(address)?.[0] ?? "";
}

function typeOf(address: string): string {
  return address.slice(moduleOf(address).length).split(".", 1)[0] ?? "";
}
