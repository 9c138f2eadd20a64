import { type Hole, type Move, type Native, type Reference, Unknown } from "../providers/native.ts";
import { addressOf, withoutKeys } from "./address.ts";
import * as diagnostics from "./diagnostics.ts";
import { asList, asObject, asText, type JsonContent, type JsonContext, type JsonObject } from "./json-form.ts";
import { plannedProvider } from "./plan-provider.ts";
import { configsOf, eachOf, join, longest, PlanReferences, type Scope } from "./plan-references.ts";
import { NOT_IN_PLAN, plannedTree } from "./plan-values.ts";
import { withoutInstances } from "./plan-without.ts";
import { type ShownResource, shownResource } from "./show.ts";

/** What `resource_changes` adds to a planned resource. */
interface Change {
  readonly unknown: unknown;
  readonly sensitive: unknown;
  readonly created: boolean;
}

/** Collects the parts of a plan in any order; `content` puts them together. */
export class PlanReader {
  private readonly context: JsonContext;
  private readonly planned: ShownResource[] = [];
  private readonly priorData: ShownResource[] = [];
  private readonly changes = new Map<string, Change>();
  /** Planned resources as `resource_changes` shows them, for a plan whose `planned_values` are missing or were passed over. */
  private readonly changed: ShownResource[] = [];
  private readonly unreadable: { type: string; address: string; at: JsonContext["at"] }[] = [];
  private readonly moves: Move[] = [];
  private readonly deferred: ShownResource[] = [];
  /** Those of them of which nobody knows how many there will be. */
  private readonly unnumbered = new Set<string>();
  /** Addresses without keys of what the plan deletes. */
  private readonly deleted = new Set<string>();
  private configuration: JsonObject | undefined;
  private variables: JsonObject = {};

  constructor(context: JsonContext) {
    this.context = context;
  }

  get count(): number {
    return Math.max(this.planned.length, this.changed.length);
  }

  plannedResource(value: unknown): void {
    const shown = shownResource(value);
    if (shown) this.planned.push(shown);
    else this.bad(value);
  }

  /** Data sources read while planning stand in the prior state only. */
  priorResource(value: unknown): void {
    const shown = shownResource(value);
    if (shown?.mode === "data") this.priorData.push(shown);
  }

  change(value: unknown): void {
    const entry = asObject(value);
    const change = asObject(entry?.["change"]);
    const address = asText(entry?.["address"]);
    if (!entry || !change || address === undefined) {
      this.bad(value);
      return;
    }
    if (entry["deposed"] !== undefined && entry["deposed"] !== "") {
      this.context.note(diagnostics.deposed(this.context.at, address));
      return;
    }
    const actions = asList(change["actions"]);
    if (isGone(actions)) {
      this.deleted.add(withoutKeys(address));
      return;
    }
    const before = asText(entry["previous_address"]);
    if (before !== undefined) this.moves.push({ from: before, to: address });
    this.changeOf(address, change);
    const shown = changedResource(entry, change);
    if (shown) this.changed.push(shown);
    else this.bad(value);
  }

  private changeOf(address: string, change: JsonObject): void {
    this.changes.set(address, {
      unknown: change["after_unknown"],
      sensitive: change["after_sensitive"],
      created: asList(change["actions"]).includes("create"),
    });
  }

  /** What the engine put off to a later plan. It has no key yet where nobody knows how many there will be. */
  deferredChange(value: unknown): void {
    const later = asObject(value);
    const entry = asObject(later?.["resource_change"]);
    const change = asObject(entry?.["change"]) ?? {};
    if (!entry || isGone(asList(change["actions"]))) return;
    const address = asText(entry["address"])?.replaceAll("[*]", "");
    const shown = changedResource({ ...entry, address }, change);
    if (!shown) return;
    this.changeOf(shown.address, change);
    this.deferred.push(shown);
    // How many data sources there are costs nothing.
    const isUnnumbered = later?.["reason"] === "instance_count_unknown" && shown.mode === "managed";
    if (isUnnumbered) this.unnumbered.add(shown.address);
  }

  configure(value: unknown): void {
    this.configuration = asObject(value);
  }

  setVariables(value: unknown): void {
    this.variables = asObject(value) ?? {};
  }

  content(): JsonContent {
    const planned = this.planned.length > 0 ? this.planned : this.changed;
    const there = new Set(planned.map((m) => m.address));
    const later = this.deferred.filter((d) => !there.has(d.address));
    const managed = [...planned, ...later];
    const met = new Set(managed.map((m) => m.address));
    const configured = this.configuredData();
    const all = [...managed, ...this.priorData.filter((d) => !met.has(d.address) && configured(d))];
    const references = new PlanReferences(this.configuration ?? {}, this.variables, all);
    const values = new Map(all.map((shown) => [shown.address, shown.values]));
    const valueAt = (ref: Reference): unknown =>
      ref.attr.split(".").reduce<unknown>((at, key) => asObject(at)?.[key], values.get(ref.to));
    const natives = all.flatMap((shown) => {
      try {
        return [this.native(shown, references, valueAt)];
      } catch (error) {
        // Nested so deeply that the stack ends.
        if (!(error instanceof RangeError)) throw error;
        this.bad(shown);
        return [];
      }
    });
    const { moves, unreadable } = this;
    const moved = moves.length > 0 ? { moves } : {};
    const deferred = later.map(({ address }) => address);
    const holes = later
      .filter(({ address }) => this.unnumbered.has(address))
      .map((shown) => this.hole(shown, references));
    const root = asObject(this.configuration?.["root_module"]) ?? {};
    const without = withoutInstances(root, references, this.deleted, this.context);
    return { natives, holes, unreadable, ...without, ...moved, deferred, given: Object.keys(this.variables) };
  }

  private native(shown: ShownResource, references: PlanReferences, valueAt: (ref: Reference) => unknown): Native {
    const { context } = this;
    const scope = this.configuration ? references.scope(shown.module ?? "") : undefined;
    const config = scope && resourceConfig(scope, shown);
    const change = this.changes.get(shown.address);
    const own = { key: shown.key, each: config ? eachOf(config) : [] };
    const tree = plannedTree(
      {
        type: shown.type,
        values: shown.values,
        unknown: change?.unknown,
        sensitive: both(shown.sensitive, change?.sensitive),
        expressions: config ? (asObject(config["expressions"]) ?? {}) : undefined,
        created: change?.created ?? false,
      },
      context,
      {
        resolve: (refs) => (scope ? references.resolve(scope, refs, own) : []),
        valueAt,
        isNull: (expression) => references.constant(scope, expression) === null,
      },
    );
    const dependsOn = asList(config?.["depends_on"]).flatMap((d) =>
      typeof d === "string" ? [join(shown.module ?? "", d)] : [],
    );
    const isUnnumbered = this.unnumbered.has(shown.address);
    const key = isUnnumbered ? new Unknown(this.hole(shown, references).expression) : shown.key;
    return {
      address: shown.address,
      root: context.root,
      mode: shown.mode,
      type: shown.type,
      name: shown.name,
      ...(key === undefined ? {} : { key }),
      provider: this.provider(shown, asText(config?.["provider_config_key"]), references),
      args: tree.args,
      refs: tree.refs,
      configured: tree.configured,
      ...(dependsOn.length > 0 ? { dependsOn } : {}),
      at: context.at,
    };
  }

  /** That nobody knows how many there will be of what counts as one. */
  private hole({ address, module, ...shown }: ShownResource, references: PlanReferences): Hole {
    const scope = references.scope(module ?? "");
    const config = scope && resourceConfig(scope, shown);
    const path = config?.["count_expression"] === undefined ? "for_each" : "count";
    const given = asObject(config?.[`${path}_expression`]);
    const expression = longest(asList(given?.["references"])).join(", ") || NOT_IN_PLAN;
    const { at, root } = this.context;
    return { kind: "value", root, address, path, expression, at, remedy: "Apply this plan, and plan again." };
  }

  private provider(shown: ShownResource, key: string | undefined, references: PlanReferences): Native["provider"] {
    const config = key === undefined ? undefined : asObject(asObject(this.configuration?.["provider_config"])?.[key]);
    return plannedProvider(shown, config, references, this.context);
  }

  /** Whether the configuration has a data source: the prior state may keep removed ones. */
  private configuredData(): (shown: ShownResource) => boolean {
    const references = new PlanReferences(this.configuration ?? {}, {}, []);
    return (shown) => {
      const scope = references.scope(shown.module ?? "");
      return scope !== undefined && resourceConfig(scope, shown) !== undefined;
    };
  }

  private bad(value: unknown): void {
    const { at } = this.context;
    const entry = asObject(value);
    const address = asText(entry?.["address"]) ?? "a resource";
    this.unreadable.push({ type: asText(entry?.["type"]) ?? "", address, at });
    this.context.note(diagnostics.unreadableEntry(at, address));
  }
}

function resourceConfig(scope: Scope, shown: Pick<ShownResource, "mode" | "type" | "name">): JsonObject | undefined {
  return configsOf(scope.module).get(addressOf({ mode: shown.mode, type: shown.type, name: shown.name }));
}

function isGone(actions: readonly unknown[]): boolean {
  return actions.every((a) => a === "delete" || a === "forget") && actions.length > 0;
}

function changedResource(entry: JsonObject, change: JsonObject): ShownResource | undefined {
  return shownResource({
    ...entry,
    index: entry["index"],
    values: change["after"] ?? {},
    sensitive_values: change["after_sensitive"],
  });
}

/** Marks of two sources: a place is secret where either says so. */
function both(a: unknown, b: unknown): unknown {
  if (a === true || b === true) return true;
  const left = typeof a === "object" && a !== null ? a : undefined;
  const right = typeof b === "object" && b !== null ? b : undefined;
  if (!left || !right) return left ?? right;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries(
    [...keys].map((k) => [k, both((left as JsonObject)[k], (right as JsonObject)[k])] as const),
  );
}
