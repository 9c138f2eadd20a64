import { isExternal, isRef, type KindDefinition, type Reference } from "../constructs/component.ts";
import { compareDiagnostics, compareText, type Diagnostic } from "../constructs/diagnostic.ts";
import { type Kind, kinds } from "../constructs/kinds.ts";
import { oneLine } from "../constructs/one-line.ts";
import { pick } from "./catalogue.ts";
import { freeName, joinedWords, labelsOf, shortened, snakeCase } from "./labels.ts";
import { mergedNatives } from "./merge.ts";
import { type Args, type Native, type Tree, Unknown } from "./native.ts";
import { overridden } from "./overrides.ts";
import { asWritten, edgesOf } from "./paths.ts";
import type { Cloud, Complete, LowerContext, NativeOptions, Variable } from "./provider.ts";
import { isImplemented } from "./provider.ts";
import { nameOf, placeholder, resolve } from "./references.ts";
import { settled } from "./settled.ts";
import { roundAbout, standsFirst } from "./stands-first.ts";
import type { Authored, Synthesis } from "./synthesis.ts";
import { usersOf } from "./users.ts";

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

/** One component on a cloud. */
export interface LoweredComponent {
  readonly natives: readonly Native[];
  readonly variables: readonly Variable[];
  /** Values asked of a catalogue that it does not offer. */
  readonly substitutions: readonly { readonly catalogue: string; readonly wanted: Tree; readonly taken: Tree }[];
  /** What would have to be bought and was left out. */
  readonly orders: readonly string[];
  /** Disks that are written larger than asked for, in GiB. */
  readonly enlarged: readonly { readonly asked: number; readonly written: number }[];
  /** By native address: what must stand first in components referred to. */
  readonly after: ReadonlyMap<string, NonNullable<NativeOptions["after"]>>;
}

export interface ComponentOptions {
  /** Default: the cloud's. */
  readonly region?: string | undefined;
  /** What a reference becomes. Default: a placeholder that `referenceIn` finds again. */
  output?(reference: Reference): Tree;
  /** Natives that buy something are written: what a cloud can do is judged with them. Default: true. */
  readonly allowOrders?: boolean | undefined;
  /** Default: none. */
  readonly users?: readonly Complete[];
}

/** Lowers one component alone. The kind must be implemented. */
export function lowerComponent(
  component: Complete,
  cloud: Cloud,
  label: string,
  { region, output = placeholder, allowOrders = true, users = [] }: ComponentOptions = {},
): LoweredComponent {
  const entry = cloud.kinds[component.kind];
  if (!isImplemented(entry)) throw new Error(`${cloud.id} has no ${component.kind}`);
  const variables = new Map<string, Variable>();
  const substitutions: LoweredComponent["substitutions"][number][] = [];
  const orders: string[] = [];
  const enlarged: LoweredComponent["enlarged"][number][] = [];
  const after = new Map<string, NonNullable<NativeOptions["after"]>>();
  const name = (part?: string) =>
    shortened(
      [label, part]
        .filter((p) => p !== undefined)
        .join("-")
        .replaceAll("_", "-"),
      40,
    );
  const context: LowerContext = {
    region: region ?? cloud.defaultRegion,
    native(type, args, options) {
      const made = native(cloud, type, label, args, options);
      if (options?.after) after.set(made.address, options.after);
      return made;
    },
    name,
    users,
    output,
    pick(catalogue, wanted) {
      const offers = cloud.catalogues[catalogue];
      if (!offers) throw new Error(`${cloud.id} has no catalogue ${catalogue}`);
      const picked = pick(offers, wanted);
      if (!picked.exact && wanted !== undefined) substitutions.push({ catalogue, wanted, taken: picked.value });
      return picked;
    },
    variable(variable) {
      variables.set(variable.name, variable);
      return new Unknown(`var.${variable.name}`);
    },
    enlarged(asked, written) {
      enlarged.push({ asked, written });
    },
    order(what) {
      if (!allowOrders) orders.push(what);
      return allowOrders;
    },
  };
  // The table gives each kind its own implementation; which one is known only here.
  const lower = entry.lower as (component: Complete, context: LowerContext) => readonly Native[];
  const natives = lower(component, context);
  return { natives, variables: [...variables.values()], substitutions, orders, enlarged, after };
}

function native(
  cloud: Cloud,
  type: string,
  label: string,
  given: { readonly [key: string]: Tree | undefined },
  options: NativeOptions = {},
): Native {
  const args = Object.fromEntries(Object.entries(given).filter((e): e is [string, Tree] => e[1] !== undefined));
  const name = [label, options.part]
    .filter((p) => p !== undefined)
    .join("_")
    .replaceAll("-", "_");
  const provider = cloud.providers.find((p) => type.startsWith(`${p.name}_`)) ?? cloud.providers[0];
  const { mode = "managed", preventDestroy, ignoreChanges } = options;
  const lifecycle = {
    ...(preventDestroy ? { preventDestroy } : {}),
    ...(ignoreChanges?.length ? { ignoreChanges } : {}),
  };
  return {
    address: `${mode === "data" ? "data." : ""}${type}.${name}`,
    root: ".",
    mode,
    type,
    name,
    provider: { name: provider?.name ?? cloud.id },
    ...asWritten(args),
    ...(Object.keys(lifecycle).length > 0 ? { lifecycle } : {}),
    ...(options.dependsOn?.length ? { dependsOn: options.dependsOn.map((n) => n.address) } : {}),
    ...(options.merge === undefined ? {} : { merge: options.merge }),
    at: { file: "synthesised" },
  };
}

/** A whole workload on a cloud: references resolved, nothing dangling. Kinds the cloud has not are diagnostics, the rest is written. */
export function lowerAll(given: readonly Authored[], cloud: Cloud, options: LowerOptions = {}): Synthesis {
  const inOrder = [...given].sort((a, b) => compareText(a.id, b.id));
  const { components, diagnostics: unsettled } = settled(inOrder, cloud);
  const region = options.region ?? cloud.defaultRegion;
  const labels = labelsOf(components.map((c) => c.id));
  const diagnostics: Diagnostic[] = [...unsettled];
  const variables = new Map<string, Variable>();
  const lowered = new Map<string, Pick<LoweredComponent, "natives" | "after"> & { kind: Kind }>();
  const users = usersOf(components);
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
        const output = isImplemented(entry) ? entry.outputs[reference.output] : undefined;
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

/** Every output of every component, of one that stands for several things each of them, for the people and the code that come next. */
function outputsOf(
  components: readonly Authored[],
  natives: ReadonlyMap<string, readonly Native[]>,
  labels: ReadonlyMap<string, string>,
  cloud: Cloud,
): Synthesis["outputs"] {
  const taken = new Set<string>();
  return components
    .flatMap((component) => {
      const { id, kind } = component;
      const entry = cloud.kinds[kind];
      const own = natives.get(id);
      if (!own || !isImplemented(entry)) return [];
      return Object.entries(entry.outputs).flatMap(([output, expression]) =>
        itemsOf(component, output).flatMap((item) => {
          const value = expression(own, item);
          if (value === undefined) return [];
          const [mark, words] = item === undefined ? ["", ""] : [`_${joinedWords(item)}`, ` ${oneLine(item)}`];
          const name = freeName(`${labels.get(id)}_${snakeCase(output)}${mark}`, taken);
          return [{ name, description: `The ${output}${words} of ${id} (${kinds[kind].title}).`, value }];
        }),
      );
    })
    .sort((a, b) => compareText(a.name, b.name));
}

/** Names of what an output stands for; of one that stands for one thing, one without a name. */
function itemsOf({ kind, props }: Authored, output: string): readonly (string | undefined)[] {
  const prop = (kinds[kind] as KindDefinition).items?.[output];
  if (prop === undefined) return [undefined];
  const items = (props as { readonly [prop: string]: readonly { readonly name: string }[] | undefined })[prop] ?? [];
  return items.map(({ name }) => name);
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

function unsupported({ id, kind }: Authored, cloud: Cloud): Diagnostic {
  const entry = cloud.kinds[kind];
  const why = entry && "unsupported" in entry ? entry.unsupported : "not written";
  const substitute = entry && "substitute" in entry ? entry.substitute?.what : undefined;
  return {
    severity: "warning",
    code: "EX0310",
    summary: "The target does not have this kind",
    detail: `${cloud.title}: ${why}. ${substitute ? `Instead: ${substitute}` : "Nothing replaces it yet"}; it is left out of the code.`,
    address: id,
  };
}

function substituted(
  { id }: Authored,
  cloud: Cloud,
  { catalogue, wanted, taken }: LoweredComponent["substitutions"][number],
): Diagnostic {
  return {
    severity: "warning",
    code: "EX0311",
    summary: "The target does not offer this value",
    detail: `${cloud.title} has no ${JSON.stringify(wanted)} in its catalogue ${catalogue}; ${JSON.stringify(taken)} was written instead. See what is lost with \`exeat diff\`.`,
    address: id,
  };
}

function notBought({ id }: Authored, cloud: Cloud, what: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0315",
    summary: "Something that has to be bought is left out",
    detail: `${cloud.title} sells ${what} by an order, which needs a means of payment. The code takes for granted that it is there; order it by hand, or synthesise with --allow-orders to have the code order it.`,
    address: id,
  };
}

function largerThanAsked(
  { id }: Authored,
  cloud: Cloud,
  { asked, written }: LoweredComponent["enlarged"][number],
): Diagnostic {
  return {
    severity: "warning",
    code: "EX0323",
    summary: "A disk is written larger than asked for",
    detail: `${written} GiB are written and paid where ${asked} are asked for: at ${cloud.title} a disk is as fast as it is large. Ask for less speed, or override the size for this cloud.`,
    address: id,
  };
}

function dangling(from: Authored, { component, output }: { component: string; output: string }): Diagnostic {
  return {
    severity: "error",
    code: "EX0312",
    summary: "A reference leads nowhere",
    detail: `It names the output ${output} of ${component}, which is not in this workload or not on this cloud. A variable stands in its place: give it a value, or add the component.`,
    address: from.id,
  };
}
