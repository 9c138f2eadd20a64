import { z } from "zod";
import { conform } from "./conform.ts";
import { compareText, type Location } from "./diagnostic.ts";
import { type Kind, type KindSchema, kindNames, kinds, type PropsInput } from "./kinds.ts";

/** Names a component among those of its workload: words of letters, digits, `-`, `_` and `.`, parted by `/` where it is nested. */
const COMPONENT_ID = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/, {
  error: "words of letters, digits, `-`, `_` and `.` that begin with a letter or digit, parted by `/`",
});

/** Where a workload was read from. */
export const AdoptedFrom = z.strictObject({
  /** Id of the cloud it was read as. */
  cloud: z.string().min(1),
  /** Forms met: `hcl plan state`. */
  kind: z.string().optional(),
  paths: z.array(z.string()).optional(),
  /** SHA-256 over the bytes read. */
  digest: z.string().optional(),
});
export type AdoptedFrom = z.infer<typeof AdoptedFrom>;

/** By cloud, by native type or address: arguments laid over the natives that the component becomes there. Counted as residue. */
export const Overrides = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.json())));
export type Overrides = z.infer<typeof Overrides>;

/** A prop that is set and whose value could not be known. */
const WrittenHole = z.strictObject({
  /** Dotted path inside the props. */
  path: z.string().min(1),
  /** What would give the value, at the source. */
  expression: z.string(),
  at: z.strictObject({ file: z.string(), line: z.int().min(1).optional() }),
});

const beside = {
  /** By cloud, by native type (or address, to mean one of several): arguments laid over what the component becomes there. Counted as residue. */
  overrides: Overrides.optional(),
  /** Top-level props that were asked for. Absent: all that are there. */
  requested: z.array(z.string()).optional(),
  /** Props that are set and whose value could not be known. */
  holes: z.array(WrittenHole).optional(),
  /** A fragment: what it belongs to is not part of the workload. */
  attachedTo: z.literal("external").optional(),
  /** Native address to id: what `import` blocks are written of. */
  import: z.record(z.string(), z.string()).optional(),
};

/** What stands beside the props of a component. */
export interface Beside {
  readonly overrides?: Overrides | undefined;
  readonly requested?: readonly string[] | undefined;
  readonly holes?: readonly { readonly path: string; readonly expression: string; readonly at: Location }[] | undefined;
  readonly attachedTo?: "external" | undefined;
  readonly import?: Readonly<Record<string, string>> | undefined;
}

/** A component as written: defaults absent. Its props are whole but where it has holes. */
export type WrittenComponent = {
  [K in Kind]: Beside & { readonly kind: K; readonly id: string; readonly props: PropsInput<K> };
}[Kind];

/** A workload as plain data: the same from constructs, YAML and JSON. */
export interface WorkloadDocument {
  readonly formatVersion: 1;
  readonly adoptedFrom?: AdoptedFrom | undefined;
  readonly components: readonly WrittenComponent[];
}

function componentSchemaOf<K extends Kind>(kind: K) {
  const props = kinds[kind].props as KindSchema<K>;
  return z.strictObject({ kind: z.literal(kind), id: COMPONENT_ID, props, ...beside });
}

const componentSchemas = Object.fromEntries(kindNames.map((kind) => [kind, componentSchemaOf(kind)]));

export function componentSchema(kind: Kind): ReturnType<typeof componentSchemaOf> {
  return componentSchemas[kind] as ReturnType<typeof componentSchemaOf>;
}

/** A workload file without a look into its components. */
export const WorkloadEnvelope = z.strictObject({
  $schema: z.string().optional(),
  formatVersion: z.literal(1),
  adoptedFrom: AdoptedFrom.optional(),
  components: z.array(z.unknown()),
});

/** Props asked for when nothing else is said: those that are there, and those that are holes. */
export function requestedByDefault(component: {
  readonly props: object;
  readonly holes?: Beside["holes"];
}): readonly string[] {
  const holes = (component.holes ?? []).map((hole) => hole.path.split(".")[0] as string);
  return [...new Set([...Object.keys(component.props), ...holes])].sort(compareText);
}

/** A valid workload in its one form: components by id, fields in the order of the schemas, nothing said that goes without saying. */
export function canonicalWorkload(workload: WorkloadDocument): WorkloadDocument {
  const components = workload.components.map((component) => {
    const requested = component.requested && [...new Set(component.requested)].sort(compareText);
    const implied = requested?.join() === requestedByDefault(component).join();
    return conform(componentSchema(component.kind), {
      ...component,
      overrides: unlessEmpty(component.overrides),
      requested: implied ? undefined : requested,
      holes: unlessEmpty(
        component.holes &&
          [...component.holes].sort((a, b) => compareText(a.path, b.path) || compareText(a.expression, b.expression)),
      ),
      import: unlessEmpty(component.import),
    }) as WrittenComponent;
  });
  return {
    formatVersion: 1,
    ...(workload.adoptedFrom ? { adoptedFrom: conform(AdoptedFrom, workload.adoptedFrom) as AdoptedFrom } : {}),
    components: components.sort((a, b) => compareText(a.id, b.id)),
  };
}

function unlessEmpty<T extends object>(value: T | undefined): T | undefined {
  return value && Object.keys(value).length > 0 ? value : undefined;
}
