import { type Edge, type Reference, type Tree, Unknown } from "../providers/native.ts";
import { asList, asObject, type JsonContext, type JsonObject } from "./json-form.ts";
import { align, isExpression, referencesIn } from "./plan-expressions.ts";
import { longest } from "./plan-references.ts";
import { markAt } from "./redact.ts";

/** Stands where a plan does not say which expression gives a value (inside `dynamic` blocks). */
export const NOT_IN_PLAN = "(not in the plan)";

/** What a plan says of one resource. */
export interface PlannedValues {
  readonly type: string;
  readonly values: JsonObject;
  /** `after_unknown`, by key or position. */
  readonly unknown: unknown;
  readonly sensitive: unknown;
  /** `expressions` of the configuration; undefined where the plan carries none for this resource. */
  readonly expressions: JsonObject | undefined;
  /** True when the resource does not exist yet: what is known then was configured. */
  readonly created: boolean;
}

export interface PlannedTree {
  readonly args: { readonly [key: string]: Tree };
  readonly refs: readonly Edge[];
  readonly configured: ReadonlySet<string> | null;
}

/** What the configuration around a resource says of its expressions. */
export interface Lookups {
  resolve(references: readonly unknown[]): readonly Reference[];
  valueAt(reference: Reference): unknown;
  /** Whether an expression comes to null, followed through variables: the argument is then not set at all. */
  isNull(expression: JsonObject): boolean;
}

/** Values with what is unknown or secret in its place, edges where the configuration refers, and the paths it sets. */
export function plannedTree(
  planned: PlannedValues,
  context: JsonContext,
  { resolve, valueAt, isNull }: Lookups,
): PlannedTree {
  const walk = new Walk(planned, context, { resolve, valueAt, isNull });
  const args = walk.block(planned.values, planned.unknown, planned.sensitive, planned.expressions ?? {}, "", "", false);
  return { args, refs: walk.edges, configured: planned.expressions ? walk.configured : null };
}

class Walk {
  readonly edges: Edge[] = [];
  readonly configured = new Set<string>();
  private readonly planned: PlannedValues;
  private readonly context: JsonContext;
  private readonly lookups: Lookups;

  constructor(planned: PlannedValues, context: JsonContext, lookups: Lookups) {
    this.planned = planned;
    this.context = context;
    this.lookups = lookups;
  }

  /** `path` has list positions, `generic` has none. `dynamic`: the whole block comes from a `dynamic` block. */
  block(
    values: JsonObject,
    unknown: unknown,
    marks: unknown,
    expressions: JsonObject,
    path: string,
    generic: string,
    dynamic: boolean,
  ): { [key: string]: Tree } {
    const keys = new Set([
      ...Object.keys(values),
      ...Object.keys(asObject(unknown) ?? {}),
      ...Object.keys(expressions),
    ]);
    const out: [string, Tree][] = [];
    for (const key of keys) {
      const tree = this.place(
        Object.hasOwn(values, key) ? values[key] : undefined,
        markAt(unknown, key),
        marks === true ? true : markAt(marks, key),
        Object.hasOwn(expressions, key) ? expressions[key] : undefined,
        dot(path, key),
        dot(generic, key),
        dynamic,
      );
      if (tree !== undefined) out.push([key, tree]);
    }
    return Object.fromEntries(out);
  }

  private place(
    value: unknown,
    unknown: unknown,
    mark: unknown,
    expression: unknown,
    path: string,
    generic: string,
    dynamic: boolean,
  ): Tree | undefined {
    const { type } = this.planned;
    const secret = mark === true || this.context.redactor.secret(type, generic);
    if (isExpression(expression)) return this.attribute(value, unknown, mark, secret, expression, path, generic);
    if (expression !== undefined) return this.written(value, unknown, mark, secret, expression, path, generic);
    const fromDynamic = dynamic || this.isDynamic(value, unknown, generic);
    if (fromDynamic && !dynamic) this.configured.add(generic);
    if (unknown === true) {
      const computed = !fromDynamic || this.context.knowledge.computed?.(type, generic) === true;
      return new Unknown(NOT_IN_PLAN, [], {
        at: this.context.at,
        ...(computed ? { computed: true } : {}),
        ...(secret ? { redacted: true } : {}),
        ...(!computed && this.isBlock(generic) ? { structural: true } : {}),
      });
    }
    if (value === undefined) return undefined;
    if (secret && value !== null) return new Unknown("(sensitive value)", [], { at: this.context.at, redacted: true });
    if (Array.isArray(value)) {
      return this.list(value, unknown, (item, position, itemUnknown) =>
        this.place(
          item,
          itemUnknown,
          markAt(mark, String(position)),
          undefined,
          dot(path, position),
          generic,
          fromDynamic,
        ),
      );
    }
    const object = asObject(value);
    if (object) return this.block(object, unknown, mark, {}, path, generic, fromDynamic);
    return value as Tree;
  }

  /** An argument with an expression of its own. */
  private attribute(
    value: unknown,
    unknown: unknown,
    mark: unknown,
    secret: boolean,
    expression: JsonObject,
    path: string,
    generic: string,
  ): Tree | undefined {
    if (unknown === true && this.lookups.isNull(expression))
      return new Unknown(NOT_IN_PLAN, [], {
        at: this.context.at,
        computed: true,
        ...(secret ? { redacted: true } : {}),
      });
    this.configured.add(generic);
    const references = asList(expression["references"]);
    const refs = this.meant(this.lookups.resolve(references), value);
    for (const ref of refs) this.edges.push({ ...ref, path });
    const text = longest(references).join(", ");
    if (secret && (unknown === true || (value !== null && value !== undefined)))
      return new Unknown(text || "(sensitive value)", refs, { at: this.context.at, redacted: true, rough: true });
    return this.known(value, unknown, mark, text, refs, generic);
  }

  private known(
    value: unknown,
    unknown: unknown,
    mark: unknown,
    text: string,
    refs: readonly Reference[],
    generic: string,
  ): Tree | undefined {
    const at = this.context.at;
    if (unknown === true) return new Unknown(text || NOT_IN_PLAN, refs, { at, rough: true });
    if (value === undefined) return undefined;
    const secret = mark === true || this.context.redactor.secret(this.planned.type, generic);
    if (secret && value !== null)
      return new Unknown(text || "(sensitive value)", refs, { at, redacted: true, rough: true });
    if (Array.isArray(value)) {
      return this.list(value, unknown, (item, position, itemUnknown) =>
        this.known(item, itemUnknown, markAt(mark, String(position)), text, refs, generic),
      );
    }
    const object = asObject(value);
    if (!object) return value as Tree;
    const keys = new Set([...Object.keys(object), ...Object.keys(asObject(unknown) ?? {})]);
    return Object.fromEntries(
      [...keys].flatMap((key) => {
        const inner = Object.hasOwn(object, key) ? object[key] : undefined;
        const tree = this.known(inner, markAt(unknown, key), markAt(mark, key), text, refs, dot(generic, key));
        return tree === undefined ? [] : [[key, tree] as const];
      }),
    );
  }

  /** Nested blocks as they stand in the configuration. Those the values have beyond them come from `dynamic` blocks. */
  private written(
    value: unknown,
    unknown: unknown,
    mark: unknown,
    secret: boolean,
    expression: unknown,
    path: string,
    generic: string,
  ): Tree | undefined {
    const blocks = Array.isArray(expression) ? expression.map((e) => asObject(e) ?? {}) : [asObject(expression) ?? {}];
    for (const block of blocks) this.configure(block, generic);
    if (unknown === true || (secret && value !== null && value !== undefined)) {
      const references = blocks.flatMap(referencesIn);
      const refs = this.lookups.resolve(references);
      for (const ref of refs) this.edges.push({ ...ref, path });
      const text = longest(references).join(", ") || NOT_IN_PLAN;
      return new Unknown(text, refs, { at: this.context.at, structural: true, ...(secret ? { redacted: true } : {}) });
    }
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) {
      const object = asObject(value);
      return object ? this.block(object, unknown, mark, blocks[0] ?? {}, path, generic, false) : (value as Tree);
    }
    const taken = align(blocks, value);
    return this.list(value, unknown, (item, position, itemUnknown) => {
      const block = taken.get(position);
      const itemMark = markAt(mark, String(position));
      const at = dot(path, position);
      if (!block) {
        this.configured.add(generic);
        return this.place(item, itemUnknown, itemMark, undefined, at, generic, true);
      }
      return this.block(asObject(item) ?? {}, itemUnknown, itemMark, block, at, generic, false);
    });
  }

  private list(
    value: readonly unknown[],
    unknown: unknown,
    each: (item: unknown, position: number, unknown: unknown) => Tree | undefined,
  ): Tree[] {
    const marks = asList(unknown);
    const length = Math.max(value.length, marks.length);
    return Array.from({ length }, (_, i) => each(value[i] ?? null, i, marks[i]) ?? null);
  }

  /** Paths a block sets; an empty block sets itself. */
  private configure(block: JsonObject, generic: string): void {
    const entries = Object.entries(block);
    if (entries.length === 0) this.configured.add(generic);
    for (const [key, expression] of entries) {
      const at = dot(generic, key);
      if (isExpression(expression)) this.configured.add(at);
      else
        for (const inner of Array.isArray(expression) ? expression : [expression])
          this.configure(asObject(inner) ?? {}, at);
    }
  }

  /**
   * The configuration of a plan leaves `dynamic` blocks out (seen with OpenTofu 1.12): blocks that have values and no expression
   * come from one, unless the provider fills them in by itself.
   */
  private isDynamic(value: unknown, unknown: unknown, generic: string): boolean {
    const { expressions, created, type } = this.planned;
    if (!expressions) return false;
    const { isBlock, computed } = this.context.knowledge;
    const block = isBlock?.(type, generic);
    if (unknown === true) return block === true && computed?.(type, generic) === false;
    const filled = Array.isArray(value) && value.length > 0 && value.every((v) => asObject(v) !== undefined);
    if (!filled || generic === "timeouts") return false;
    if (block === undefined) return created;
    return block && (created || computed?.(type, generic) !== true);
  }

  private isBlock(generic: string): boolean {
    return this.context.knowledge.isBlock?.(this.planned.type, generic) === true;
  }

  /** Of several references of one expression, those whose value is in the known text, where any is. */
  private meant(refs: readonly Reference[], value: unknown): readonly Reference[] {
    if (refs.length < 2 || typeof value !== "string") return refs;
    const seen = refs.filter((r) => {
      const there = r.attr === "" ? undefined : this.lookups.valueAt(r);
      return typeof there === "string" && there !== "" && value.includes(there);
    });
    return seen.length > 0 ? seen : refs;
  }
}

function dot(path: string, key: string | number): string {
  return path === "" ? String(key) : `${path}.${key}`;
}
