import { isExternal, isRef, type Reference } from "../constructs/component.ts";
import { isList, isObject, type Native, type Tree } from "../providers/native.ts";
import { isSameTree } from "../providers/paths.ts";
import type { Cloud } from "../providers/provider.ts";
import type { FoundComponent } from "../providers/survey.ts";
import { takeSurvey } from "../providers/take-survey.ts";
import { asState } from "./as-state.ts";
import { law, shown } from "./law.ts";
import type { Specimen } from "./specimen.ts";
import type { Workload } from "./workload.ts";

export const stateForm = law<Specimen>(
  11,
  "state-form",
  "The state of what is written holds the same component: it may leave out what it does not tell from nothing, and says nothing else.",
  ({ cloud, natives }, fail) => {
    const [code, state] = [found(natives, cloud), found(asState(natives, cloud), cloud)];
    const named = (list: typeof code) => list.map((c) => `${c.kind} ${c.id}`).join(", ");
    if (named(code) !== named(state)) return fail(`${named(code)} becomes ${named(state)}`);
    for (const [i, { props, holes, coarsened }] of state.entries()) {
      for (const place of newlyCoarsened(coarsened, code[i]?.coarsened)) fail(`${place} is read and not written back`);
      const open = new Set(holes.map((h) => h.path.split(".")[0]));
      for (const [prop, value] of Object.entries(props)) {
        const asked = code[i]?.props[prop];
        if (asked !== undefined && !open.has(prop) && !saysNoMore(value as Tree, asked as Tree))
          fail(`${prop} is ${shown(asked)}, then ${shown(value)}`);
      }
    }
  },
);

export const stateTies = law<Workload>(
  11,
  "state-ties",
  "In the state of what is written a component is known by its id, and none is taken for another.",
  ({ cloud, natives }, fail) => {
    const values = asState(natives, cloud);
    const code = new Map(found(natives, cloud).map((c) => [c.id, c]));
    const state = found(values, cloud);
    const anchors = new Set(state.map((c) => c.natives[0]?.address));
    const ids = new Set(values.filter((n) => anchors.has(n.address)).map((n) => n.args["id"]));
    for (const { id, props, coarsened } of state) {
      for (const place of newlyCoarsened(coarsened, code.get(id)?.coarsened))
        fail(`${place} is read and not written back`);
      const meant = new Set(references(code.get(id)?.props as Tree | undefined).map(componentOf));
      for (const reference of references(props as Tree)) {
        if (isExternal(reference)) {
          if (ids.has(reference.external)) fail(`${id} names ${reference.external}, and nobody knows what it is`);
        } else if (!meant.has(reference.component))
          fail(`${id} is tied to ${reference.component}, which it never named`);
      }
    }
  },
);

function found(natives: readonly Native[], cloud: Cloud): readonly FoundComponent[] {
  const root = { name: ".", form: "state", natives, holes: [], empty: [], unreadable: [] } as const;
  return takeSurvey({ roots: [root] }, cloud).components;
}

/** Leaves of a state that are not written back, and of code are. */
function newlyCoarsened(state: FoundComponent["coarsened"], code: FoundComponent["coarsened"] = []): string[] {
  const [after, before] = [state, code].map((leaves) => leaves.map(({ address, path }) => `${address} ${path}`));
  return (after ?? []).filter((place) => !before?.includes(place));
}

/** The same, or with fields left out; of something else a state has the name alone. */
function saysNoMore(state: Tree | undefined, code: Tree | undefined): boolean {
  if (isRef(code)) return isExternal(state) || typeof state === "string";
  if (isExternal(code))
    return isExternal(state) ? !code.literal || state.external === code.external : typeof state === "string";
  if (isList(state) && isList(code))
    return state.length === code.length && state.every((item, i) => saysNoMore(item, code[i]));
  if (isObject(state) && isObject(code))
    return Object.entries(state).every(([field, value]) => saysNoMore(value, code[field]));
  return isSameTree(state, code);
}

function references(tree: Tree | undefined): Reference[] {
  if (isRef(tree) || isExternal(tree)) return [tree];
  if (isList(tree)) return tree.flatMap(references);
  return isObject(tree) ? Object.values(tree).flatMap(references) : [];
}

function componentOf(reference: Reference): string | undefined {
  return isRef(reference) ? reference.component : undefined;
}
