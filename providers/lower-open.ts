import { compareDiagnostics, compareText, type Diagnostic } from "../constructs/diagnostic.ts";
import { kinds } from "../constructs/kinds.ts";
import { oneLine } from "../constructs/one-line.ts";
import { fieldsOf, shapeOf } from "../constructs/satisfies.ts";
import { text } from "./expr.ts";
import { labelsOf, snakeCase } from "./labels.ts";
import { type LowerOptions, lowerAll } from "./lower.ts";
import { lowerComponent } from "./lower-component.ts";
import { type Args, isList, isObject, type Native, REDACTED, type Tree, Unknown } from "./native.ts";
import { edgesOf, fingerprint, joinPath, leavesOf } from "./paths.ts";
import { type Cloud, type Complete, isImplemented, type Variable } from "./provider.ts";
import type { Synthesis } from "./synthesis.ts";
import { boundsOf } from "./translate.ts";
import { complete, type Incomplete, openProps, witnesses } from "./witness.ts";

/** A component whose values may be holes, with what its author changes by hand on each cloud. */
export interface OpenComponent extends Incomplete {
  readonly holes: readonly { readonly path: string; readonly expression: string }[];
  /** By cloud, by native type or address. */
  readonly overrides?: Readonly<Record<string, Readonly<Record<string, Args>>>>;
  readonly attachedTo?: "external";
}

/**
 * A workload with holes on a cloud. A hole whose value only passes through becomes a variable of the code; any other one takes its
 * first witness, with a warning. A fragment is left out: what it belongs to is not here.
 */
export function lowerOpen(components: readonly OpenComponent[], cloud: Cloud, options: LowerOptions = {}): Synthesis {
  const whole = components.filter((c) => !c.attachedTo && isImplemented(cloud.kinds[c.kind]));
  const labels = labelsOf(components.filter((c) => !c.attachedTo).map((c) => c.id));
  const { allowOrders = false } = options;
  const passing = new Map(whole.map((c) => [c.id, passingHoles(c, cloud, labels.get(c.id) ?? c.id, allowOrders)]));
  const synthesis = lowerAll(
    components
      .filter((c) => !c.attachedTo)
      .map((c) => {
        const probes = (passing.get(c.id) ?? []).map((hole) => [hole.prop, hole.probe] as const);
        const overrides = c.overrides?.[cloud.id];
        return { ...complete(c, Object.fromEntries(probes), boundsOf(cloud)), ...(overrides ? { overrides } : {}) };
      }),
    cloud,
    {
      ...options,
      adjust: ({ id }, natives) => (passing.get(id) ?? []).reduce(withVariable, natives),
    },
  );
  const told = new Set(
    synthesis.outputs.flatMap(({ value }) =>
      leavesOf({ value }).flatMap(([, leaf]) => (leaf instanceof Unknown ? leaf.expression : [])),
    ),
  );
  // What an output tells is no secret, and would be refused as one.
  const isTold = ({ places }: PassingHole) => [...places].some((place) => told.has(place.replace(" ", ".")));
  const variables = [...passing.values()]
    .flat()
    .map((hole) => ({ ...hole.variable, ...(hole.secret && !isTold(hole) ? { sensitive: true } : {}) }));
  return {
    ...synthesis,
    variables: [...synthesis.variables, ...variables].sort((a, b) => compareText(a.name, b.name)),
    diagnostics: [
      ...synthesis.diagnostics,
      ...components.filter((c) => c.attachedTo).map(fragment),
      ...whole.flatMap((c) => assumed(c, passing.get(c.id) ?? [], cloud, synthesis.components.get(c.id) ?? [])),
    ].sort(compareDiagnostics),
  };
}

/** A hole that becomes a variable: the value written in its place, and the leaves where it came out. */
interface PassingHole {
  readonly prop: string;
  readonly probe: string | number | boolean;
  readonly places: ReadonlySet<string>;
  readonly variable: Variable;
  /** Whether what stands there at the source is or holds a secret. */
  readonly secret: boolean;
}

const TYPES: Readonly<Record<string, Variable["type"]>> = {
  string: "string",
  number: "number",
  int: "number",
  boolean: "bool",
};
/** Texts that stand nowhere else, and that every service takes for a name; for what takes addresses alone, two that nobody has (RFC 5737). */
const PROBES = ["exeatholeone", "exeatholetwo", "203.0.113.4", "203.0.113.5"];

/** Tries two values in each scalar hole: where nothing but the value itself differs in what is written, it passes through. */
function passingHoles(component: OpenComponent, cloud: Cloud, label: string, allowOrders: boolean): PassingHole[] {
  const lowered = (filled: Record<string, unknown>) =>
    lowerComponent(complete(component, filled, boundsOf(cloud)), cloud, label, { allowOrders }).natives;
  return openProps(component).flatMap((prop): PassingHole[] => {
    const schema = fieldsOf(kinds[component.kind].props)?.[prop];
    const { inner, catalogued } = schema ? shapeOf(schema) : {};
    const type = TYPES[(inner?._zod.def as { type?: string } | undefined)?.type ?? ""];
    if (!schema || !type || catalogued || component.props[prop] !== undefined) return [];
    const [one, two] = [...PROBES, ...witnesses(component, prop)].filter((v) => schema.safeParse(v).success);
    if (!isScalar(one) || !isScalar(two)) return [];
    const places = placesOf(lowered({ [prop]: one }), one, lowered({ [prop]: two }), two);
    if (!places) return [];
    // Outputs are called `component_output`: no variable may be named like one.
    const name = `${snakeCase(prop)}_of_${label}`;
    const description = `The ${prop} of ${component.id}. At the source: ${expressionsOf(component, prop)}.`;
    const secret = holesOf(component, prop).some((hole) => hole.expression.endsWith(REDACTED));
    return [{ prop, probe: one, places, variable: { name, type, description }, secret }];
  });
}

function placesOf(
  first: readonly Native[],
  one: string | number | boolean,
  second: readonly Native[],
  two: string | number | boolean,
): ReadonlySet<string> | undefined {
  const [a, b] = [leaves(first), leaves(second)];
  const places = new Set<string>();
  if (a.size !== b.size) return undefined;
  for (const [place, value] of a) {
    const other = b.get(place);
    if (other === undefined) return undefined;
    if (fingerprint(value) === fingerprint(other)) continue;
    const same = value === one && other === two;
    const inside = typeof value === "string" && value.replaceAll(String(one), String(two)) === other;
    if (!same && !inside) return undefined;
    places.add(place);
  }
  return places.size > 0 ? places : undefined;
}

function leaves(natives: readonly Native[]): Map<string, Tree> {
  return new Map(natives.flatMap((n) => leavesOf(n.args).map(([path, v]) => [`${n.address} ${path}`, v] as const)));
}

function withVariable(natives: readonly Native[], { probe, places, variable }: PassingHole): readonly Native[] {
  const use = new Unknown(`var.${variable.name}`);
  const put = (leaf: Tree): Tree => {
    if (leaf === probe) return use;
    if (typeof leaf !== "string" || typeof probe !== "string" || !leaf.includes(probe)) return leaf;
    const parts = leaf.split(probe);
    return text(Object.assign(parts, { raw: parts }), ...parts.slice(1).map(() => use));
  };
  const walk = (tree: Tree, place: string, path = ""): Tree => {
    if (isList(tree)) return tree.map((item, i) => walk(item, place, joinPath(path, i)));
    if (isObject(tree)) {
      return Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, walk(v, place, joinPath(path, k))]));
    }
    return places.has(`${place} ${path}`) ? put(tree) : tree;
  };
  return natives.map((n) => {
    const args = walk(n.args, n.address) as Args;
    return { ...n, args, refs: edgesOf(args) };
  });
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

function holesOf({ holes }: OpenComponent, prop: string): OpenComponent["holes"] {
  return holes.filter((h) => h.path === prop || h.path.startsWith(`${prop}.`));
}

function expressionsOf(component: OpenComponent, prop: string): string {
  return [...new Set(holesOf(component, prop).map((h) => oneLine(h.expression)))].join(", ");
}

function fragment({ id }: OpenComponent): Diagnostic {
  return {
    severity: "warning",
    code: "EX0320",
    summary: "A fragment is left out of the code",
    detail: "It is part of something that is not here, and cannot be written without it. Move it together with that.",
    address: id,
  };
}

function assumed(
  component: OpenComponent,
  passing: readonly PassingHole[],
  cloud: Cloud,
  natives: readonly Native[],
): Diagnostic[] {
  const written: Complete = complete(component, {}, boundsOf(cloud));
  return openProps(component)
    .filter((prop) => !passing.some((hole) => hole.prop === prop))
    .flatMap((prop): Diagnostic[] => {
      const value = (written.props as Record<string, unknown>)[prop];
      const stands = isStandIn(value);
      // A cloud that has no place for it has nothing to be set: what is lost there says so.
      if (stands && !isAsked(natives)) return [];
      const has = value === undefined ? "nothing there" : stands ? ASKED : oneLine(JSON.stringify(value));
      const detail = `At the source, ${prop} is ${expressionsOf(component, prop)}; the code for ${cloud.title} has ${has}. Set it before you apply.`;
      return [
        {
          severity: "warning",
          code: "EX0321",
          summary: "A value that nobody knows was assumed",
          detail,
          address: component.id,
        },
      ];
    });
}

/** What code asks for in place of something of another place that nobody knows. */
const ASKED = "var.external_witness";

function isStandIn(value: unknown): boolean {
  return isObject(value as Tree) && (value as Record<string, unknown>)["external"] === "witness";
}

function isAsked(natives: readonly Native[]): boolean {
  return natives.some(({ args }) =>
    leavesOf(args).some(([, leaf]) => leaf instanceof Unknown && leaf.expression.includes(ASKED)),
  );
}
