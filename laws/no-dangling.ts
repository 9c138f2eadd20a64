import { isRef, type KindDefinition, type Ref } from "../constructs/component.ts";
import { kinds } from "../constructs/kinds.ts";
import { walkProps } from "../constructs/prop-walk.ts";
import { type Native, type Tree, Unknown } from "../providers/native.ts";
import { edgesOf, leavesOf } from "../providers/paths.ts";
import { type Cloud, isImplemented } from "../providers/provider.ts";
import { nameOf } from "../providers/references.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import type { FoundComponent } from "../providers/survey.ts";
import { trip } from "../providers/translate.ts";
import { law } from "./law.ts";
import { type Reading, surveyOf } from "./reading.ts";
import type { Workload } from "./workload.ts";

/** References between components become references between natives, and are read as the same references. */
export const noDangling = law<Workload>(
  13,
  "no-dangling",
  "Every reference written leads to a native, an attribute or a variable that is there, and is read back as the reference it was.",
  (workload, fail) => {
    const { synthesis, cloud, components } = workload;
    for (const d of synthesis.diagnostics) if (d.code === "EX0312") fail(`${d.address}: ${d.detail}`);
    const natives = new Map(synthesis.natives.map((n) => [n.address, n]));
    const variables = new Set(synthesis.variables.map((v) => v.name));
    const used = new Set<string>();
    const look = (where: string, tree: Tree) => {
      for (const edge of edgesOf(tree)) {
        const target = natives.get(edge.to);
        if (!target) fail(`${where} ${edge.path} leads to ${edge.to}, which is not there`);
        else if (!hasAttribute(target, edge.attr, cloud))
          fail(`${where} ${edge.path} asks ${edge.to} for ${edge.attr}, which it has not`);
      }
      for (const [path, leaf] of leavesOf(tree)) {
        for (const name of variablesIn(leaf)) {
          used.add(name);
          if (!variables.has(name)) fail(`${where} ${path} uses the variable ${name}, which is not declared`);
        }
      }
    };
    for (const n of synthesis.natives) {
      look(n.address, n.args);
      for (const address of n.dependsOn ?? [])
        if (!natives.has(address)) fail(`${n.address} waits for ${address}, which is not there`);
    }
    for (const o of synthesis.outputs) look(`output ${o.name}`, o.value);
    for (const name of variables) if (!used.has(name)) fail(`the variable ${name} is asked for and not used`);
    for (const { id, kind } of components) {
      const entry = cloud.kinds[kind];
      const outputs = isImplemented(entry) ? Object.keys(entry.outputs).sort() : [];
      if (outputs.join() !== [...kinds[kind].outputs].sort().join())
        fail(`${id} has the outputs ${outputs.join(", ")}`);
    }
    comesBack(workload, fail);
  },
);

/** What `raise` calls a component is one. */
export const noDanglingOnEstates = law<Reading>(
  13,
  "no-dangling-on-estates",
  "A reference that is read names a component of the estate and an output of its kind: the one that its prop leads to.",
  ({ survey }, fail) => {
    const byId = new Map(survey.components.map((c) => [c.id, c]));
    for (const { id, kind, props } of survey.components) {
      for (const found of walkProps(kinds[kind].props, props)) {
        if (!("reference" in found)) continue;
        const { reference, leadsTo, path } = found;
        const { component: to, output } = reference;
        const target = byId.get(to);
        if (!target) fail(`${id} refers to ${to}, which is not there`);
        else if (!(kinds[target.kind].outputs as readonly string[]).includes(output))
          fail(`${id} asks ${to} for ${output}, which it has not`);
        else if (!isThere(reference, target)) fail(`${id} asks ${to} for ${nameOf(reference)}, which it has not`);
        else if (leadsTo && (leadsTo.kind !== target.kind || leadsTo.output !== output))
          fail(
            `${id} ${path.join(".")} leads to ${leadsTo.output} of a ${leadsTo.kind}, and is read as ${nameOf(reference)}, a ${target.kind}`,
          );
      }
    }
  },
);

/** Where nobody knows what an output stands for, anything may be among it. */
function isThere({ output, item }: Ref, { kind, props }: FoundComponent): boolean {
  const prop = (kinds[kind] as KindDefinition).items?.[output];
  const items = prop === undefined ? undefined : props[prop];
  return item === undefined || !Array.isArray(items) || items.some(({ name }) => name === item);
}

function comesBack({ components, synthesis, natives, cloud }: Workload, fail: (says: string) => void): void {
  const found = surveyOf(natives, cloud).components;
  const foundOf = (id: string) => {
    const own = new Set(synthesis.components.get(id)?.map((n) => n.address));
    return found.filter((f) => f.natives.some((n) => own.has(n.address)));
  };
  for (const component of components) {
    if (!synthesis.components.has(component.id)) continue;
    const declared = trip(component, cloud).losses.filter((l) => l.declared);
    const lost = new Set(declared.map((l) => l.path.split(".")[0]));
    const props = foundOf(component.id)[0]?.props ?? {};
    for (const prop of component.requested) {
      if (lost.has(prop)) continue;
      const got = refsIn(props[prop]);
      for (const asked of refsIn((component.props as Record<string, unknown>)[prop])) {
        const to = foundOf(asked.component).map((f) => f.id);
        if (!got.some((ref) => to.includes(ref.component) && ref.output === asked.output && ref.item === asked.item)) {
          fail(`${component.id} ${prop} refers to ${nameOf(asked)} and comes back as ${JSON.stringify(props[prop])}`);
        }
      }
    }
  }
}

function hasAttribute(native: Native, attr: string, cloud: Cloud): boolean {
  const block = resourceSchema(cloud, native)?.block;
  const [name = ""] = attr.split(/[.[]/);
  return name === "id" || block?.attributes?.[name] !== undefined || block?.block_types?.[name] !== undefined;
}

function variablesIn(leaf: Tree): string[] {
  return leaf instanceof Unknown ? [...leaf.expression.matchAll(/\bvar\.([A-Za-z_]\w*)/g)].map((m) => m[1] ?? "") : [];
}

function refsIn(value: unknown): Ref[] {
  if (isRef(value)) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(refsIn) : [];
}
