import { list } from "../constructs/list.ts";
import { Unknown } from "../providers/native.ts";
import type { ComputedLoss, FoundComponent, LeafGap, Translation } from "../providers/survey.ts";
import type { ComponentResult } from "./component-result.ts";
import { plain } from "./plain.ts";

const UNDECLARED = "The target gives back another value; no reason is on record.";
const OPEN = "What is asked for is not known, and not everything it may be is kept.";

/** What becomes of a component at the target, with its three gaps. One without a qualification that was asked for is `specific`. */
export function componentResult(
  component: FoundComponent,
  translation: Translation,
  unqualified: readonly string[],
  becomes: ComponentResult["becomes"],
): ComponentResult {
  const substitute = substituteOf(translation);
  return {
    id: component.id,
    kind: component.kind,
    ...(component.attachedTo ? { attachedTo: component.attachedTo } : {}),
    at: component.at,
    fit: unqualified.length > 0 ? "specific" : fitOf(component, translation),
    ...(unqualified.length > 0 ? { unqualified: [...unqualified] } : {}),
    losses: lossResults(translation),
    coarsened: component.coarsened.map(gapOf),
    residue: component.residue.map(gapOf),
    holes: component.holes.map(({ path, expression, at }) => ({ path, expression, at })),
    becomes,
    ...(substitute === undefined ? {} : { substitute }),
  };
}

export function lossResults(translation: Translation): ComponentResult["losses"] {
  return translation.losses.map((loss): ComponentResult["losses"][number] => ({
    path: loss.path,
    verdict: loss.verdict,
    severity: loss.declared?.severity ?? "degrades",
    class: loss.declared?.class ?? "workaround",
    asked: plain(loss.asked),
    got: plain(loss.got),
    why: whyOf(loss),
    instead: loss.declared?.instead ?? "Check the target's documentation before relying on it.",
    citation: loss.declared?.citation ?? { source: "computed", kind: "judgement" },
  }));
}

function whyOf({ declared, asked, verdict, on }: ComputedLoss): string {
  if (on && !declared)
    return `Whether it is kept depends on ${list(on.map((p) => `\`${p}\``))}, and that is not known.`;
  return declared?.why ?? (asked instanceof Unknown || verdict === "depends" ? OPEN : UNDECLARED);
}

/** What takes its place where the target has no such kind. */
export function substituteOf({ unsupported }: Translation): string | undefined {
  return unsupported && (unsupported.substitute?.what ?? `none: ${unsupported.why}`);
}

/** The words of the providers' own exit policies: a loss that blocks, or no such kind, is `specific`. */
export function fitOf(component: FoundComponent, translation: Translation): ComponentResult["fit"] {
  if (translation.unsupported) return "specific";
  // A loss that may be is treated as one that is: what is not known never makes the fit better.
  if (translation.losses.some((l) => l.declared?.severity === "blocks")) return "specific";
  const classes = [
    ...translation.losses.map((l) => l.declared?.class ?? "workaround"),
    ...[...component.coarsened, ...(component.mayCoarsen ?? [])].map((c) => c.class),
    ...component.residue.map((r) => r.class),
  ];
  return classes.every((c) => c === "setting") ? "core" : "implementation";
}

function gapOf({ address, path, class: gapClass }: LeafGap) {
  return { address, path, class: gapClass };
}
