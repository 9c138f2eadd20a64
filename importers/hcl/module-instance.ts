import { relative, sep } from "node:path";
import type { Location } from "../../constructs/diagnostic.ts";
import { Unknown } from "../../providers/native.ts";
import { keyText } from "../address.ts";
import type { ImportKnowledge } from "../importer.ts";
import { attributeOf, type Block, type Body, type Expression, sourceText } from "./ast.ts";
import { elementsOf, tiesNothing } from "./attribute-values.ts";
import { attempt, evaluate } from "./evaluate.ts";
import { type Expansion, expand, INSTANCE_LIMIT, instanceScope, type Key, keysOf } from "./expansion.ts";
import type { Findings } from "./findings.ts";
import { BlockHandle } from "./handles.ts";
import { isIgnored, lifecycleOf } from "./lifecycle.ts";
import type { ModuleSource, ResourceBlock } from "./module-source.ts";
import { cycle, moduleCycle, notEvaluated, tooMany, undeclared } from "./problems.ts";
import { Namespace, type Scope, type Surroundings, Undeclared } from "./scope.ts";
import { EvaluationError, type Handle, type Value } from "./value.ts";
import { variableFromOutside, variableValue } from "./variables.ts";

/** The unit of Terragrunt that runs a root: where its file is, and what it gives to a variable. */
export interface Outside {
  readonly at: Location;
  given(variable: string): Expression | undefined;
}

/** What all modules of one root share. */
export interface RootContext {
  readonly surroundings: Surroundings;
  readonly findings: Findings;
  readonly knowledge: ImportKnowledge;
  /** Values of the root's variables from tfvars files. */
  readonly values: ReadonlyMap<string, { readonly expression: Expression }>;
  /** The workspace that the root is read as; undefined when nothing says which. */
  readonly workspace: string | undefined;
  /** What runs the root with values of its own, if something does. */
  readonly outside: Outside | undefined;
  /** The code that a module call means; undefined when it is not here. */
  find(caller: ModuleSource, source: string, names: readonly string[]): ModuleSource | undefined;
}

const BUSY = Symbol("being computed");
const DEPTH_LIMIT = 50;

/** How a module was called. */
interface CallSite {
  readonly parent: ModuleInstance;
  readonly block: Block;
  readonly scope: Scope;
  readonly key: Key;
}

/** One instance of a module: its variables, locals, outputs and resources, each computed when first asked for. */
export class ModuleInstance implements Scope {
  readonly root: RootContext;
  readonly source: ModuleSource;
  readonly site: CallSite | undefined;
  /** `module.a["k"].`; "" for the root. */
  readonly prefix: string;
  /** Names of the calls that lead here. */
  readonly names: readonly string[];
  private readonly cells = new Map<string, Value | typeof BUSY>();
  /** The same while references are followed to what they stand for. */
  private readonly seenCells = new Map<string, Value | typeof BUSY>();
  /** Arguments that tie nothing to their resource; BUSY for all others that were asked for. */
  private readonly untiedCells = new Map<string, Value | typeof BUSY>();
  private readonly expansions = new Map<string, Expansion | typeof BUSY>();
  private readonly namespaces = new Map<string, Value | undefined>();
  private readonly instances = new Map<string, ReadonlyMap<Key, ModuleInstance> | undefined>();

  constructor(root: RootContext, source: ModuleSource, site?: CallSite) {
    this.root = root;
    this.source = source;
    this.site = site;
    const name = site?.block.labels[0] ?? "";
    this.names = site === undefined ? [] : [...site.parent.names, name];
    this.prefix = site === undefined ? "" : `${site.parent.prefix}module.${name}${keyText(site.key)}.`;
  }

  get surroundings(): Surroundings {
    return this.root.surroundings;
  }

  lookup(name: string): Value | undefined {
    if (!this.namespaces.has(name)) this.namespaces.set(name, this.namespace(name));
    return this.namespaces.get(name);
  }

  private namespace(name: string): Value | undefined {
    switch (name) {
      case "var":
        return new Namespace("var", (variable) => this.variable(variable));
      case "local":
        return new Namespace("local", (local) => this.local(local));
      case "module":
        return new Namespace("module", (call) => (this.source.calls.has(call) ? this.moduleHandle(call) : undefined));
      case "data":
        return new Namespace("data", (type) => this.resourceType(`data.${type}`));
      case "path":
        return new Namespace("path", (which) => this.path(which));
      case "resource":
        return new Namespace("resource", (type) => this.resourceType(type));
      case "terraform":
      case "tofu":
        return new Namespace(name, (which) =>
          which === "workspace" ? this.workspace() : new Unknown(`terraform.${which}`),
        );
      case "self":
      case "ephemeral":
        return new Unknown(name);
      default:
        return this.resourceType(name);
    }
  }

  private resourceType(type: string): Value | undefined {
    const prefix = `${type}.`;
    const any = [...this.source.resources.keys()].some((key) => key.startsWith(prefix)) || this.brokenResource(prefix);
    if (!any) return undefined;
    return new Namespace(type, (name) => {
      const block = this.source.resources.get(prefix + name);
      if (block !== undefined) return this.resourceHandle(block);
      const address = this.prefix + prefix + name;
      return this.brokenResource(prefix + name) ? new Unknown(address, [{ to: address, attr: "" }]) : undefined;
    });
  }

  private brokenResource(prefix: string): boolean {
    return this.source.unreadable.some((block) =>
      `${block.mode === "data" ? "data." : ""}${block.type}.${block.name}`.startsWith(prefix),
    );
  }

  /** What is chosen outside the code: "default" would be a guess, and often no workspace that is in use. */
  private workspace(): Value {
    const { workspace, findings } = this.root;
    if (workspace !== undefined) return workspace;
    const name = "terraform.workspace";
    const at = { file: this.surroundings.directory };
    const remedy = "Name the workspace with --workspace (`default` where there is no other).";
    findings.hole({ kind: "value", address: name, path: "", expression: name, at, remedy });
    return new Unknown(name);
  }

  private path(which: string): Value | undefined {
    if (which === "root") return ".";
    if (which !== "module") return new Unknown(`path.${which}`);
    return relative(this.surroundings.directory, this.source.directory).split(sep).join("/") || ".";
  }

  /** Computes once; a value that needs itself is reported and unknown, one that the engines refuse too. */
  private cell(key: string, at: Location, compute: () => Value): Value {
    const seeing = this.surroundings.seeThrough;
    const cells = seeing ? this.seenCells : this.cells;
    const known = cells.get(key);
    if (known === BUSY) {
      if (seeing) throw new EvaluationError("a cycle");
      this.root.findings.add(cycle(at, this.prefix + key));
      return new Unknown(key);
    }
    if (known !== undefined) return known;
    cells.set(key, BUSY);
    let value: Value;
    try {
      value = compute();
    } catch (error) {
      cells.delete(key);
      if (seeing || !(error instanceof EvaluationError)) throw error;
      this.complain(error, at);
      value = new Unknown(key);
    }
    cells.set(key, value);
    return value;
  }

  /** Says why an expression has no value. */
  complain(error: EvaluationError, at: Location): void {
    this.root.findings.add(
      error instanceof Undeclared ? undeclared(at, error.reference) : notEvaluated(at, error.message, error.within),
    );
  }

  variable(name: string): Value | undefined {
    const declaration = this.source.variables.get(name);
    if (declaration === undefined) return variableFromOutside(this, name);
    return this.cell(`var.${name}`, declaration.at, () => variableValue(this, declaration));
  }

  private local(name: string): Value | undefined {
    const local = this.source.locals.get(name);
    if (local === undefined) return undefined;
    return this.cell(`local.${name}`, local.source.at(local.start), () => evaluate(local.value, this));
  }

  output(name: string): Value {
    const block = this.source.outputs.get(name);
    const expression = block && attributeOf(block.body, "value");
    if (block === undefined || expression === undefined) throw new Undeclared(`${this.prefix}${name}`);
    return this.cell(`output.${name}`, block.source.at(block.start), () => {
      const value = evaluate(expression, this);
      const sensitive = attributeOf(block.body, "sensitive");
      const secret = sensitive?.kind === "literal" && sensitive.value === true && !this.surroundings.seeThrough;
      const known = typeof value === "string" || typeof value === "number";
      return secret && known ? new Unknown(`${this.prefix}${name}`, [], { redacted: true }) : value;
    });
  }

  /** What `count` or `for_each` make of a block of this module. */
  expansion(key: string, body: Body, at: Location): Expansion {
    const known = this.expansions.get(key);
    if (known !== undefined && known !== BUSY) return known;
    const unknown = (needs: string, isMany = false): Expansion => ({
      kind: "unknown",
      needs: attributeOf(body, "count") === undefined ? "for_each" : "count",
      value: new Unknown(needs),
      at,
      ...(isMany ? { isMany } : {}),
    });
    if (known === BUSY) {
      this.root.findings.add(cycle(at, this.prefix + key));
      return unknown(key);
    }
    this.expansions.set(key, BUSY);
    let expansion: Expansion;
    // Whoever asks, the values of `for_each` keep their references.
    const seeing = this.surroundings.seeThrough;
    this.surroundings.seeThrough = false;
    try {
      expansion = expand(body, this);
    } catch (error) {
      this.expansions.delete(key);
      if (!(error instanceof EvaluationError)) throw error;
      this.complain(error, at);
      const expression = attributeOf(body, "count") ?? attributeOf(body, "for_each");
      expansion = unknown(expression === undefined ? key : sourceText(expression));
    } finally {
      this.surroundings.seeThrough = seeing;
    }
    if (expansion.kind === "count" && expansion.count > INSTANCE_LIMIT) {
      this.root.findings.add(tooMany(at, this.prefix + key, INSTANCE_LIMIT));
      expansion = unknown(String(expansion.count), true);
    }
    this.expansions.set(key, expansion);
    return expansion;
  }

  resourceExpansion(block: ResourceBlock): Expansion {
    return this.expansion(blockKey(block), block.body, block.at);
  }

  private resourceHandle(block: ResourceBlock): Handle {
    const address = this.prefix + blockKey(block);
    return new BlockHandle({
      address,
      expansion: () => this.resourceExpansion(block),
      attribute: (key, name) => this.resourceAttribute(block, address + keyText(key), key, name),
      settle: (key) => new Unknown(address + keyText(key), [{ to: address + keyText(key), attr: "" }]),
    });
  }

  private resourceAttribute(block: ResourceBlock, address: string, key: Key, name: string): Value {
    const reference = new Unknown(`${address}.${name}`, [{ to: address, attr: name }]);
    if (!this.surroundings.seeThrough) return this.untied(block, address, key, name) ?? reference;
    const rule = block.mode === "managed" ? this.root.knowledge.elements?.(block.type, name) : undefined;
    if (rule === undefined && attributeOf(block.body, name) === undefined) return reference;
    return this.cell(`${address}.${name}`, block.at, () => {
      const scope = instanceScope(this, this.resourceExpansion(block), key);
      const argument = (of: string): Value => {
        const expression = attributeOf(block.body, of);
        return expression === undefined ? null : evaluate(expression, scope);
      };
      return (rule ? elementsOf(rule, argument, reference) : argument(name)) ?? reference;
    });
  }

  /** An argument that ties nothing to its resource, as the configuration sets it; undefined for any other, and where it is not known. */
  private untied(block: ResourceBlock, address: string, key: Key, name: string): Value | undefined {
    const place = `${address}.${name}`;
    const known = this.untiedCells.get(place);
    if (known !== undefined) return known === BUSY ? undefined : known;
    this.untiedCells.set(place, BUSY);
    const expression = attributeOf(block.body, name);
    if (expression === undefined || this.root.knowledge.sensitive(block.type, name)) return undefined;
    if (isIgnored(lifecycleOf(block.body)?.ignoreChanges, name)) return undefined;
    const value = attempt(expression, instanceScope(this, this.resourceExpansion(block), key));
    if (!tiesNothing(value)) return undefined;
    this.untiedCells.set(place, value);
    return value;
  }

  callExpansion(name: string): Expansion {
    const block = this.source.calls.get(name)!;
    return this.expansion(`module.${name}`, block.body, block.source.at(block.start));
  }

  private moduleHandle(name: string): Handle {
    const address = `${this.prefix}module.${name}`;
    return new BlockHandle({
      address,
      expansion: () => this.callExpansion(name),
      attribute: (key, output) => {
        const instance = this.children(name)?.get(key);
        return instance === undefined ? new Unknown(`${address}${keyText(key)}.${output}`) : instance.output(output);
      },
      settle: (key) => {
        const instance = this.children(name)?.get(key);
        if (instance === undefined) return new Unknown(address + keyText(key));
        return Object.fromEntries(
          [...instance.source.outputs.keys()].map((output) => [output, instance.output(output)]),
        );
      },
    });
  }

  /** The text of a call's `source`. */
  callSource(name: string): string {
    const expression = attributeOf(this.source.calls.get(name)!.body, "source");
    const value = expression === undefined ? "" : attempt(expression, this);
    return typeof value === "string" ? value : value instanceof Unknown ? value.expression : "";
  }

  /** Instances of a called module by key; undefined when its code is not here or contains this call. */
  children(name: string): ReadonlyMap<Key, ModuleInstance> | undefined {
    if (this.instances.has(name)) return this.instances.get(name);
    const block = this.source.calls.get(name)!;
    const source = this.root.find(this.source, this.callSource(name), [...this.names, name]);
    let children: Map<Key, ModuleInstance> | undefined;
    if (source !== undefined && this.contains(source)) {
      const at = block.source.at(block.start);
      this.root.findings.add(moduleCycle(at, `${this.prefix}module.${name}`, source.directory));
    } else if (source !== undefined) {
      const expansion = this.callExpansion(name);
      children = new Map();
      for (const key of keysOf(expansion)) {
        const site = { parent: this, block, scope: instanceScope(this, expansion, key), key };
        children.set(key, new ModuleInstance(this.root, source, site));
      }
    }
    this.instances.set(name, children);
    return children;
  }

  private contains(source: ModuleSource): boolean {
    if (this.names.length >= DEPTH_LIMIT) return true;
    for (let module: ModuleInstance | undefined = this; module !== undefined; module = module.site?.parent) {
      if (module.source === source) return true;
    }
    return false;
  }
}

/** `aws_x.y`, `data.aws_x.y`: how a block is named inside its module. */
export function blockKey(block: Pick<ResourceBlock, "mode" | "type" | "name">): string {
  return `${block.mode === "data" ? "data." : ""}${block.type}.${block.name}`;
}
