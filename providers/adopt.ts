import { isExternal, isRef } from "../constructs/component.ts";
import { compareText } from "../constructs/diagnostic.ts";
import { oneLine } from "../constructs/one-line.ts";
import { canonical } from "../constructs/satisfies.ts";
import { canonicalWorkload, type WorkloadDocument, type WrittenComponent } from "../constructs/workload-file.ts";
import { carried } from "./adopt-overrides.ts";
import { counterparts, importsOf } from "./counterparts.ts";
import { labelsOf } from "./labels.ts";
import { lowerOpen, type OpenComponent } from "./lower-open.ts";
import { type Estate, leafId, type Native, nativeId } from "./native.ts";
import { isUnder } from "./paths.ts";
import type { Cloud } from "./provider.ts";
import type { FoundComponent, LeafGap, Survey } from "./survey.ts";

/** An estate as a workload, and everything of it that the workload does not carry. */
export interface Adoption {
  readonly workload: WorkloadDocument;
  /** The same, as synthesis takes it. */
  readonly components: readonly OpenComponent[];
  /** Id in the estate → id in the workload. */
  readonly ids: ReadonlyMap<string, string>;
  /** Leaves without a prop that became overrides of the source cloud. */
  readonly carried: readonly LeafGap[];
  /** Configured leaves that the synthesis to the source cloud will not have, or will have with another value, with why. */
  readonly left: readonly (LeafGap & { readonly why: string })[];
}

/**
 * The estate as a neutral workload. Synthesised to the source cloud it differs from the estate only by `left`, by declared
 * rewrites, and by what belongs to no component. Pure.
 */
export function adopt(survey: Survey, cloud: Cloud, source: Estate["source"]): Adoption {
  const ids = labelsOf(survey.components.map((c) => c.id));
  const open = survey.components.map((c) => openComponent(c, ids));
  // Of a cloud that is only left no code is written: nothing has a counterpart, and nothing becomes an override.
  const written = cloud.sourceOnly ? undefined : lowerOpen(open, cloud, { allowOrders: true });
  // A native that several components read stays one: code that gives each its own may not carry its name.
  const readers = Map.groupBy(
    survey.components.flatMap((c) => c.shared.map(nativeId)),
    (id) => id,
  );
  const all = survey.components.map((found, i) => {
    const component = open[i] as OpenComponent;
    const own = [...found.natives, ...found.shared.filter((n) => readers.get(nativeId(n))?.length === 1)];
    const pairs = counterparts(own, written?.components.get(component.id) ?? []);
    return { found, component, imports: importsOf(pairs, cloud), ...carried(found, component, pairs, cloud) };
  });
  return {
    workload: canonicalWorkload({
      formatVersion: 1,
      adoptedFrom: { cloud: cloud.id, kind: source.kind, paths: [...source.paths], digest: source.digest },
      components: all.map(({ found, component, overrides, imports }) =>
        writtenComponent(found, component, overrides, imports, cloud),
      ),
    }),
    components: all.map(({ component, overrides }) => ({ ...component, overrides: { [cloud.id]: overrides } })),
    ids,
    carried: all.flatMap((a) => a.carried).sort(byPlace),
    // What several components share each of them leaves: it is said once.
    left: [...new Map(all.flatMap((a) => a.left).map((gap) => [`${leafId(gap)} ${gap.why}`, gap])).values()].sort(
      byPlace,
    ),
  };
}

/** The component under its new id, references to others under theirs. */
function openComponent(found: FoundComponent, ids: ReadonlyMap<string, string>): OpenComponent {
  return {
    kind: found.kind,
    id: ids.get(found.id) ?? found.id,
    props: renamed(found.props, ids) as OpenComponent["props"],
    requested: found.requested,
    holes: found.holes,
    ...(found.attachedTo ? { attachedTo: found.attachedTo } : {}),
  };
}

function renamed(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, ids));
  if (typeof value !== "object" || value === null || isExternal(value)) return value;
  if (isRef(value))
    return {
      component: ids.get(value.component) ?? value.component,
      output: value.output,
      ...(value.item === undefined ? {} : { item: value.item }),
    };
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, renamed(v, ids)]));
}

function writtenComponent(
  found: FoundComponent,
  component: OpenComponent,
  overrides: Readonly<Record<string, Native["args"]>>,
  imports: Readonly<Record<string, string>>,
  cloud: Cloud,
): WrittenComponent {
  return {
    kind: component.kind,
    id: component.id,
    props: component.props,
    ...(Object.keys(overrides).length > 0 ? { overrides: { [cloud.id]: overrides } } : {}),
    requested: [...component.requested],
    ...(found.holes.length > 0
      ? {
          holes: found.holes.map(({ path, expression, at }) => {
            return { path: innermost(path, found), expression: oneLine(expression), at };
          }),
        }
      : {}),
    ...(found.attachedTo ? { attachedTo: found.attachedTo } : {}),
    ...(Object.keys(imports).length > 0 ? { import: imports } : {}),
    // Each kind has its own props; that these belong to this kind is what `raise` promises.
  } as WrittenComponent;
}

/** Where a hole stands inside its prop, if that is one place and all the rest of the prop is known: who reads the file knows as much as who read the code. */
function innermost(path: string, { props, outline }: FoundComponent): string {
  const within = outline?.unknown.filter((place) => isUnder(place, path)) ?? [];
  const [only = path] = within;
  return within.length === 1 && canonical(outline?.props[path]) === canonical(props[path]) ? only : path;
}

function byPlace(a: LeafGap, b: LeafGap): number {
  return compareText(leafId(a), leafId(b));
}
