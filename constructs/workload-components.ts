import type { KindDefinition } from "./component.ts";
import { conform, isRecord } from "./conform.ts";
import { compareDiagnostics, compareText, type Diagnostic, type Location } from "./diagnostic.ts";
import { explain } from "./explain.ts";
import { type Kind, kinds, type Props } from "./kinds.ts";
import { unversionedCopies } from "./object-bucket.ts";
import { walkProps } from "./prop-walk.ts";
import { isKind, nearHole, type ReadComponent, readComponent } from "./read-component.ts";
import { volumesApart } from "./standing.ts";
import {
  canonicalWorkload,
  type Overrides,
  requestedByDefault,
  type WorkloadDocument,
  WorkloadEnvelope,
  type WrittenComponent,
} from "./workload-file.ts";
import * as problems from "./workload-problems.ts";
import { type DescribesWorkload, isWorkload, type Path, WORKLOAD, type WrittenWorkload } from "./written.ts";

/** A component as its author wants it: what synthesis needs, for any cloud. */
export interface AuthoredComponent<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  /** Defaults applied, except at holes: there nothing stands, and the props are whole once the holes are filled. */
  readonly props: Props<K>;
  /** Top-level props asked for, before defaults. */
  readonly requested: ReadonlySet<string>;
  /** By cloud: arguments laid over its natives, by type or address. */
  readonly overrides: Overrides;
  readonly holes: readonly { readonly path: string; readonly expression: string; readonly at: Location }[];
  readonly attachedTo?: "external";
  /** Native address to id. */
  readonly import: Readonly<Record<string, string>>;
  readonly at?: Location;
}

export interface WorkloadComponents {
  /** The workload as plain data in its one form; undefined when anything is wrong with it. */
  readonly document: WorkloadDocument | undefined;
  /** By id. What has an error is left out: with an error among the diagnostics, the list is not the workload. */
  readonly components: readonly AuthoredComponent[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Judges what an author wrote and completes it: the one way from a workload in any form to its components. */
export function workloadComponents(workload: DescribesWorkload | WrittenWorkload): WorkloadComponents {
  const written = isWorkload(workload) ? workload[WORKLOAD]() : workload;
  const { document } = written;
  const at = (path: Path) => written.at(path);
  const failed = (diagnostics: readonly Diagnostic[]): WorkloadComponents => ({
    document: undefined,
    components: [],
    diagnostics: [...diagnostics].sort(compareDiagnostics),
  });
  const already = written.problems.map((problem) => problem.diagnostic);
  if (document === undefined && already.length > 0) return failed(already);
  if (!isRecord(document) || !("components" in document || "formatVersion" in document)) {
    return failed([problems.notAWorkload({ path: [], at: at([]) }, nature(document))]);
  }
  const { formatVersion } = document;
  if (formatVersion !== undefined && formatVersion !== 1) {
    const where = { path: ["formatVersion"], at: at(["formatVersion"]) };
    return failed([problems.unknownFormat(where, JSON.stringify(formatVersion))]);
  }
  const envelope = WorkloadEnvelope.safeParse(document);
  const judged = { schema: WorkloadEnvelope, value: document, prefix: [], at };
  const around = (envelope.error?.issues ?? []).flatMap((issue) => explain(issue, judged)).map((e) => e.diagnostic);
  const items = Array.isArray(document["components"]) ? document["components"] : [];
  const read = items.map((raw, i) => readComponent(raw, i, written));
  const diagnostics = [
    ...already,
    ...around,
    ...read.flatMap((each) => each.diagnostics),
    ...duplicates(read, items, at),
    ...references(read, items, written),
    ...standingApart(read, at),
    ...copiedInVain(read, at),
  ];
  if (diagnostics.length > 0 || !envelope.success) {
    const broken = new Set(diagnostics.map((diagnostic) => diagnostic.address));
    const whole = read.flatMap((each) => (each.written && !broken.has(each.written.id) ? [each] : []));
    return { ...failed(diagnostics), components: completed(whole) };
  }
  const components = read.flatMap((each) => (each.written ? [each.written] : []));
  const { adoptedFrom } = envelope.data;
  return {
    document: canonicalWorkload({ formatVersion: 1, adoptedFrom, components }),
    components: completed(read),
    diagnostics: [],
  };
}

function duplicates(
  read: readonly ReadComponent[],
  items: readonly unknown[],
  at: (path: Path) => Location | undefined,
) {
  const first = new Map<string, number>();
  return items.flatMap((item, i) => {
    const id = isRecord(item) ? item["id"] : undefined;
    if (typeof id !== "string") return [];
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, i);
      return [];
    }
    const path = ["components", i, "id"];
    return [problems.duplicateId({ component: id, path, at: at(path) }, read[before]?.at)];
  });
}

function references(read: readonly ReadComponent[], items: readonly unknown[], written: WrittenWorkload): Diagnostic[] {
  // Also broken components exist: a reference to one is not the mistake.
  const targets = new Map(
    items.flatMap((item) =>
      isRecord(item) && typeof item["id"] === "string" ? [[item["id"], item["kind"]] as const] : [],
    ),
  );
  const known = new Set(written.problems.map((problem) => String(problem.path)));
  const whole = new Map(
    read.flatMap(({ written: component }) => (component ? [[component.id, component] as const] : [])),
  );
  return read.flatMap(({ written: component }, i) => {
    if (!component) return [];
    return walkProps(kinds[component.kind].props, component.props).flatMap((found) => {
      const path = ["components", i, "props", ...found.path];
      const where = { component: component.id, path, at: written.at(path) };
      if ("repeated" in found)
        return [problems.duplicateKey({ ...where, path: path.slice(0, -2) }, found.key, found.repeated)];
      if (known.has(String(path))) return [];
      const { component: target, output } = found.reference;
      if (!targets.has(target)) return [problems.danglingReference(where, target, [...targets.keys()])];
      const kind = targets.get(target);
      if (!isKind(kind)) return [];
      const outputs: readonly string[] = kinds[kind].outputs;
      if (!outputs.includes(output)) return [problems.unknownOutput(where, target, kind, output, outputs)];
      const { leadsTo } = found;
      const fits = !leadsTo || (leadsTo.kind === kind && leadsTo.output === output);
      if (!fits) return [problems.unfitReference(where, found.reference, kind, leadsTo)];
      const { item } = found.reference;
      const names = item === undefined ? undefined : itemNames(whole.get(target), output);
      return item === undefined || !names || names.includes(item)
        ? []
        : [problems.unknownItem(where, { component: target, output, item }, names)];
    });
  });
}

function standingApart(read: readonly ReadComponent[], at: (path: Path) => Location | undefined): Diagnostic[] {
  const known = new Map(read.flatMap(({ written }) => (written ? [[written.id, written] as const] : [])));
  return read.flatMap(({ written }, i) => {
    // What is unknown, or stands elsewhere, may be what places it.
    if (written?.kind !== "vm" || written.attachedTo || (written.holes ?? []).length > 0) return [];
    return volumesApart(written.props, known).map(({ index, zone, machine }) => {
      const path = ["components", i, "props", "volumes", index];
      const says = `stands in zone ${zone}, and the machine in zone ${machine}. Give both one zone.`;
      return problems.contradiction({ component: written.id, path, at: at(path) }, says);
    });
  });
}

function copiedInVain(read: readonly ReadComponent[], at: (path: Path) => Location | undefined): Diagnostic[] {
  const known = new Map(read.flatMap(({ written }) => (written ? [[written.id, written] as const] : [])));
  return read.flatMap(({ written }, i) => {
    if (written?.kind !== "object-bucket") return [];
    return unversionedCopies(written.props, known).map(({ index, bucket }) => {
      const path = ["components", i, "props", "replication", index, "destination"];
      const says = `is \`${bucket}\`, which keeps no versions: copies are versions. Turn its \`versioning\` on.`;
      return problems.contradiction({ component: written.id, path, at: at(path) }, says);
    });
  });
}

/** What an output stands for, by name; undefined where it is one thing, or where nobody knows all of them. */
function itemNames(component: WrittenComponent | undefined, output: string): readonly string[] | undefined {
  if (!component || component.attachedTo) return undefined;
  const { items } = kinds[component.kind] as KindDefinition;
  const prop = items?.[output];
  if (prop === undefined || nearHole(component.holes ?? [], [prop])) return undefined;
  const list = (component.props as Record<string, unknown>)[prop];
  return Array.isArray(list) ? list.map(({ name }) => String(name)) : [];
}

function completed(read: readonly ReadComponent[]): AuthoredComponent[] {
  const components = read.flatMap(({ written, at }) => (written ? [complete(written, at)] : []));
  return components.sort((a, b) => compareText(a.id, b.id));
}

function complete(component: WrittenComponent, at: Location | undefined): AuthoredComponent {
  const { kind, id, attachedTo } = component;
  const holes = component.holes ?? [];
  const props = conform(kinds[kind].props, component.props, (path) => !nearHole(holes, path.split("."))) as Props<Kind>;
  return {
    kind,
    id,
    props,
    requested: new Set(component.requested ?? requestedByDefault(component)),
    overrides: component.overrides ?? {},
    holes,
    ...(attachedTo ? { attachedTo } : {}),
    import: component.import ?? {},
    ...(at ? { at } : {}),
  };
}

function nature(document: unknown): string {
  if (document === null || document === undefined) return "nothing";
  if (Array.isArray(document)) return "a list";
  if (!isRecord(document)) return `a single ${typeof document}`;
  const keys = Object.keys(document);
  return keys.length === 0 ? "nothing" : `\`${keys.slice(0, 5).join("`, `")}\`${keys.length > 5 ? ", …" : ""}`;
}
