import { compareText, type Diagnostic } from "../../constructs/diagnostic.ts";
import type { Native } from "../../providers/native.ts";
import type { Cloud, Variable } from "../../providers/provider.ts";
import type { PulumiInputs, PulumiToken } from "../../providers/pulumi-package.ts";
import { resourceSchema } from "../../providers/schema-of.ts";
import type { Synthesis } from "../../providers/synthesis.ts";
import { Identifiers, identifier, RESERVED, resourceIdentifiers } from "./identifiers.ts";
import { inOrder } from "./order.ts";
import * as problems from "./problems.ts";
import { type ObjectShape, shapeOf } from "./shape.ts";

/** What stands in the program, and under which names. */
export interface Plan {
  readonly settings: readonly Setting[];
  /** In the order of the program: those of a component together, each after what it needs. */
  readonly resources: readonly Resource[];
  /** Names of the exports by the names of the outputs. */
  readonly exports: ReadonlyMap<string, string>;
}

/** A variable as a setting of the stack. */
export interface Setting {
  readonly variable: Variable;
  readonly key: string;
  readonly identifier: string;
}

/** A native with what the Pulumi package calls it. */
export interface Resource {
  readonly native: Native;
  readonly identifier: string;
  readonly token: PulumiToken;
  readonly shape: ObjectShape;
  readonly package: { readonly name: string; readonly inputs: PulumiInputs | undefined };
}

export function planOf(synthesis: Synthesis, cloud: Cloud, report: (problem: Diagnostic) => void): Plan {
  const packages = cloud.providers.map(({ name }) => name);
  // Exports first: others depend on their names. Settings next, then resources, whose constants nobody outside sees.
  const identifiers = new Identifiers([...RESERVED, ...packages]);
  const keys = new Identifiers();
  const exports = new Map(
    synthesis.outputs.map(({ name }) => [name, identifiers.take(identifier(name), identifier(`${name}_output`))]),
  );
  const settings = synthesis.variables.map((variable) => ({
    variable,
    key: keys.take(identifier(variable.name)),
    identifier: identifiers.take(identifier(variable.name), identifier(`${variable.name}_setting`)),
  }));
  const names = resourceIdentifiers(synthesis.natives, identifiers);
  // By component, in the order of their ids: the order they were given in must not show.
  const groups = [...synthesis.components].sort(([a], [b]) => compareText(a, b));
  const addresses = new Set([...groups.flatMap(([, group]) => group), ...synthesis.natives].map((n) => n.address));
  const natives = new Map(synthesis.natives.map((native) => [native.address, native]));
  const ordered = inOrder([...addresses].flatMap((address) => natives.get(address) ?? []));
  const resources = ordered.flatMap((native) => resourceOf(native, cloud, names, report) ?? []);
  return { exports, settings, resources };
}

function resourceOf(
  native: Native,
  cloud: Cloud,
  names: ReadonlyMap<string, string>,
  report: (problem: Diagnostic) => void,
): Resource | undefined {
  const provider = cloud.providers.find(({ name }) => name === native.provider.name);
  const pulumi = provider?.pulumi;
  const token = pulumi?.tokens()[native.type];
  const schema = resourceSchema(cloud, native);
  if (native.mode === "data") report(problems.dataSource(native));
  else if (!pulumi || !token || !schema) report(problems.notInPackage(native, pulumi?.package));
  else {
    return {
      native,
      identifier: names.get(native.address) ?? identifier(native.name),
      token,
      shape: shapeOf(schema, token),
      package: { name: pulumi.package, inputs: pulumi.inputs?.() },
    };
  }
  return undefined;
}
