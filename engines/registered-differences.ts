import { compareText } from "../constructs/diagnostic.ts";
import { isList, isObject, type Tree, Unknown } from "../providers/native.ts";
import { fingerprint, isUnder, leavesOf } from "../providers/paths.ts";
import type { Cloud } from "../providers/provider.ts";
import type { Synthesis } from "../providers/synthesis.ts";
import { addressOf, referencesIn } from "./expression.ts";
import type { Registration } from "./pulumi/monitor.ts";
import { type Plan, planOf, type Resource } from "./pulumi/plan.ts";
import type { Shape } from "./pulumi/shape.ts";
import { type Trace, traceOf } from "./pulumi/trace.ts";
import type { PulumiRun, RunOptions } from "./pulumi-monitor.ts";

/** How to run the written project so that `registeredDifferences` can tell what came of every reference and setting. */
export function tracedRun(synthesis: Synthesis, cloud: Cloud): RunOptions {
  return traceOf(
    synthesis,
    planOf(synthesis, cloud, () => {}),
  );
}

/**
 * Where what the Pulumi program registered differs from the synthesis it was written from, leaf by leaf, as sentences; none when
 * the engine was faithful: inputs read back into Terraform's form, what they depend on, secrets, protection, exports. The run
 * must be a traced one.
 */
export function registeredDifferences(run: PulumiRun, synthesis: Synthesis, cloud: Cloud): string[] {
  const plan = planOf(synthesis, cloud, () => {});
  const resources = new Map(plan.resources.map((resource) => [resource.native.address, resource]));
  const comparison = { plan, resources, trace: traceOf(synthesis, plan), secret: secretVariables(synthesis) };
  const registered = new Map(run.resources.map((r) => [`${r.token} ${r.name}`, r]));
  const found = run.diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`);
  for (const { address } of synthesis.natives) {
    const resource = resources.get(address);
    const registration = resource && registered.get(registeredName(resource));
    if (resource && registration) {
      registered.delete(registeredName(resource));
      found.push(...resourceDifferences(resource, registration, comparison));
    } else found.push(`${address} is not registered`);
  }
  for (const name of registered.keys()) found.push(`${name} is registered and was not asked for`);
  found.push(...outputDifferences(run, synthesis, comparison));
  return found.sort(compareText);
}

interface Comparison {
  readonly plan: Plan;
  /** By address. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly trace: Trace;
  /** Names of sensitive variables. */
  readonly secret: ReadonlySet<string>;
}

function secretVariables({ variables }: Synthesis): ReadonlySet<string> {
  return new Set(variables.flatMap(({ name, sensitive }) => (sensitive ? [name] : [])));
}

function registeredName({ token, native }: Resource): string {
  return `${token.t} ${native.name}`;
}

function resourceDifferences(resource: Resource, registration: Registration, comparison: Comparison): string[] {
  const { native, shape } = resource;
  const { resources, trace } = comparison;
  const asked = asTerraform(native.args, shape, (tree) => trace.value(tree) as Tree);
  const found = differences(native.address, asked, fromPulumi(registration.value as Tree, shape));

  const names = (addresses: readonly string[]) =>
    [...new Set(addresses.flatMap((address) => resources.get(address) ?? []).map(registeredName))].sort();
  const named = Object.entries(native.args).map(([key, value]) => ({ key, addresses: addressesIn(value) }));
  const all = [...named.flatMap(({ addresses }) => addresses), ...(native.dependsOn ?? [])];
  found.push(...differences(`${native.address} waits for`, names(all), [...registration.dependencies]));
  for (const { key, addresses } of named) {
    const input = shape.fields.get(key)?.name ?? key;
    const on = registration.propertyDependencies[input] ?? [];
    found.push(...differences(`${native.address} ${key} depends on`, names(addresses), [...on]));
  }

  const protect = native.lifecycle?.preventDestroy === true;
  if (registration.protect !== protect) {
    found.push(`${native.address} is ${registration.protect ? "" : "not "}protected, against what was asked for`);
  }
  return [...found, ...openSecrets(resource, registration, comparison.secret)];
}

/** Leaves that hold a sensitive variable and are not marked as secret. */
function openSecrets({ native, shape }: Resource, registration: Registration, secret: ReadonlySet<string>): string[] {
  const covered = [...registration.secrets];
  return leavesOf(native.args).flatMap(([path, leaf]) => {
    const variables = referencesIn(leaf).flatMap(([root, name]) => (root === "var" ? [String(name)] : []));
    if (!variables.some((name) => secret.has(name))) return [];
    const input = shape.fields.get(path.split(".")[0] ?? "")?.name ?? "";
    // Which part of an input is secret is Pulumi's affair: the mark may stand anywhere on the way to the leaf.
    const marked = covered.some((at) => isUnder(at, input));
    return marked ? [] : [`${native.address} ${path}: a secret is registered in clear`];
  });
}

function addressesIn(tree: Tree): string[] {
  return leavesOf(tree).flatMap(([, leaf]) => referencesIn(leaf).map(addressOf));
}

function outputDifferences(run: PulumiRun, { outputs }: Synthesis, { plan, trace }: Comparison): string[] {
  const asked = outputs.map(({ name, value }) => [plan.exports.get(name) ?? name, trace.value(value) as Tree]);
  const registered = Object.entries(run.outputs.value as { readonly [name: string]: Tree });
  return differences(
    "export",
    Object.fromEntries(asked),
    Object.fromEntries(registered.map(([name, value]) => [name, inOne(value)])),
  );
}

/** A list whose items are traced one by one, because somebody asks for one of them, is the whole that others ask for. */
function inOne(value: Tree): Tree {
  const first = isList(value) ? value[0] : undefined;
  if (typeof first !== "string" || !first.endsWith("[0]")) return value;
  const whole = first.slice(0, -"[0]".length);
  return isList(value) && value.every((item, i) => item === `${whole}[${i}]`) ? whole : value;
}

function differences(where: string, asked: Tree, registered: Tree): string[] {
  const leaves = (tree: Tree) => new Map(leavesOf(tree).map(([path, leaf]) => [path, fingerprint(leaf)]));
  const [a, b] = [leaves(asked), leaves(registered)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((path) =>
    a.get(path) === b.get(path)
      ? []
      : [
          `${[where, path].filter((part) => part !== "").join(" ")}: ${a.get(path) ?? "nothing"} was asked for, ${b.get(path) ?? "nothing"} is registered`,
        ],
  );
}

/** One form for both sides: blocks are lists, single objects are objects, text and numbers are what the schema says, nothing is null. */
function asTerraform(value: Tree, shape: Shape, known: (unknown: Unknown) => Tree): Tree {
  if (value instanceof Unknown) return known(value);
  const inner = (v: Tree, s: Shape) => asTerraform(v, s, known);
  switch (shape.kind) {
    case "object": {
      const item = isList(value) && value.length === 1 ? value[0] : value;
      if (!isObject(item)) return item instanceof Unknown ? known(item) : value;
      return entries(item, (key, v) => inner(v, shape.fields.get(key)?.shape ?? ANY));
    }
    case "map":
      return isObject(value) ? entries(value, (_, v) => inner(v, shape.item)) : value;
    case "list":
      return (isList(value) ? value : [value]).filter((v) => v !== null).map((v) => inner(v, shape.item));
    case "scalar":
      return scalar(value, shape.type);
  }
}

const ANY: Shape = { kind: "scalar", type: "any" };

function entries(object: { readonly [key: string]: Tree }, each: (key: string, value: Tree) => Tree): Tree {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => (value === null ? [] : [[key, each(key, value)]])),
  );
}

function scalar(value: Tree, type: "string" | "number" | "boolean" | "any"): Tree {
  if (type === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  if (type === "number" && typeof value === "string" && Number.isFinite(Number(value)) && value !== "")
    return Number(value);
  return type === "boolean" && (value === "true" || value === "false") ? value === "true" : value;
}

/** Pulumi's names back into Terraform's; one the schema does not have stays, marked. */
function fromPulumi(value: Tree, shape: Shape): Tree {
  if (shape.kind === "list") return isList(value) ? value.map((v) => fromPulumi(v, shape.item)) : value;
  if (!isObject(value)) return value;
  if (shape.kind === "map") return entries(value, (_, v) => fromPulumi(v, shape.item));
  if (shape.kind !== "object") return value;
  const byName = new Map([...shape.fields].map(([key, field]) => [field.name, { key, ...field }]));
  return Object.fromEntries(
    Object.entries(value).map(([name, v]) => {
      const field = byName.get(name);
      return field ? [field.key, fromPulumi(v, field.shape)] : [`?${name}`, v];
    }),
  );
}
