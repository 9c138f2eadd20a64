import { expressionHoldsSecret } from "../../constructs/holds-secret.ts";
import { type Args, type Hole, type Native, Unknown } from "../../providers/native.ts";
import { keyText } from "../address.ts";
import { MAKE_NOTHING, systemOf } from "../makes-nothing.ts";
import { ArgumentReader } from "./arguments.ts";
import { attributeOf, type Body, type Expression } from "./ast.ts";
import { backendOfBlock } from "./backend-blocks.ts";
import { attempt } from "./evaluate.ts";
import { type Expansion, INSTANCE_LIMIT, instanceScope, type Key, keysOf } from "./expansion.ts";
import { dependsOnOf, forgetIgnored, lifecycleOf } from "./lifecycle.ts";
import { blockKey, ModuleInstance, type RootContext } from "./module-instance.ts";
import type { ModuleSource, ResourceBlock } from "./module-source.ts";
import { moveOf } from "./moved-blocks.ts";
import { gaveUp, moduleAbsent, unknownNumber } from "./problems.ts";
import { ProviderFinder } from "./provider-config.ts";
import type { Scope } from "./scope.ts";
import { settle } from "./value.ts";
import { withoutCredentials } from "./without-credentials.ts";

/** Arguments of a module call that are the engine's own. */
const CALL_META = new Set(["source", "version", "providers", "count", "for_each", "depends_on"]);
const SECRET_NAME = /pass(?:word|phrase|wd)|secret|token|private_?key|api_?key|credential/i;
/** Modules nested deeper than that call each other in a circle. */
const DEEPEST_EMPTY = 10;
const FEWER = `More than ${INSTANCE_LIMIT} instances count as one: check the number, or assess them by a few of them.`;
const REMOTE_STATE = "terraform_remote_state";
const REMOTE_REMEDY =
  "Give a plan of this root with --plan, which has the values: each root is read by itself, and what another writes to its state is not followed, even where that root is read too.";

/** Evaluates a root module and everything it calls into the findings of its context. */
export function readRoot(context: RootContext, source: ModuleSource): void {
  const reader = new RootReader(context);
  const module = new ModuleInstance(context, source);
  reader.module(module);
  reader.end();
  const { findings } = context;
  const value = (expression: Expression) => settle(attempt(expression, module));
  findings.backends.push(...source.backends.map((block) => backendOfBlock(findings.root, block, value)));
}

class RootReader {
  private readonly context: RootContext;
  private readonly providers: ProviderFinder;
  private readonly remoteStates: { block: ResourceBlock; address: string; inputs: Args }[] = [];

  constructor(context: RootContext) {
    this.context = context;
    this.providers = new ProviderFinder(context.knowledge);
  }

  module(module: ModuleInstance): void {
    const { findings } = this.context;
    for (const block of module.source.resources.values()) this.block(module, block);
    for (const block of module.source.unreadable) {
      if (block.mode === "managed") {
        findings.unreadable.push({ type: block.type, address: module.prefix + blockKey(block), at: block.at });
      }
    }
    findings.moves.push(...module.source.moved.flatMap((block) => moveOf(block, module.prefix)));
    for (const name of module.source.calls.keys()) this.call(module, name);
  }

  private block(module: ModuleInstance, block: ResourceBlock): void {
    const { findings } = this.context;
    const address = module.prefix + blockKey(block);
    try {
      const expansion = module.resourceExpansion(block);
      const keys = keysOf(expansion);
      if (keys.length === 0 && block.mode === "managed") {
        findings.empty.push({ root: findings.root, type: block.type, address, at: block.at });
      }
      // How many data sources there are costs nothing, and what they give is unknown anyway.
      if (block.mode === "managed") this.noteUnknown(expansion, address);
      const natives = keys.map((key) => this.native(module, block, expansion, key));
      findings.natives.push(...natives);
      if (block.type === REMOTE_STATE) this.remoteStates.push({ block, address, inputs: natives[0]?.args ?? {} });
    } catch (error) {
      // Only what is too deep for the machine ends here: everything else is a value.
      if (!(error instanceof RangeError)) throw error;
      findings.add(gaveUp(block.at, address));
      if (block.mode === "managed") findings.unreadable.push({ type: block.type, address, at: block.at });
    }
  }

  private noteUnknown(expansion: Expansion, address: string): void {
    if (expansion.kind !== "unknown" || expansion.isOne) return;
    const { findings } = this.context;
    const { value, needs, at, isMany } = expansion;
    const expression = expressionHoldsSecret(value.expression) ? "what looks like a secret" : value.expression;
    if (!isMany) findings.add(unknownNumber(at, address, needs, expression));
    findings.complete = false;
    const remedy = isMany ? FEWER : "Give the values it depends on with --var-file, or a plan with --plan.";
    findings.hole({ kind: "value", address, path: needs, expression, at, remedy });
  }

  private native(module: ModuleInstance, block: ResourceBlock, expansion: Expansion, key: Key): Native {
    const scope = instanceScope(module, expansion, key);
    const reader = new ArgumentReader(block.type, module, this.context.knowledge);
    const lifecycle = lifecycleOf(block.body);
    const args = forgetIgnored(reader.arguments(block.body, scope), lifecycle?.ignoreChanges);
    const dependsOn = dependsOnOf(block.body, module.prefix);
    const instance = expansion.kind === "unknown" && !expansion.isOne ? expansion.value : key;
    for (const ref of reader.refs) this.noteRemote(ref.to, ref.attr, block);
    return {
      address: module.prefix + blockKey(block) + keyText(key),
      root: this.context.findings.root,
      mode: block.mode,
      type: block.type,
      name: block.name,
      ...(instance !== undefined && { key: instance }),
      provider: this.providers.of(module, block.type, attributeOf(block.body, "provider")),
      args,
      refs: reader.refs,
      configured: reader.configured,
      ...(lifecycle && { lifecycle }),
      ...(dependsOn && { dependsOn }),
      at: block.at,
    };
  }

  /** Values of another state: one hole for each that is used. */
  private noteRemote(to: string, attr: string, block: ResourceBlock): void {
    if (!to.includes(`data.${REMOTE_STATE}.`)) return;
    this.context.findings.hole({
      kind: "remote-state",
      address: to,
      path: attr,
      expression: attr === "" ? to : `${to}.${attr}`,
      at: block.at,
      remedy: REMOTE_REMEDY,
    });
  }

  /** What can only be said when everything is read: the states of others that nothing refers to by attribute. */
  end(): void {
    const { findings } = this.context;
    for (const { block, address, inputs } of this.remoteStates) {
      const used = findings.holes().some((hole) => hole.kind === "remote-state" && hole.address.startsWith(address));
      const hole = { kind: "remote-state", address, path: "", expression: address, at: block.at, inputs } as const;
      if (!used) findings.hole({ ...hole, remedy: REMOTE_REMEDY });
    }
  }

  private call(module: ModuleInstance, name: string): void {
    const address = `${module.prefix}module.${name}`;
    const children = module.children(name);
    if (children === undefined) {
      this.absent(module, name, address);
      return;
    }
    this.noteUnknown(module.callExpansion(name), address);
    for (const child of children.values()) this.module(child);
    if (children.size > 0) return;
    const source = this.context.find(module.source, module.callSource(name), [...module.names, name]);
    if (source !== undefined) this.emptyModule(source, address, [...module.names, name]);
  }

  /** A call with no instance: what it would create, however deep, is listed as empty. */
  private emptyModule(source: ModuleSource, address: string, names: readonly string[]): void {
    const { findings } = this.context;
    for (const block of source.resources.values()) {
      if (block.mode !== "managed") continue;
      const empty = { type: block.type, address: `${address}.${blockKey(block)}`, at: block.at };
      findings.empty.push({ root: findings.root, ...empty });
    }
    if (names.length > DEEPEST_EMPTY) return;
    for (const [name, call] of source.calls) {
      const path = [...names, name];
      const text = attributeOf(call.body, "source");
      const inner = text?.kind === "literal" ? this.context.find(source, String(text.value), path) : undefined;
      if (inner !== undefined) this.emptyModule(inner, `${address}.module.${name}`, path);
    }
  }

  private absent(module: ModuleInstance, name: string, address: string): void {
    const { findings } = this.context;
    const block = module.source.calls.get(name)!;
    const at = block.source.at(block.start);
    const source = module.callSource(name);
    const shown = withoutCredentials(source);
    // A module that contains itself has been reported.
    if (this.context.find(module.source, source, [...module.names, name]) !== undefined) return;
    const local = /^\.\.?(?:[/\\]|$)/.test(source);
    const expansion = module.callExpansion(name);
    this.noteUnknown(expansion, address);
    const keys = keysOf(expansion);
    if (keys.length === 0) return;
    const makes = !MAKE_NOTHING.has(systemOf(source) ?? "");
    findings.add(moduleAbsent(at, address, shown, makes ? (local ? "folder" : "download") : "nothing"));
    for (const key of keys) {
      const scope = instanceScope(module, expansion, key);
      const hole: Omit<Hole, "root"> = {
        kind: makes ? "module" : "value",
        address: address + keyText(key),
        path: "",
        expression: shown,
        at,
        inputs: this.inputs(block.body, scope),
        remedy: local
          ? "Name a folder that holds the module too."
          : "Run `tofu init` in the root's folder and read it again.",
      };
      findings.hole(hole);
    }
  }

  private inputs(body: Body, scope: Scope): Args {
    const given = body.attributes.filter((attribute) => !CALL_META.has(attribute.name));
    return Object.fromEntries(
      given.map(({ name, value }) => {
        const tree = settle(attempt(value, scope));
        const secret = SECRET_NAME.test(name) && tree !== null && typeof tree !== "boolean";
        return [name, secret ? new Unknown("(sensitive value)", [], { redacted: true }) : tree];
      }),
    );
  }
}
