import { isList, type Native, nativeId, type Tree, Unknown } from "./native.ts";
import { everyAt, genericPath, leavesOf, lookUp } from "./paths.ts";

/** Natives by address and by the values of their attributes: joins without scanning. */
export class NativeIndex {
  private readonly byAddress = new Map<string, Native>();
  private readonly byType = new Map<string, Native[]>();
  private readonly byValue = new Map<string, Map<string, Native[]>>();
  private readonly natives: readonly Native[];
  /** By root and name, made when first asked for. */
  private byName: ReadonlyMap<string, readonly Native[]> | undefined;

  constructor(natives: readonly Native[]) {
    this.natives = natives;
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
    const places = everyAt(native.args, attr).flatMap(({ value, path }) =>
      (isList(value) ? value : [value]).map((one) => ({ value: one, path })),
    );
    const path = places[0]?.path ?? attr;
    const refs = [
      ...places.flatMap(({ value }) => (value instanceof Unknown ? value.refs : [])),
      ...native.refs.filter((r) => genericPath(r.path) === genericPath(attr)),
    ];
    const named = refs
      .map((r) => this.at(native.root, r.to))
      .filter((n) => n !== undefined && types.includes(n.type)) as Native[];
    if (named.length > 0) return { targets: nearest(native, [...new Set(named)]), path };
    const joined = places.flatMap(({ value, path }) => {
      const name = namesBy(value, native);
      if (name === undefined) return [];
      return types
        .flatMap((type) => by.flatMap((a) => this.valued(native.root, type, a).get(name) ?? []))
        .filter((target) => target !== native)
        .map((target) => ({ target, path }));
    });
    return { targets: [...new Set(joined.map((j) => j.target))], path: joined[0]?.path ?? path };
  }

  /** The natives that name a native, by reference or by its id. */
  users(native: Native): readonly Native[] {
    this.byName ??= namedBy(this.natives);
    const whole = native.address.replace(/\[[^\]]*\]$/, "");
    const names = [native.address, whole, native.identifiers?.["id"]];
    return [...new Set(names.flatMap((name) => this.byName?.get(`${native.root} ${String(name)}`) ?? []))];
  }

  at(root: string, address: string): Native | undefined {
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
      const written = everyAt(native.args, attr).flatMap(({ value }) => writtenName(value, native) ?? []);
      for (const name of [...namesAt(native, attr), ...written]) made.set(name, [...(made.get(name) ?? []), native]);
    }
    this.byValue.set(key, made);
    return made;
  }
}

/** What a value names something by; undefined where it names nothing. */
export function namesBy(value: Tree, native: Native): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : bare(value);
  return writtenName(value, native);
}

/** One expression comes to one value in all of a module instance, though nobody knows which, unless it is made anew each time it is read. */
function writtenName(value: Tree, native: Native): string | undefined {
  if (!(value instanceof Unknown) || value.options.redacted || value.options.rough) return undefined;
  const text = value.expression;
  return /\b(?:each|count)\.|\b(?:uuid|timestamp|bcrypt)\(/.test(text) ? undefined : placed(value, native);
}

/** An expression with the module that it is said in: there it comes to one value. */
export function placed({ expression, options }: Unknown, native: Native): string {
  return `${options.within ?? moduleOf(native)} ${expression}`;
}

/** What stands at an attribute: written by somebody, else computed by the provider. */
export function attributeOf({ args, identifiers }: Native, attribute: string): Tree | undefined {
  return lookUp(args, attribute)?.value ?? identifiers?.[attribute];
}

/** What a native is called at an attribute: in each of its blocks, or in a map or list that the provider computed. */
export function namesAt({ args, identifiers = {} }: Native, attr: string): string[] {
  const own = identifiers[attr];
  if (own !== undefined) return [bare(own)];
  const computed = /_(?:ids|ips)$/.test(attr) ? Object.entries(identifiers) : [];
  const ids = computed.flatMap(([path, id]) => (path.startsWith(`${attr}.`) ? [id] : []));
  const names = [...ids, ...everyAt(args, attr).map(({ value }) => value)];
  return names.filter((value) => typeof value === "string").map(bare);
}

/** Scaleway writes one id with its region or zone before it and, in some places of a state, without. */
export function bare(value: string): string {
  return value.replace(/^[a-z]{2}-[a-z]{3}(?:-\d)?\//, "");
}

/** Natives by root and what they name: the addresses they refer to, the ids of other natives among their leaves. */
function namedBy(natives: readonly Native[]): Map<string, Native[]> {
  const ids = new Set(natives.map((n) => n.identifiers?.["id"]).filter((id) => id !== undefined));
  const named = new Map<string, Native[]>();
  for (const native of natives) {
    const leaves = leavesOf(native.args).map(([, value]) => value);
    const names = [...native.refs.map((r) => r.to), ...leaves.filter((value) => ids.has(value as string))];
    for (const name of new Set(names)) {
      const key = `${native.root} ${String(name)}`;
      const list = named.get(key);
      if (list) list.push(native);
      else named.set(key, [native]);
    }
  }
  return named;
}

/** Of several natives that an expression names, those of the same module first: a plan does not tell which one it comes to. */
function nearest(native: Native, named: Native[]): Native[] {
  const modules = moduleOf(native);
  const near = (n: Native) => (moduleOf(n) === modules ? 0 : 1);
  return named.sort((a, b) => near(a) - near(b));
}

/** `module.a["x"]` of `module.a["x"].data.aws_vpc.main`. */
export function moduleOf({ address, mode, type, name }: Native): string {
  return address.slice(0, address.lastIndexOf(`${mode === "data" ? "data." : ""}${type}.${name}`));
}
