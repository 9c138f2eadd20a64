import { type Native, type Tree, Unknown } from "./native.ts";
import { NativeIndex } from "./native-index.ts";
import { everyAt, isSameTree } from "./paths.ts";
import type { Cloud } from "./provider.ts";
import type { ForeignGroup } from "./survey.ts";

/** Whether something is there; `unknown` where it hangs on a value that nobody knows. */
export type Shown = boolean | "unknown";

/** What a native shows of itself, or those beside it of its service show of it. */
export type Show = (native: Native, beside: Beside) => Shown;

/** What natives of a type show of a kind that is still to come, by prop; `called`: whether application code may call them; `unneeded`: whether nothing has to replace them. Left out: no code can say. */
export type Shows = Readonly<Record<string, Show>>;

export const never: Show = () => false;
export const always: Show = () => true;

/**
 * Of what watches, asks, allows, prepares or runs by itself, or is used by people: a saved query, an alarm, a crawler, a desktop. No
 * application code calls it. Judgement, 2026-11-28.
 */
export const UNCALLED: Shows = { called: never };

/** True where any of them is; unknown where none is for certain and one may be. */
export function either(...shown: readonly Shown[]): Shown {
  return shown.includes(true) ? true : shown.includes("unknown") ? "unknown" : false;
}

/** Whether something stands at one of the places: a text, a switch that is on, a block, a list with something in it. */
export function isSet(...paths: readonly string[]): Show {
  return at(paths, isSomething);
}

/** Whether one of some values stands at a place. */
export function isOneOf(path: string, ...values: readonly Tree[]): Show {
  return at([path], (found) => values.some((value) => isSameTree(found, value)));
}

function at(paths: readonly string[], test: (value: Tree) => boolean): Show {
  return ({ args }) =>
    either(
      ...paths.flatMap((path) => everyAt(args, path).map(({ value }) => (isOpen(value) ? "unknown" : test(value)))),
    );
}

/** A text that holds a document is there, whatever of it is not known. */
function isOpen(value: Tree): boolean {
  return value instanceof Unknown && value.options.document === undefined;
}

function isSomething(value: Tree): boolean {
  if (value === null || value === false || value === "" || value === 0) return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

/** How natives of a type name what they belong to: where, and by which of its attributes where it is no reference. */
export interface Naming {
  readonly type: string;
  readonly attr: string;
  readonly by: readonly string[];
}

/** Whether a native of another type names this one, of those that show something themselves. */
export function isNamedBy(naming: Naming, show: Show = always): Show {
  return (native, beside) => {
    const { known, open } = beside.naming(native, naming);
    return either(
      ...known.map((other) => show(other, beside)),
      ...open.map((other) => (show(other, beside) === false ? false : "unknown")),
    );
  };
}

/** What natives show of kinds still to come, told by their types. */
export function shownIn(
  groups: readonly ForeignGroup[],
  all: readonly Native[],
  { foreign }: Pick<Cloud, "foreign">,
): ForeignGroup[] {
  const beside = new Beside(all.filter((n) => n.mode === "data" || foreign[n.type]?.mappingKey !== undefined));
  return groups.map(({ type, natives }) => {
    const shows = Object.entries(foreign[type]?.shows ?? {});
    if (shows.length === 0) return { type, natives };
    const of = (native: Native) => Object.fromEntries(shows.map(([prop, show]) => [prop, show(native, beside)]));
    return { type, natives, shown: new Map(natives.map((native) => [native, of(native)])) };
  });
}

/** Natives of kinds still to come and data sources, each with those that name it. */
class Beside {
  private readonly natives: readonly Native[];
  private readonly index: NativeIndex;
  private readonly names = new Map<string, Named>();

  constructor(natives: readonly Native[]) {
    this.natives = natives;
    this.index = new NativeIndex(natives);
  }

  /** Natives of a type that name one; `open` are those of its root of which nobody can say what they name. */
  naming(native: Native, naming: Naming): { known: readonly Native[]; open: readonly Native[] } {
    const key = `${native.type} ${naming.type} ${naming.attr}`;
    const named = this.names.get(key) ?? this.namedAt(native.type, naming);
    this.names.set(key, named);
    return { known: named.known.get(native) ?? [], open: named.open.get(native.root) ?? [] };
  }

  /** The one of a type that a native names at an attribute; undefined where nobody can say. */
  target(native: Native, attr: string, type: string): Native | undefined {
    const { targets } = this.index.targets(native, attr, [type], []);
    return targets.length === 1 ? targets[0] : undefined;
  }

  private namedAt(type: string, naming: Naming): Named {
    const named: Named = { known: new Map(), open: new Map() };
    const add = <K>(map: Map<K, Native[]>, key: K, native: Native) => {
      const list = map.get(key);
      if (list) list.push(native);
      else map.set(key, [native]);
    };
    for (const native of this.natives.filter((n) => n.type === naming.type)) {
      const { targets } = this.index.targets(native, naming.attr, [type], naming.by);
      for (const target of targets) add(named.known, target, native);
      if (targets.length === 0) add(named.open, native.root, native);
    }
    return named;
  }
}

interface Named {
  readonly known: Map<Native, Native[]>;
  readonly open: Map<string, Native[]>;
}
