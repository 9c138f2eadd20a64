import { compareText, type Location } from "../constructs/diagnostic.ts";
import { type Estate, isUnknown, type Native, nativeId, type Root, type StateBackend, type Tree } from "./native.ts";
import { leavesOf, lookUp } from "./paths.ts";
import type { Citation, Cloud } from "./provider.ts";
import { documentIn } from "./recorder.ts";
import { placeOf, type Stands } from "./state-place.ts";
import { IMAGES_NAMED, RUNNERS, RUNNERS_INSTALLED } from "./workload-places.ts";

/** What in code shows that something the exit itself needs stands at a cloud. Each cloud says it of its own. */
export interface DependencySigns {
  /** Hosts that are this cloud's, and all names below them. */
  readonly hosts: readonly string[];
  /** Kinds of state backend that lead to this cloud. */
  readonly backends: readonly {
    readonly type: string;
    /** Argument without which the block is a part of something said elsewhere. */
    readonly needs: string;
    /** Only with one of `hosts` it is this cloud's. */
    readonly hostNeeded?: boolean;
    /** Argument that names a key of this cloud. */
    readonly key?: string;
  }[];
  /** How the names of images in this cloud's registries look. */
  readonly registries: RegExp;
  /** Type → path where images are named. */
  readonly images: Readonly<Record<string, string>>;
  /** Type → paths of the text that a machine runs at its start. */
  readonly boots: Readonly<Record<string, readonly string[]>>;
  /** How such a text fetches a secret from this cloud. */
  readonly fetches: RegExp;
  readonly seen: readonly Sign[];
  readonly citation: Citation;
}

/** A native that shows something. */
export interface Sign {
  /** What is needed: an id of `assessment/dependencies.json`. */
  readonly dependency: string;
  readonly type: string;
  /** Default: managed. */
  readonly mode?: Native["mode"];
  /** What stands there, or below, must be like `text`, and nothing like `unless`. Default: being there is enough. */
  readonly path?: string;
  readonly text?: RegExp;
  readonly unless?: RegExp;
  /** Default: `source`. */
  readonly stands?: Stands;
}

/** Something seen in an estate, and what it says of where a thing stands. */
export interface SeenSign {
  readonly dependency: string;
  readonly stands: Stands;
  readonly root: string;
  readonly address: string;
  readonly at: Location;
}

/** Every sign in an estate, seen from the cloud that is left, in order of root and address. Pure. */
export function signsOf({ roots }: Pick<Estate, "roots">, cloud: Cloud): SeenSign[] {
  const { signs } = cloud;
  const all = [...statesOf(roots, cloud)];
  if (signs) {
    const byType = Map.groupBy(signs.seen, (s) => s.type);
    for (const { natives } of roots) for (const native of natives) all.push(...shownBy(native, signs, byType));
  }
  return all.sort((a, b) => compareText(nativeId(a), nativeId(b)));
}

/** Types whose arguments decide: a large state is read with them. */
export function typesSeen({ signs }: Pick<Cloud, "signs">): readonly string[] {
  if (!signs) return [];
  const decided = signs.seen.flatMap((s) => (s.path === undefined ? [] : [s.type]));
  return [
    ...Object.keys(IMAGES_NAMED),
    ...Object.keys(RUNNERS_INSTALLED),
    ...Object.keys(signs.images),
    ...Object.keys(signs.boots),
    ...decided,
  ];
}

function shownBy(native: Native, signs: DependencySigns, byType: ReadonlyMap<string, readonly Sign[]>): SeenSign[] {
  const { type, mode, root, address, at } = native;
  const found = (dependency: string, stands: Stands = "source") => ({ dependency, stands, root, address, at });
  // A type may be named like what every object has.
  const own = <T>(table: Readonly<Record<string, T>>) => (Object.hasOwn(table, type) ? table[type] : undefined);
  const holds = (path: string | undefined, text: RegExp) =>
    path !== undefined && textsAt(native, path).some((t) => text.test(t));
  const out: SeenSign[] = [];
  for (const sign of byType.get(type) ?? []) {
    if (mode !== (sign.mode ?? "managed")) continue;
    const { path = "", text, unless } = sign;
    if ((text && !holds(path, text)) || (unless && holds(path, unless))) continue;
    out.push(found(sign.dependency, sign.stands));
  }
  if (mode === "data") return out;
  if (holds(own(signs.images) ?? own(IMAGES_NAMED), signs.registries)) out.push(found("images"));
  const starts = own(signs.boots) ?? [];
  if (starts.some((path) => holds(path, signs.fetches))) out.push(found("secrets"));
  if (starts.some((path) => holds(path, RUNNERS)) || holds(own(RUNNERS_INSTALLED), RUNNERS)) out.push(found("ci"));
  return out;
}

/** Forms in which nobody can say where the state is kept: https://opentofu.org/docs/internals/json-format/, 2026-11-26. */
const SILENT: Partial<Readonly<Record<Root["form"], string>>> = {
  plan: "a plan names no backend",
  state: "a state names no backend",
};

/** A state elsewhere says nothing of the roots whose code does not say where theirs is. */
function* statesOf(roots: readonly Root[], cloud: Cloud): Generator<SeenSign> {
  const placed = roots.map((root) => ({
    root,
    own: (root.backends ?? []).map((backend) => ({ backend, stands: placeOf(backend, cloud) })),
  }));
  for (const { own } of placed) {
    for (const { backend, stands } of own) {
      const { root, address, at } = backend;
      yield { dependency: "state", stands, root, address, at };
      if (keyOf(backend, cloud)) yield { dependency: "keys", stands: "source", root, address, at };
    }
  }
  const elsewhere = placed.some(({ own }) => own.some((o) => o.stands === "elsewhere"));
  for (const { root, own } of placed) {
    const [first] = root.natives.filter((n) => n.mode === "managed");
    const covered = own.some((o) => !o.backend.address.startsWith("data.") && !o.backend.address.includes(".data."));
    const said =
      covered ||
      placed.some(
        (p) => isAbove(p.root.name, root.name) && p.own.some((o) => o.backend.address.startsWith("remote_state")),
      );
    const silent = SILENT[root.form];
    if ((elsewhere || silent) && first && !said) {
      const at = { file: first.at.file };
      yield { dependency: "state", stands: "unknown", root: root.name, address: silent ?? "no backend", at };
    }
  }
}

function keyOf(backend: StateBackend, cloud: Cloud): boolean {
  const key = cloud.signs?.backends.find((b) => b.type === backend.type)?.key;
  return key !== undefined && backend.given.includes(key) && placeOf(backend, cloud) === "source";
}

function isAbove(folder: string, root: string): boolean {
  return folder === "." || folder === root || root.startsWith(`${folder}/`);
}

/** Every text at a path or below it: in documents with its place before it, behind base64 too, and of what is not known the expression. */
function textsAt({ args }: Native, path: string): string[] {
  const found = path === "" ? { value: args } : lookUp(args, path);
  return found ? leavesOf(found.value).flatMap(([, leaf]) => textsOf(leaf)) : [];
}

function textsOf(leaf: Tree): string[] {
  const said = isUnknown(leaf) ? leaf.expression : String(leaf);
  const document = documentIn(leaf);
  if (document !== undefined) return [said, ...leavesOf(document).map(([at, l]) => `${at}=${textsOf(l)[0] ?? ""}`)];
  return BASE64.test(said) ? [said, Buffer.from(said, "base64").toString("utf8")] : [said];
}

const BASE64 = /^[A-Za-z0-9+/\s]{16,}={0,2}\s*$/;
