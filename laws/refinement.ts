import { isExternal } from "../constructs/component.ts";
import type { Tree } from "../providers/native.ts";
import { fingerprint } from "../providers/paths.ts";
import type { FoundComponent, Survey } from "../providers/survey.ts";
import { law, type Subject, shown } from "./law.ts";

/** One estate in two forms, of which the second knows more: code and its plan, a plan and the state after it. */
export interface Forms extends Subject {
  readonly less: Survey;
  readonly more: Survey;
}

export const refinement = law<Forms>(
  11,
  "refinement",
  "A form that knows more holds the same components, and says the same wherever both know.",
  ({ less, more }, fail) => {
    const named = (survey: Survey) => survey.components.map((c) => `${c.kind} ${c.id}`).join(", ");
    if (named(less) !== named(more)) fail(`${named(less)} becomes ${named(more)}`);
    const byId = new Map(more.components.map((c) => [c.id, c]));
    for (const component of less.components) {
      const same = byId.get(component.id);
      if (same) contradictions(component, same, fail);
    }
  },
);

/** Props of which both know something, and not the same; props that one knows and the other has never heard of. */
function contradictions(less: FoundComponent, more: FoundComponent, fail: (says: string) => void): void {
  const open = new Set([...less.holes, ...more.holes].map((h) => h.path.split(".")[0]));
  for (const [prop, value] of Object.entries(less.props)) {
    if (open.has(prop)) continue;
    if (!(prop in more.props)) fail(`${less.id} ${prop} is gone`);
    else if (!agrees(value, more.props[prop]))
      fail(`${less.id} ${prop} is ${shown(value)}, then ${shown(more.props[prop])}`);
  }
}

/** The same, but that a name that was not known may be known by now. */
function agrees(less: unknown, more: unknown): boolean {
  if (isExternal(less) && isExternal(more)) {
    return !less.literal || (more.literal === true && less.external === more.external);
  }
  return fingerprint(less as Tree) === fingerprint(more as Tree);
}
