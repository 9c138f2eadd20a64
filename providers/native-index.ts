import { type Native, nativeId, type Tree, Unknown } from "./native.ts";
import { genericPath, leavesOf, lookUp } from "./paths.ts";

/** Natives by address and by the values of their attributes: joins without scanning. */
export class NativeIndex {
  private readonly byAddress = new Map<string, Native>();
  private readonly byRoot: ReadonlyMap<string, readonly Native[]>;
  private readonly byType = new Map<string, Native[]>();
  private readonly byValue = new Map<string, Map<string, Native[]>>();

  constructor(natives: readonly Native[]) {
    this.byRoot = Map.groupBy(natives, (n) => n.root);
    for (const native of natives) {
      this.byAddress.set(nativeId(native), native);
      const key = `${native.root} ${native.type}`;
      const list = this.byType.get(key);
      if (list) list.push(native);
      else this.byType.set(key, [native]);
    }
  }

  /** What an attribute names: by reference, else by value. */
  targets(
    native: Native,
    attr: string,
    types: readonly string[],
    by: readonly string[],
  ): { targets: Native[]; path: string } {
    const found = lookUp(native.args, attr);
    const path = found?.path ?? attr;
    const values =
      found === undefined ? [] : Array.isArray(found.value) ? (found.value as readonly Tree[]) : [found.value as Tree];
    const refs = [
      ...values.flatMap((v) => (v instanceof Unknown ? v.refs : [])),
      ...native.refs.filter((r) => genericPath(r.path) === genericPath(attr)),
    ];
    const named = refs
      .map((r) => this.at(native.root, r.to))
      .filter((n) => n !== undefined && types.includes(n.type)) as Native[];
    if (named.length > 0) return { targets: [...new Set(named)], path };
    const joined = values
      .filter((v): v is string => typeof v === "string" && v !== "")
      .flatMap((v) => types.flatMap((type) => by.flatMap((a) => this.valued(native.root, type, a).get(v) ?? [])));
    return { targets: [...new Set(joined)].filter((n) => n !== native), path };
  }

  /** The natives that name a native, by reference or by its id. */
  users(native: Native): readonly Native[] {
    const whole = native.address.replace(/\[[^\]]*\]$/, "");
    const id = native.identifiers?.["id"];
    return (this.byRoot.get(native.root) ?? []).filter(
      (n) =>
        n.refs.some((r) => r.to === native.address || r.to === whole) ||
        (id !== undefined && leavesOf(n.args).some(([, value]) => value === id)),
    );
  }

  private at(root: string, address: string): Native | undefined {
    return (
      this.byAddress.get(`${root}:${address}`) ?? this.byAddress.get(`${root}:${address.replace(/\[[^\]]*\]$/, "")}`)
    );
  }

  private valued(root: string, type: string, attr: string): Map<string, Native[]> {
    const key = `${root} ${type} ${attr}`;
    const known = this.byValue.get(key);
    if (known) return known;
    const made = new Map<string, Native[]>();
    for (const native of this.byType.get(`${root} ${type}`) ?? []) {
      const value = native.identifiers?.[attr] ?? lookUp(native.args, attr)?.value;
      if (typeof value !== "string") continue;
      made.set(value, [...(made.get(value) ?? []), native]);
    }
    this.byValue.set(key, made);
    return made;
  }
}
