import { pick } from "./catalogue.ts";
import { listedIn, type Machine, machineCatalogues, sortOf, type WantedMachine } from "./machines.ts";
import type { Tree } from "./native.ts";
import type { Catalogue, Citation } from "./provider.ts";

/** The machines that a cloud takes as nodes of a cluster. */
export interface NodeMarket {
  /** By names of their own: not every machine is a node. */
  readonly catalogues: Readonly<Record<string, Catalogue>>;
  /** The catalogue to pick a pool's machine from. */
  catalogueFor(pool: WantedMachine): string;
  /** The catalogue that lists a machine; the plain one where nobody knows it. */
  catalogueOf(name: unknown): string;
  machine(name: unknown): Machine | undefined;
  /** What is written for a pool: for the conditions of losses. */
  chosen(pool: WantedMachine): { readonly machine: Machine | undefined; readonly exact: boolean };
}

/** `refuses` says which machines are too small or too odd for a node: they are read and never chosen. */
export function nodeMarket(
  machines: readonly Machine[],
  citation: Citation,
  refuses: (machine: Machine) => boolean,
): NodeMarket {
  const nodes = machines.map((machine): Machine => {
    const { rank, ...rest } = machine;
    return rank === undefined || machine.windows || refuses(machine) ? rest : machine;
  });
  const sorts = machineCatalogues(
    nodes.filter((m) => !m.windows),
    citation,
  );
  const named = (sort: string) => sort.replace(/^machine/, "node");
  const byName = new Map(nodes.map((m) => [m.name, m]));
  const market: NodeMarket = {
    catalogues: Object.fromEntries(Object.entries(sorts).map(([sort, catalogue]) => [named(sort), catalogue])),
    catalogueFor: (pool) => named(sortOf(pool, sorts)),
    catalogueOf: (name) => named(byName.has(String(name)) ? listedIn(byName.get(String(name)) as Machine) : "machine"),
    machine: (name) => byName.get(String(name)),
    chosen(pool) {
      const catalogue = sorts[sortOf(pool, sorts)];
      if (!catalogue) throw new Error("a cloud sells no nodes");
      const { native, exact } = pick(catalogue, { ...pool.size } as Tree);
      return { machine: byName.get(native), exact };
    },
  };
  return market;
}
