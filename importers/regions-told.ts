import type { Native, Root } from "../providers/native.ts";
import type { ImportKnowledge } from "./importer.ts";

type Knowledge = Pick<ImportKnowledge, "regionOf">;

/**
 * Gives resources of states and plans a region where no provider says one: the one that their own attributes tell, else the only one that
 * others of the same configuration tell. A state knows no configuration, and a plan may have it from the environment.
 */
export function withRegions(root: Root, { regionOf }: Knowledge): Root {
  if (!regionOf || (root.form !== "state" && root.form !== "plan")) return root;
  const open = root.natives.filter((n) => n.provider.region === undefined);
  const told = new Map(
    open.flatMap((n) => {
      const region = regionOf(n.provider.name, n.args);
      return region === undefined ? [] : [[n, region] as const];
    }),
  );
  if (told.size === 0) return root;
  const configurations = new Map<string, Set<string>>();
  for (const [native, region] of told) {
    // What is looked up may stand anywhere.
    if (native.mode === "data") continue;
    const key = configurationOf(native);
    configurations.set(key, (configurations.get(key) ?? new Set()).add(region));
  }
  // One object for equal ones: a large state has a hundred thousand natives.
  const providers = new Map<string, Native["provider"]>();
  const given = (native: Native): Native => {
    if (native.provider.region !== undefined) return native;
    const key = configurationOf(native);
    const [only, ...others] = configurations.get(key) ?? [];
    const region = told.get(native) ?? (others.length === 0 ? only : undefined);
    if (region === undefined) return native;
    const known = native.provider.host ? undefined : providers.get(`${key} ${region}`);
    const provider = known ?? { ...native.provider, region };
    providers.set(`${key} ${region}`, provider);
    return { ...native, provider };
  };
  return { ...root, natives: root.natives.map(given) };
}

function configurationOf({ provider: { name, alias, account } }: Native): string {
  return JSON.stringify([name, alias, account]);
}
