import type { Assessment } from "../assessment/assessment.ts";
import type { ComponentResult } from "../assessment/component-result.ts";
import type { Matrix } from "../assessment/matrix.ts";
import { literally } from "../constructs/literally.ts";
import { begun, inWords } from "./path-words.ts";

/**
 * Results without the names of an estate: ids, addresses, roots, keys, files and values are replaced, the same one by the same
 * word everywhere; kinds, native types that anybody may know and numbers stay. What may hold anything (expressions, values, the detail of a diagnostic)
 * is left out rather than searched. One `Anonymiser` serves all results that are read side by side; it knows the roots of their
 * estate, whose names are folders and may hold any letter, and the types that no public provider has: those name who wrote them.
 */
export class Anonymiser {
  private readonly roots: readonly string[];
  private readonly words = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private readonly rooted: RegExp;
  private readonly isPublic: (type: string) => boolean;
  /** Types of the estate that nobody else knows, wherever they stand. */
  private readonly owned: RegExp | undefined;

  constructor(roots: readonly string[], types: readonly string[], isPublic: (type: string) => boolean) {
    this.isPublic = isPublic;
    const owned = types.filter((type) => !isPublic(type)).map(literally);
    this.owned = owned.length === 0 ? undefined : new RegExp(`(?<![\\w-])(?:${owned.join("|")})(?![\\w-])`, "g");
    // The longest first: the name of a root may end like that of another.
    this.roots = [...new Set(roots)].sort((a, b) => b.length - a.length);
    const names = this.roots.map(literally);
    this.rooted = new RegExp(`(${names.join("|")}):(?=(?:module|data|[a-z0-9]+_\\w+)[.[])`, "g");
  }

  assessment(a: Assessment): Assessment {
    const id = this.id;
    const hide = this.text;
    return this.withoutTypes({
      ...a,
      source: this.source(a.source),
      components: a.components.map((c) => this.component(c)),
      requirements: a.requirements.map((r) => ({
        ...r,
        components: r.components.map((c) => ({ ...c, component: id(c.component) })),
      })),
      reading: {
        ...a.reading,
        lost: a.reading.lost.map((d) => ({ component: id(d.component), why: hide(d.why) })),
        ...(a.reading.atRisk
          ? { atRisk: a.reading.atRisk.map((d) => ({ component: id(d.component), why: hide(d.why) })) }
          : {}),
        mayBeLost: a.reading.mayBeLost.map((d) => ({
          component: id(d.component),
          why: d.why.replaceAll(d.component, id(d.component)),
        })),
        restored: a.reading.restored.map((d) => ({ ...d, component: id(d.component) })),
        dependencies: a.reading.dependencies.map((d) => ({
          ...d,
          ...(d.seenIn === undefined ? {} : { seenIn: hide(d.seenIn) }),
          ...(d.seenAt === undefined ? {} : { seenAt: this.place(d.seenAt) }),
        })),
      },
      returnTrip: {
        ...a.returnTrip,
        components: a.returnTrip.components.map((c) => ({
          ...c,
          component: id(c.component),
          ...(c.dependsOn === undefined ? {} : { dependsOn: c.dependsOn.replaceAll(c.component, id(c.component)) }),
        })),
      },
      workItems: a.workItems.map((w) => ({
        ...w,
        id: w.id.replaceAll(w.component, id(w.component)),
        component: id(w.component),
        driver: hide(w.driver),
        citation: this.citation(w.citation),
      })),
      effort: {
        ...a.effort,
        byComponent: a.effort.byComponent.map((part) => ({ ...part, name: id(part.name) })),
        drivers: a.effort.drivers.map((d) => ({ ...d, driver: hide(d.driver) })),
      },
      data: {
        moves: a.data.moves.map((m) => ({
          ...m,
          component: id(m.component),
          ...(m.dependsOn === undefined ? {} : { dependsOn: m.dependsOn.replaceAll(m.component, id(m.component)) }),
        })),
      },
      cost: { ...a.cost, unpriced: a.cost.unpriced.map((u) => this.unknown(u)) },
      levers: a.levers.map((lever) => ({ ...lever, change: hide(lever.change), addresses: lever.addresses.map(hide) })),
      unknowns: a.unknowns.map((u) => this.unknown(u)),
      diagnostics: a.diagnostics.map((d) => this.diagnostic(d)),
    });
  }

  /** Types stand in ids, sentences and lists: whatever a result comes to say of them, it is searched whole. */
  private withoutTypes<T>(value: T): T {
    const owned = this.owned;
    if (owned === undefined) return value;
    const within = (v: unknown): unknown => {
      if (typeof v === "string") return v.replace(owned, (type) => this.type(type));
      if (Array.isArray(v)) return v.map(within);
      if (typeof v !== "object" || v === null) return v;
      return Object.fromEntries(Object.entries(v).map(([key, inside]) => [key, within(inside)]));
    };
    return within(value) as T;
  }

  private type(type: string): string {
    return this.isPublic(type) ? type : `private_${this.word("type", type)}`;
  }

  matrix(m: Matrix): Matrix {
    return { ...m, source: this.source(m.source), diagnostics: m.diagnostics.map((d) => this.diagnostic(d)) };
  }

  /** The word that stands for a name, always the same. */
  private word(kind: string, name: string): string {
    const key = `${kind} ${name}`;
    const known = this.words.get(key);
    if (known !== undefined) return known;
    const n = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, n);
    const word = `${kind}${n}`;
    this.words.set(key, word);
    return word;
  }

  /** `root:address`, or the name of a part that no component has. */
  private readonly id = (id: string): string => {
    const root = isId(id) ? this.roots.find((r) => id.startsWith(`${r}:`)) : undefined;
    if (root === undefined) return id;
    return `${root === "." ? root : this.word("root", root)}:${this.text(id.slice(root.length + 1))}`;
  };

  /** A sentence in which addresses are replaced, and ids of other roots. */
  private readonly text = (text: string): string =>
    text
      .replace(this.rooted, (_, root: string) => (root === "." ? ".:" : `${this.word("root", root)}:`))
      .replace(ADDRESS, (address) => this.address(address));

  /**
   * Modules, then a type or `var` and a name, then a path inside it; of a folder of Terragrunt, what of it is meant and the
   * name of that.
   */
  private address(address: string): string {
    let next: "head" | "type" | "folder" | "part" | "name" | "modules name" | "path" | "rest" = "head";
    return address
      .replace(STEP, (part, key: string | undefined) => {
        if (part.startsWith("[")) {
          if (next === "folder") {
            next = "part";
            return `["${this.word("root", key ?? "")}"]`;
          }
          if (next === "path" || next === "head")
            return key === undefined ? index(part) : `["${this.word("key", key)}"]`;
          return "[…]";
        }
        switch (next) {
          case "head":
            next = AFTER[part] ?? "name";
            return part.includes("_") ? this.type(part) : part;
          case "type":
            next = "name";
            return this.type(part);
          case "folder":
          case "part":
            next = "name";
            return part;
          case "modules name":
          case "name":
            next = next === "name" ? "path" : "head";
            return this.word("name", part);
          case "path":
            next = "rest";
            return part;
          case "rest":
            return "…";
        }
      })
      .replace(/(\.…)+/g, ".…");
  }

  private place<T extends { readonly file: string }>(at: T): T {
    const [, ending = ""] = /(\.\w+(?:\.\w+)?)$/.exec(at.file) ?? [];
    return { ...at, file: `${this.word("file", at.file)}${ending}` };
  }

  private source(source: Assessment["source"]): Assessment["source"] {
    return { ...source, paths: source.paths.map((path) => this.word("estate", path)), digest: HIDDEN };
  }

  private component(c: ComponentResult): ComponentResult {
    const gap = (g: ComponentResult["residue"][number]) => ({
      ...g,
      address: this.text(g.address),
      path: begun(g.path),
    });
    return {
      ...c,
      id: this.id(c.id),
      at: this.place(c.at),
      losses: c.losses.map((loss) => ({
        ...loss,
        path: inWords(loss.path, c.kind),
        asked: HIDDEN,
        got: loss.got === null ? null : HIDDEN,
      })),
      coarsened: c.coarsened.map(gap),
      residue: c.residue.map(gap),
      holes: c.holes.map((h) => ({ path: inWords(h.path, c.kind), expression: HIDDEN, at: this.place(h.at) })),
    };
  }

  /** What was read in code may be any expression; what is asked for is named by keys of `exeat.yaml`. */
  private unknown(u: Assessment["unknowns"][number]): Assessment["unknowns"][number] {
    const what = this.text(u.what);
    if (u.at === undefined) return { ...u, what, dependsOn: this.text(u.dependsOn.replace(PRICE, this.price)) };
    const at = this.place(u.at);
    const [, variable] = /^Give (\S+) a value in a tfvars file/.exec(u.dependsOn) ?? [];
    if (variable !== undefined) {
      return { ...u, what, dependsOn: u.dependsOn.replace(variable, this.word("name", variable)), at };
    }
    const remedy = REMEDIES.some((known) => u.dependsOn.startsWith(known));
    return { ...u, what, dependsOn: remedy ? u.dependsOn : HIDDEN, at };
  }

  /** What has no price may be what somebody wrote where a class is asked for: only types that anybody may know are named. */
  private readonly price = (_: string, before: string, name: string): string =>
    `${before}${this.isPublic(name) ? name : this.word("class", name)}`;

  private diagnostic(d: Assessment["diagnostics"][number]): Assessment["diagnostics"][number] {
    const hidden = ({ address, source }: Pick<typeof d, "address" | "source">) => ({
      ...(address === undefined ? {} : { address: this.text(address) }),
      ...(source === undefined ? {} : { source: this.place(source) }),
    });
    return { ...d, detail: HIDDEN, ...hidden(d), ...(d.also === undefined ? {} : { also: d.also.map(hidden) }) };
  }

  /** What somebody stated may say anything. */
  private citation(c: Assessment["workItems"][number]["citation"]): Assessment["workItems"][number]["citation"] {
    return c.kind === "stated" ? { ...c, source: "exeat.yaml" } : c;
  }
}

const PRICE = /(\ba price for `)([^`]+)/g;
/** Stands for what is left out, in any language. */
const HIDDEN = "•••";
/** A key as an address writes it: quotes inside are escaped, brackets are not. */
const KEY = String.raw`\["(?:[^"\\]|\\.)*"\]|\[[^\]"]*\]`;
const NAME = String.raw`[\p{L}\p{N}_-]+`;
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.])(?:module|data|var|local|terragrunt|[a-z][a-z0-9]*_\w+)(?:${KEY})?(?:\.${NAME}(?:${KEY})?)+`,
  "gu",
);
const STEP = new RegExp(String.raw`\["((?:[^"\\]|\\.)*)"\]|\[[^\]"]*\]|${NAME}`, "gu");
/** What follows a head; a name after any other. */
const AFTER: Readonly<Record<string, "modules name" | "type" | "folder">> = {
  module: "modules name",
  data: "type",
  terragrunt: "folder",
};
/** What an unknown that was found in code can rest on without naming anything. */
const REMEDIES = [
  ...["Run `tofu init`", "a value that says which kind it is", "a description of the type"],
  ...["a value for `", "a price for `", "how much it is used", "components.<id>."],
  "Give a plan written through Terragrunt",
];

/** Ids of components have a root; the parts of no component are named by the effort model. */
function isId(id: string): boolean {
  return id.includes(":") && !/^(foreign|unknown|cross-cutting)\b/.test(id);
}

/** A place in a list stays; an expression does not. */
function index(part: string): string {
  return /^\[\d*\]$/.test(part) ? part : "[…]";
}
