import { list } from "../constructs/list.ts";
import { DECIDE, estateStep } from "./estate-steps.ts";
import { shown } from "./kind-planner.ts";
import { places } from "./places.ts";
import type { Step } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";
import { heldIn } from "./silent-source.ts";

/** In the first phase: what nothing else holds leaves the source before anything is built for it. */
export const FETCH = "prepare.copies.fetch";

/**
 * The steps of a plan whose source answers only for a while: what has no copy elsewhere, or none that anybody stated, is fetched before everything
 * else, and copied to the target before what has one.
 */
export function fetchedFirst(steps: readonly Step[], { assessment, survey, source }: PlanInput): Step[] {
  const { atRisk = [], mayBeLost } = assessment.reading;
  const ids = [...atRisk, ...mayBeLost].map((held) => held.component);
  if (ids.length === 0) return [...steps];
  const names = new Map(survey.components.map((c) => [c.id, shown(c)]));
  const named = (held: typeof mayBeLost) =>
    list(held.map(({ component }) => names.get(component) ?? `\`${component.replace(/^\.:/, "")}\``));
  const open =
    mayBeLost.length === 0
      ? ""
      : ` Of ${named(mayBeLost)} nobody stated where a copy lies: it is fetched too, unless a copy is found outside the source.`;
  const fetch = estateStep({
    id: FETCH,
    phase: "prepare",
    kind: "copy",
    concerns: ids,
    title: `Fetch what nothing else holds out of ${source.title}, before anything else: ${named([...atRisk, ...mayBeLost])}`,
    action: {
      manual: `It is lost when the source stops answering: export each as it is to a place outside it, and note when that was.${open} Later steps copy from the source as long as it answers, else from here. It concerns ${places(ids)}.`,
    },
    verify: { manual: "Each is read back from outside the source, and its counts and sizes are recorded." },
    rollback: { manual: "Remove what was fetched; the source is untouched." },
    durationDependsOn: "how much there is to fetch, and the link",
  });
  const first = new Set(ids);
  const copies = steps.filter((s) => s.kind === "copy" && s.phase === "data-replication");
  const isFirst = (step: Step) => heldIn(step).some((id) => first.has(id));
  const before = copies.filter(isFirst).map((s) => s.id);
  const later = new Set(copies.filter((s) => !isFirst(s)).map((s) => s.id));
  const more = (id: string) => (later.has(id) ? before : id === DECIDE ? [FETCH] : []);
  return [...steps.map((s) => ({ ...s, needs: [...s.needs, ...more(s.id)] })), fetch];
}
