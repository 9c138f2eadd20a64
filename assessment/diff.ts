import { z } from "zod";
import { compareText, saidOnce } from "../constructs/diagnostic.ts";
import { isConcealed } from "../providers/concealed.ts";
import { REDACTED } from "../providers/native.ts";
import { fingerprint, genericPath, isUnder, leavesOf } from "../providers/paths.ts";
import type { FoundComponent } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import { translationOf } from "./component-charges.ts";
import { ComponentResult } from "./component-result.ts";
import { holds } from "./conditions.ts";
import { effortKeyOf } from "./effort-key.ts";
import { effortModel } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { fitOf } from "./fit.ts";
import { insteadOf } from "./foreign-instead.ts";
import { notMade } from "./not-made.ts";
import { plain } from "./plain.ts";
import { Diagnostic, FORMAT_VERSION, Source, sourceOf, targetOf } from "./result.ts";

export const DiffRow = z.strictObject({
  /** Prop path, or `type.path` of a native for what only the source's natives know. */
  path: z.string(),
  /**
   * kept: satisfied by the target. by-hand: the code of the target asks for it, or for what takes its place. rewritten: another form of
   * the same. coarsened: read, but written back as something else.
   */
  verdict: z.enum(["kept", "by-hand", "rewritten", "coarsened", "depends", "lost", "not-read"]),
  from: z.json(),
  to: z.json(),
  why: z.string().optional(),
  instead: z.string().optional(),
});
export type DiffRow = z.infer<typeof DiffRow>;

/** One workload on two clouds, side by side and property by property. */
export const Diff = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  complete: z.boolean(),
  source: Source,
  target: z.strictObject({ cloud: z.string(), region: z.string() }),
  components: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      fit: ComponentResult.shape.fit,
      /** Types, one entry per native. */
      natives: z.strictObject({ source: z.array(z.string()), target: z.array(z.string()) }),
      rows: z.array(DiffRow),
      substitute: z.string().optional(),
    }),
  ),
  foreign: z.array(z.strictObject({ type: z.string(), count: z.int(), instead: z.string() })),
  unknown: z.array(z.strictObject({ type: z.string(), count: z.int() })),
  diagnostics: z.array(Diagnostic),
});
export type Diff = z.infer<typeof Diff>;

export function diff(input: AssessInput): Diff {
  const { survey, estate } = input;
  return {
    formatVersion: FORMAT_VERSION,
    complete: estate.complete,
    source: sourceOf(estate, survey),
    target: targetOf(input),
    components: survey.components
      .map((component) => {
        const translation = translationOf(input, component.id);
        const others = notMade(component, input.target);
        const substitute = translation.unsupported?.substitute?.what ?? translation.unsupported?.why;
        return {
          id: component.id,
          kind: component.kind,
          fit: fitOf(component, translation),
          natives: {
            source: [...component.natives, ...component.shared].map((n) => n.type).sort(),
            target: translation.natives.flatMap((n) => (others.includes(n.type) ? [] : [n.type])).sort(),
          },
          rows: rowsOf(component, input),
          ...(substitute === undefined ? {} : { substitute }),
        };
      })
      .sort((a, b) => compareText(a.id, b.id)),
    foreign: survey.foreign
      .map(({ type, natives }) => ({
        type,
        count: natives.length,
        instead: insteadOf(type, input),
      }))
      .sort((a, b) => compareText(a.type, b.type)),
    unknown: survey.unknown
      .map(({ type, natives }) => ({ type, count: natives.length }))
      .sort((a, b) => compareText(a.type, b.type)),
    diagnostics: saidOnce([...estate.diagnostics, ...survey.diagnostics]),
  };
}

function rowsOf(component: FoundComponent, input: AssessInput): DiffRow[] {
  const translation = translationOf(input, component.id);
  const lost = translation.losses.map(
    (loss): DiffRow => ({
      path: loss.path,
      verdict: loss.verdict,
      from: plain(loss.asked),
      to: plain(loss.got),
      ...(loss.declared ? { why: loss.declared.why, instead: loss.declared.instead } : {}),
    }),
  );
  const kept = [...component.requested].flatMap((prop): DiffRow[] => {
    if (translation.losses.some((l) => isUnder(l.path, prop))) return [];
    const hole = component.holes.find((h) => isUnder(h.path, prop));
    const value = component.props[prop];
    // Every witness was kept, or `losses` would name it: the value is not known, its fate is.
    const from = hole && value === undefined ? `\${${hole.expression}}` : plain(value);
    if (translation.unsupported)
      return [{ path: prop, verdict: "lost", from, to: null, why: translation.unsupported.why }];
    const why = byHand(value, hole?.expression);
    if (why === undefined) return [{ path: prop, verdict: "kept", from, to: from }];
    const charged = [why, ...workOn(prop, component, input)].join(" ");
    return [{ path: prop, verdict: "by-hand", from, to: null, why: charged }];
  });
  const coarsened = component.coarsened.map(
    (leaf): DiffRow => ({
      path: `${leaf.type}.${leaf.path}`,
      verdict: "coarsened",
      from: plain(leaf.read),
      to: plain(leaf.written),
    }),
  );
  const residue = component.residue.map(
    (leaf): DiffRow => ({ path: `${leaf.type}.${leaf.path}`, verdict: "not-read", from: null, to: null }),
  );
  const byPath = (rows: DiffRow[]) => rows.sort((a, b) => compareText(a.path, b.path));
  return [
    ...byPath([...lost, ...kept]),
    ...byPath(rewritesOf(component, input)),
    ...byPath(coarsened),
    ...byPath(residue),
  ];
}

/** Why somebody has to give what code of the target asks for; undefined: it is in the code. */
function byHand(value: unknown, hole: string | undefined): string | undefined {
  if (namesOutside(value))
    return "It names what is outside: the code of the target asks for what takes its place there.";
  return value === undefined && hole !== undefined && (hole.endsWith(REDACTED) || isConcealed(hole))
    ? "It is not carried over, for it may hold a secret or is known in part: the code of the target asks for it."
    : undefined;
}

function namesOutside(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return "external" in value || Object.values(value).some(namesOutside);
}

/** What is charged for making it anew. */
function workOn(
  prop: string,
  component: FoundComponent,
  { facts, translations, model = effortModel }: AssessInput,
): string[] {
  const key = effortKeyOf(component);
  const translation = translations.get(component.id);
  const of = { component, facts: factsOf(facts ?? {}, component.id), model };
  return model.workItems
    .filter((r) => r.kind === key && r.props?.includes(prop))
    .flatMap(({ activity, when, source }) => {
      const verdict = holds(when, translation ? { ...of, translation } : of);
      if (verdict === false) return [];
      return [`${verdict === true ? "Charged" : "May be charged"} as ${key}.${activity}: ${source.text ?? when}.`];
    });
}

/** Intended changes of form that touch what this component configures. */
function rewritesOf(component: FoundComponent, { source }: AssessInput): DiffRow[] {
  const entry = source.kinds[component.kind];
  if (!entry || !("rewrites" in entry)) return [];
  const rows = entry.rewrites.flatMap((rewrite): DiffRow[] => {
    const [type, ...rest] = rewrite.from.split(".");
    const path = rest.join(".");
    const values = rewrite.values?.map(([from]) => fingerprint(from));
    const touched = component.natives.some(
      (n) =>
        n.type === type &&
        leavesOf(n.args).some(
          ([at, value]) => isUnder(genericPath(at), path) && (values?.includes(fingerprint(value)) ?? true),
        ),
    );
    return touched && rewrite.to !== rewrite.from
      ? [{ path: rewrite.from, verdict: "rewritten", from: rewrite.from, to: rewrite.to, why: rewrite.why }]
      : [];
  });
  return [...new Map(rows.map((r) => [`${r.path} ${String(r.to)}`, r])).values()];
}
