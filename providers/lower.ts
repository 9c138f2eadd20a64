import { isExternal, isRef, type KindDefinition, type Reference } from "../constructs/component.ts";
import { compareDiagnostics, compareText, type Diagnostic } from "../constructs/diagnostic.ts";
import { type Kind, kinds } from "../constructs/kinds.ts";
import { oneLine } from "../constructs/one-line.ts";
import { joinedWords, labelsOf, shortened } from "./labels.ts";
import { type LoweredComponent, lowerComponent } from "./lower-component.ts";
import { mergedNatives } from "./merge.ts";
import { type Args, type Native, type Tree, Unknown } from "./native.ts";
import { dangling, largerThanAsked, notBought, substituted, unsupported } from "./not-as-asked.ts";
import { outputsOf } from "./outputs.ts";
import { overridden } from "./overrides.ts";
import { edgesOf } from "./paths.ts";
import type { Cloud, Variable } from "./provider.ts";
import { isImplemented } from "./provider.ts";
import { nameOf, resolve } from "./references.ts";
import { settled } from "./settled.ts";
import { roundAbout, standsFirst } from "./stands-first.ts";
import type { Authored, Synthesis } from "./synthesis.ts";
import { usedBy, usersOf } from "./users.ts";

export interface LowerOptions {
  /** Default: the cloud's. */
  readonly region?: string;
  /** Plain identifiers from outside are written as they are where the code stays on the cloud they were read from; else each is a variable. Default: false. */
  readonly keepExternals?: boolean;
  /** Natives that buy something are written. Default: false, and a diagnostic says what was left out. */
  readonly allowOrders?: boolean;
  /** Last change to a component's natives, while references in them are still placeholders. */
  adjust?(component: Authored, natives: readonly Native[]): readonly Native[];
}

/** A whole workload on a cloud: references resolved, nothing dangling. Kinds the cloud has not are diagnostics, the rest is written. */
export function lowerAll(given: readonly Authored[], cloud: Cloud, options: LowerOptions = {}): Synthesis {
  const inOrder = [...given].sort((a, b) => compareText(a.id, b.id));
  const region = options.region ?? cloud.defaultRegion;
  const { components, diagnostics: unsettled } = settled(inOrder, cloud, region);
  const labels = labelsOf(components.map((c) => c.id));
  const diagnostics: Diagnostic[] = [...unsettled];
  const variables = new Map<string, Variable>();
  const lowered = new Map<string, Pick<LoweredComponent, "natives" | "after"> & { kind: Kind }>();
  const users = usersOf(components);
  const uses = usedBy(components);
  for (const component of components) {
    const entry = cloud.kinds[component.kind];
    if (!isImplemented(entry)) {
      diagnostics.push(unsupported(component, cloud));
      continue;
    }
    const made = lowerComponent(component, cloud, labels.get(component.id) ?? component.id, {
      region,
      allowOrders: options.allowOrders ?? false,
      users: users.get(component.id) ?? [],
      uses: uses.get(component.id) ?? [],
    });
    for (const variable of made.variables) variables.set(variable.name, variable);
    for (const s of made.substitutions) diagnostics.push(substituted(component, cloud, s));
    for (const what of made.orders) diagnostics.push(notBought(component, cloud, what));
    for (const disk of made.enlarged) diagnostics.push(largerThanAsked(component, cloud, disk));
    const own = overridden(component, made.natives, cloud, diagnostics);
    const { kind } = component;
    lowered.set(component.id, { kind, natives: options.adjust?.(component, own) ?? own, after: made.after });
  }

  const valueFor =
    (from: Authored) =>
    (reference: Reference): Tree => {
      if (isRef(reference)) {
        const target = lowered.get(reference.component);
        const entry = target && cloud.kinds[target.kind];
        const output = isImplemented(entry)
          ? (entry.outputs[reference.output] ?? entry.inner?.[reference.output])
          : undefined;
        const value = target && output?.(target.natives, reference.item, from);
        if (value !== undefined) return value;
        if (!output) diagnostics.push(dangling(from, reference));
      }
      if (isExternal(reference) && options.keepExternals && reference.literal) return reference.external;
      const variable = variableFor(reference);
      variables.set(variable.name, variable);
      return new Unknown(`var.${variable.name}`);
    };
  const resolved = components.flatMap((component) => {
    const own = lowered.get(component.id);
    const natives = own?.natives.map((n): Native => {
      const args = resolve(n.args, valueFor(component)) as Args;
      return { ...n, args, refs: edgesOf(args) };
    });
    return own && natives ? [{ id: component.id, natives, after: own.after }] : [];
  });
  const wanted = new Map(
    resolved.flatMap(({ after }) =>
      [...after].map(([address, { of, types }]) => {
        const there = of.filter(isRef).flatMap(({ component }) => lowered.get(component)?.natives ?? []);
        return [address, there.filter((n) => types.includes(n.type)).map((n) => n.address)] as const;
      }),
    ),
  );
  const firsts = standsFirst(
    resolved.flatMap((c) => c.natives),
    wanted,
  );
  const natives = new Map(
    resolved.map(({ id, natives: own }) => {
      const ordered = own.map((n): Native => {
        const dependsOn = firsts.get(n.address) ?? [];
        return dependsOn.length > 0 ? { ...n, dependsOn } : n;
      });
      return [id, ordered] as const;
    }),
  );
  const merged = mergedNatives(natives, labels);
  return {
    cloud: cloud.id,
    region,
    natives: [...new Set([...merged.components.values()].flat())].sort((a, b) => compareText(a.address, b.address)),
    variables: [...variables.values()].sort((a, b) => compareText(a.name, b.name)),
    outputs: outputsOf(components, merged.components, labels, cloud),
    components: merged.components,
    diagnostics: [...diagnostics, ...merged.diagnostics, ...roundAbout(merged.components, cloud)].sort(
      compareDiagnostics,
    ),
  };
}

function variableFor(reference: Reference): Variable {
  const text = isRef(reference) ? nameOf(reference) : reference.external;
  return {
    name: `external_${shortened(joinedWords(text), 60).replaceAll("-", "_") || "value"}`,
    type: isRef(reference) && isListOutput(reference.output) ? "list(string)" : "string",
    description: `Stands for ${oneLine(text)}, which this workload uses and does not contain.`,
  };
}

/** Of a component that is not here the kind is not known; no two kinds call unlike things by one name. */
function isListOutput(output: string): boolean {
  return Object.values(kinds).some(({ lists = [] }: KindDefinition) => lists.includes(output));
}
