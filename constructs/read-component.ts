import type { KindDefinition } from "./component.ts";
import { isRecord, schemaAt } from "./conform.ts";
import type { Diagnostic, Location } from "./diagnostic.ts";
import { explain } from "./explain.ts";
import { type Kind, kindNames, kinds } from "./kinds.ts";
import { componentSchema, requestedByDefault, type WrittenComponent } from "./workload-file.ts";
import * as problems from "./workload-problems.ts";
import type { Path, WrittenWorkload } from "./written.ts";

/** A component that fits its kind, or why it does not. */
export interface ReadComponent {
  readonly written?: WrittenComponent;
  readonly at: Location | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Judges one component by itself: what it says of others is judged once all are read. */
export function readComponent(raw: unknown, index: number, written: WrittenWorkload): ReadComponent {
  const prefix = ["components", index];
  const at = (path: Path) => written.at(path);
  const here = at(prefix);
  const refuse = (...diagnostics: Diagnostic[]): ReadComponent => ({ at: here, diagnostics });
  if (!isRecord(raw))
    return refuse(
      problems.wrongValue({ path: prefix, at: here }, "is not a component: write `kind`, `id` and `props`."),
    );
  const component = typeof raw["id"] === "string" ? raw["id"] : `components.${index}`;
  const where = (...path: Path) => ({ component, path: [...prefix, ...path], at: at([...prefix, ...path]) });
  const kind = raw["kind"];
  if (kind === undefined) return refuse(problems.missing(where("kind"), `one of ${kindNames.join(", ")}`));
  if (!isKind(kind)) return refuse(problems.unknownKind(where("kind"), String(kind), kindNames));

  const value = { ...raw, props: raw["props"] ?? {} };
  const schema = componentSchema(kind);
  const holes = holesOf(raw);
  // Of a fragment nobody may know what the part that is not there says.
  const mayMiss = (path: Path) => nearHole(holes, path) || (raw["attachedTo"] === "external" && path.length === 1);
  const parsed = schema.safeParse(value);
  const known = new Set(written.problems.map((problem) => String(problem.path)));
  const issues = (parsed.error?.issues ?? [])
    .flatMap((issue) => explain(issue, { schema, value, component, prefix, at }))
    .filter(({ path, absent }) => !(absent && path[0] === "props" && mayMiss(path.slice(1))))
    .filter(({ path }) => !known.has(String([...prefix, ...path])))
    .map((each) => each.diagnostic);
  if (issues.length > 0) return refuse(...issues);
  const found = value as unknown as WrittenComponent;
  return { written: found, at: here, diagnostics: besideProps(found, where) };
}

/** Holes and requests must name props that exist and are set; values must go together. */
function besideProps(component: WrittenComponent, where: (...path: Path) => problems.Where): Diagnostic[] {
  const schema = kinds[component.kind].props;
  const props = Object.keys(schema.shape);
  const holes = (component.holes ?? []).flatMap(({ path }, i) =>
    schemaAt(schema, path.split(".")) ? [] : [problems.notAProp(where("holes", i, "path"), path, props)],
  );
  const set = new Set(requestedByDefault(component));
  const requested = (component.requested ?? []).flatMap((name, i) => {
    if (!props.includes(name)) return [problems.notAProp(where("requested", i), name, props)];
    return set.has(name) ? [] : [problems.notSet(where("requested", i), name)];
  });
  const { contradictions } = kinds[component.kind] as KindDefinition;
  // What is unknown, or stands elsewhere, may be what makes the values fit.
  const isWhole = (component.holes ?? []).length === 0 && component.attachedTo === undefined;
  const contrary = ((isWhole && contradictions?.(component.props)) || []).map(({ path, says }) =>
    problems.contradiction(where("props", ...path), says),
  );
  return [...holes, ...requested, ...contrary];
}

function holesOf(raw: Record<string, unknown>): readonly { readonly path: string }[] {
  const holes = raw["holes"];
  if (!Array.isArray(holes)) return [];
  return holes.filter((hole): hole is { path: string } => isRecord(hole) && typeof hole["path"] === "string");
}

/** Whether a path is a hole, or has one in it, or stands in one. List positions may be left out in a hole's path. */
export function nearHole(holes: readonly { readonly path: string }[], path: Path): boolean {
  const whole = path.map(String);
  const named = whole.filter((part) => !/^\d+$/.test(part));
  return holes.some((hole) => {
    const parts = hole.path.split(".");
    return [whole, named].some((p) => parts.slice(0, p.length).join() === p.slice(0, parts.length).join());
  });
}

export function isKind(value: unknown): value is Kind {
  return typeof value === "string" && Object.hasOwn(kinds, value);
}
