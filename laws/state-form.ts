import { isExternal, isRef } from "../constructs/component.ts";
import { isList, isObject, type Tree } from "../providers/native.ts";
import { isSameTree } from "../providers/paths.ts";
import { takeSurvey } from "../providers/take-survey.ts";
import { asState } from "./as-state.ts";
import { law, shown } from "./law.ts";
import type { Specimen } from "./specimen.ts";

export const stateForm = law<Specimen>(
  11,
  "state-form",
  "The state of what is written holds the same component: it may leave out what it does not tell from nothing, and says nothing else.",
  ({ cloud, natives }, fail) => {
    const survey = (found: typeof natives) =>
      takeSurvey(
        { roots: [{ name: ".", form: "state", natives: found, holes: [], empty: [], unreadable: [] }] },
        cloud,
      );
    const [code, state] = [survey(natives), survey(asState(natives, cloud))].map((s) => s.components);
    const named = (list = code) => list?.map((c) => `${c.kind} ${c.id}`).join(", ");
    if (named(code) !== named(state)) return fail(`${named(code)} becomes ${named(state)}`);
    for (const [i, { props, holes }] of (state ?? []).entries()) {
      const open = new Set(holes.map((h) => h.path.split(".")[0]));
      for (const [prop, value] of Object.entries(props)) {
        const before = code?.[i]?.props[prop];
        if (before !== undefined && !open.has(prop) && !saysNoMore(value as Tree, before as Tree))
          fail(`${prop} is ${shown(before)}, then ${shown(value)}`);
      }
    }
  },
);

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
