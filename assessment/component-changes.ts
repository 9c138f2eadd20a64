import { compareText } from "../constructs/diagnostic.ts";
import type { FoundComponent, LeafGap } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import type { ChangedComponent, Difference } from "./change.ts";
import { translationOf } from "./component-charges.ts";
import { fitOf } from "./fit.ts";
import { type Json, plain } from "./plain.ts";
import { regionOf } from "./regions.ts";

/** Components that only one side has, and those that are not as they were. Where they stand is no difference. */
export function componentChanges(before: AssessInput, after: AssessInput): ChangedComponent[] {
  const [base, head] = [byId(before), byId(after)];
  const ids = [...new Set([...base.keys(), ...head.keys()])].sort(compareText);
  return ids.flatMap((id): ChangedComponent[] => {
    const [was, is] = [base.get(id), head.get(id)];
    const shown = is ?? was;
    if (!shown) return [];
    const differences = was && is ? differencesOf(was, before, is, after) : [];
    const fit = {
      before: was ? fitOf(was, translationOf(before, id)) : null,
      after: is ? fitOf(is, translationOf(after, id)) : null,
    };
    if (was && is && differences.length === 0) return [];
    const change = !was ? "added" : !is ? "removed" : "changed";
    return [{ change, id, kind: shown.kind, at: shown.at, fit, differences }];
  });
}

function byId({ survey }: AssessInput): Map<string, FoundComponent> {
  return new Map(survey.components.map((c) => [c.id, c]));
}

type What = Difference["what"];

function differencesOf(was: FoundComponent, before: AssessInput, is: FoundComponent, after: AssessInput): Difference[] {
  const parts = (
    of: (component: FoundComponent, input: AssessInput) => Iterable<readonly [string, Json]>,
    what: What,
  ) => compared(new Map(of(was, before)), new Map(of(is, after)), what);
  return [
    ...parts((c) => regionIn(c), "region"),
    ...parts((c) => leaves({ kind: c.kind, ...(plain(c.props) as object) }), "prop"),
    ...parts((c) => c.holes.map((h) => [h.path, h.expression] as const), "hole"),
    ...parts((c, input) => lossesOf(c, input), "loss"),
    ...parts((c) => gapsOf(c.coarsened), "coarsened"),
    ...parts((c) => gapsOf(c.residue), "residue"),
    ...parts((c) => [...c.natives, ...c.shared].map((n) => [n.address, n.type] as const), "native"),
  ];
}

function regionIn(component: FoundComponent): (readonly [string, Json])[] {
  const region = regionOf(component);
  return region === undefined ? [] : [["", region]];
}

function lossesOf(component: FoundComponent, input: AssessInput): (readonly [string, Json])[] {
  const { losses, unsupported } = translationOf(input, component.id);
  if (unsupported) return [["", "unsupported"]];
  return losses.map((l) => [l.path, `${l.verdict} (${l.declared?.severity ?? "degrades"})`] as const);
}

function gapsOf(gaps: readonly LeafGap[]): (readonly [string, Json])[] {
  return gaps.map((gap) => [`${gap.address}.${gap.path}`, gap.class] as const);
}

/**
 * Leaves of props by their path. An element of a list stands under its own text, so that one put first does not change all
 * after it; equal elements count once.
 */
function leaves(value: unknown, path = ""): (readonly [string, Json])[] {
  if (Array.isArray(value)) {
    return value.map((element) => [`${path}[] ${JSON.stringify(element)}`, element as Json] as const);
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inside]) => leaves(inside, path === "" ? key : `${path}.${key}`));
  }
  return [[path, value as Json]];
}

function compared(before: ReadonlyMap<string, Json>, after: ReadonlyMap<string, Json>, what: What): Difference[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return paths.flatMap((path): Difference[] => {
    const [was, is] = [before.get(path) ?? null, after.get(path) ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ what, path: path.replace(/\[\] .*$/s, "[]"), before: was, after: is }];
  });
}
