import { compareDiagnostics, type Diagnostic } from "../../constructs/diagnostic.ts";
import type { Cloud, Variable } from "../../providers/provider.ts";
import type { Synthesis } from "../../providers/synthesis.ts";
import { argumentsOf } from "./arguments.ts";
import { planOf, type Resource, type Setting } from "./plan.ts";
import * as problems from "./problems.ts";
import { type Code, comment, quoted, statement } from "./typescript.ts";
import { codeOf, constant, type Scope } from "./values.ts";

/** `index.ts`, the settings it reads, and what it leaves out. */
export interface Program {
  readonly text: string;
  readonly settings: readonly Setting[];
  readonly diagnostics: readonly Diagnostic[];
}

export function programOf(synthesis: Synthesis, cloud: Cloud): Program {
  const diagnostics: Diagnostic[] = [];
  const report = (problem: Diagnostic) => void diagnostics.push(problem);
  const plan = planOf(synthesis, cloud, report);
  const resources = new Map<string, Resource>();
  const scope: Scope = {
    variables: new Map(
      plan.settings.map(({ variable, identifier: code }) => [
        variable.name,
        { identifier: code, secret: variable.sensitive === true },
      ]),
    ),
    resources,
    planned: new Set(plan.resources.map(({ native }) => native.address)),
  };
  const settings = plan.settings.flatMap((setting) => settingLines(setting, report));
  const declarations = plan.resources.map((resource) => {
    const text = declaration(resource, scope, report);
    resources.set(resource.native.address, resource);
    return text;
  });
  const exports = synthesis.outputs.flatMap(({ name, description, value }) => {
    const written = codeOf(value, scope);
    if ("code" in written) {
      return [...comment(description), statement(`export const ${plan.exports.get(name)}`, written.code)];
    }
    report(problems.refused(`output.${name}`, "its value", value, written.no));
    return [];
  });
  if (settings.length > 0) settings.unshift(statement("const config", { callee: "new pulumi.Config", args: [] }));
  const body = [settings.join("\n"), ...declarations, exports.join("\n")];
  const text = [
    comment(`A workload on ${cloud.title}, region ${synthesis.region}.`).join("\n"),
    imports(plan.resources, body),
    ...body,
  ];
  return {
    text: `${text.filter((part) => part !== "").join("\n\n")}\n`,
    settings: plan.settings,
    diagnostics: diagnostics.sort(compareDiagnostics),
  };
}

function imports(resources: readonly Resource[], body: readonly string[]): string {
  const packages = new Map(resources.map(({ token, package: { name } }) => [token.c.split(".")[0] ?? "", name]));
  const sdk = body.some((part) => part.includes("pulumi."));
  const lines = [...packages].map(([namespace, name]) => `import * as ${namespace} from ${quoted(name)};`).sort();
  const all = [...(sdk ? [`import * as pulumi from "@pulumi/pulumi";`] : []), ...lines];
  return all.length > 0 ? all.join("\n") : "export {};";
}

const READERS: Readonly<Record<Variable["type"], string>> = {
  string: "",
  number: "Number",
  bool: "Boolean",
  "list(string)": "Object<string[]>",
};

function settingLines({ variable, key, identifier: name }: Setting, report: (problem: Diagnostic) => void): string[] {
  const { type, sensitive, default: fallback, description } = variable;
  if (sensitive && fallback !== undefined) report(problems.secretDefault(variable));
  const optional = fallback !== undefined && !sensitive;
  const reader = `config.${optional ? "get" : "require"}${sensitive ? "Secret" : ""}${READERS[type]}`;
  const read: Code = { callee: reader, args: [quoted(key)] };
  const value = typeof fallback === "object" ? `[${fallback.map(constant).join(", ")}]` : constant(fallback ?? null);
  const code: Code = optional ? `${reader}(${quoted(key)}) ?? ${value}` : read;
  return [...comment(description), statement(`const ${name}`, code)];
}

function declaration(resource: Resource, scope: Scope, report: (problem: Diagnostic) => void): string {
  const { native, token, identifier: name } = resource;
  const waits = (native.dependsOn ?? []).flatMap((address) => {
    const other = scope.resources.get(address);
    if (!other) {
      const kind = scope.planned.has(address) ? "circle" : "nowhere";
      report(problems.refused(native.address, "depends_on", undefined, { kind, why: `it names ${address}` }));
    }
    return other ? [other.identifier] : [];
  });
  const options: [string, Code][] = [
    ...(native.lifecycle?.preventDestroy ? [["protect", "true"] satisfies [string, Code]] : []),
    ...(waits.length > 0 ? [["dependsOn", { list: waits }] satisfies [string, Code]] : []),
  ];
  const args: Code[] = [quoted(native.name), argumentsOf(resource, scope, report)];
  if (options.length > 0) args.push({ object: options });
  return statement(`const ${name}`, { callee: `new ${token.c}`, args });
}
