import type { Reference } from "../constructs/component.ts";
import { pick } from "./catalogue.ts";
import { shortened } from "./labels.ts";
import { type Native, type Tree, Unknown } from "./native.ts";
import { asWritten } from "./paths.ts";
import type { Cloud, Complete, LowerContext, NativeOptions, Variable } from "./provider.ts";
import { isImplemented } from "./provider.ts";
import { placeholder } from "./references.ts";

/** One component on a cloud. */
export interface LoweredComponent {
  readonly natives: readonly Native[];
  readonly variables: readonly Variable[];
  /** Values asked of a catalogue that it does not offer. */
  readonly substitutions: readonly { readonly catalogue: string; readonly wanted: Tree; readonly taken: Tree }[];
  /** What would have to be bought and was left out. */
  readonly orders: readonly string[];
  /** Disks that are written larger than asked for, in GiB. */
  readonly enlarged: readonly { readonly asked: number; readonly written: number }[];
  /** By native address: what must stand first in components referred to. */
  readonly after: ReadonlyMap<string, NonNullable<NativeOptions["after"]>>;
}

export interface ComponentOptions {
  /** Default: the cloud's. */
  readonly region?: string | undefined;
  /** What a reference becomes. Default: a placeholder that `referenceIn` finds again. */
  output?(reference: Reference): Tree;
  /** Natives that buy something are written: what a cloud can do is judged with them. Default: true. */
  readonly allowOrders?: boolean | undefined;
  /** Default: none. */
  readonly users?: readonly Complete[];
  /** Default: none. */
  readonly uses?: readonly Complete[];
}

/** Lowers one component alone. The kind must be implemented. */
export function lowerComponent(
  component: Complete,
  cloud: Cloud,
  label: string,
  { region, output = placeholder, allowOrders = true, users = [], uses = [] }: ComponentOptions = {},
): LoweredComponent {
  const entry = cloud.kinds[component.kind];
  if (!isImplemented(entry)) throw new Error(`${cloud.id} has no ${component.kind}`);
  const variables = new Map<string, Variable>();
  const substitutions: LoweredComponent["substitutions"][number][] = [];
  const orders: string[] = [];
  const enlarged: LoweredComponent["enlarged"][number][] = [];
  const after = new Map<string, NonNullable<NativeOptions["after"]>>();
  const name = (part?: string) =>
    shortened(
      [label, part]
        .filter((p) => p !== undefined)
        .join("-")
        .replaceAll("_", "-"),
      40,
    );
  const context: LowerContext = {
    region: region ?? cloud.defaultRegion,
    native(type, args, options) {
      const made = native(cloud, type, label, args, options);
      if (options?.after) after.set(made.address, options.after);
      return made;
    },
    name,
    users,
    uses,
    output,
    pick(catalogue, wanted) {
      const offers = cloud.catalogues[catalogue];
      if (!offers) throw new Error(`${cloud.id} has no catalogue ${catalogue}`);
      const picked = pick(offers, wanted);
      if (!picked.exact && wanted !== undefined) substitutions.push({ catalogue, wanted, taken: picked.value });
      return picked;
    },
    variable(variable) {
      variables.set(variable.name, variable);
      return new Unknown(`var.${variable.name}`);
    },
    enlarged(asked, written) {
      enlarged.push({ asked, written });
    },
    order(what) {
      if (!allowOrders) orders.push(what);
      return allowOrders;
    },
  };
  // The table gives each kind its own implementation; which one is known only here.
  const lower = entry.lower as (component: Complete, context: LowerContext) => readonly Native[];
  const natives = lower(component, context);
  return { natives, variables: [...variables.values()], substitutions, orders, enlarged, after };
}

function native(
  cloud: Cloud,
  type: string,
  label: string,
  given: { readonly [key: string]: Tree | undefined },
  options: NativeOptions = {},
): Native {
  const args = Object.fromEntries(Object.entries(given).filter((e): e is [string, Tree] => e[1] !== undefined));
  const name = [label, options.part]
    .filter((p) => p !== undefined)
    .join("_")
    .replaceAll("-", "_");
  const provider = cloud.providers.find((p) => type.startsWith(`${p.name}_`)) ?? cloud.providers[0];
  const { mode = "managed", preventDestroy, ignoreChanges } = options;
  const lifecycle = {
    ...(preventDestroy ? { preventDestroy } : {}),
    ...(ignoreChanges?.length ? { ignoreChanges } : {}),
  };
  return {
    address: `${mode === "data" ? "data." : ""}${type}.${name}`,
    root: ".",
    mode,
    type,
    name,
    provider: { name: provider?.name ?? cloud.id },
    ...asWritten(args),
    ...(Object.keys(lifecycle).length > 0 ? { lifecycle } : {}),
    ...(options.dependsOn?.length ? { dependsOn: options.dependsOn.map((n) => n.address) } : {}),
    ...(options.merge === undefined ? {} : { merge: options.merge }),
    at: { file: "synthesised" },
  };
}
