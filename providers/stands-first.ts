import { compareText, type Diagnostic } from "../constructs/diagnostic.ts";
import type { Native } from "./native.ts";
import type { Cloud } from "./provider.ts";

type Addresses = ReadonlyMap<string, readonly string[]>;

/**
 * By native address what it waits for, its own dependencies first. What itself waits for it, by whatever way, as a route to a machine
 * does, is left out: an engine refuses natives that wait for each other.
 */
export function standsFirst(natives: readonly Native[], wanted: Addresses): Addresses {
  const waits = waitsOf(natives);
  return new Map(
    natives.map(({ address, dependsOn = [] }) => {
      const taken = (wanted.get(address) ?? []).filter((first) => {
        if (first === address || ledTo(first, waits).has(address)) return false;
        waits.get(address)?.add(first);
        return true;
      });
      return [address, [...new Set([...dependsOn, ...taken])]] as const;
    }),
  );
}

/** Says of components that their natives wait for each other: none of these can be made first. */
export function roundAbout(
  components: ReadonlyMap<string, readonly Native[]>,
  { title }: Pick<Cloud, "title">,
): readonly Diagnostic[] {
  const waits = waitsOf([...components.values()].flat());
  let open = [...waits.keys()];
  for (let before = Number.POSITIVE_INFINITY; open.length < before; ) {
    before = open.length;
    const left = new Set(open);
    open = open.filter((address) => [...(waits.get(address) ?? [])].some((first) => left.has(first)));
  }
  const leads = new Map(open.map((address) => [address, ledTo(address, waits)]));
  return [...components].flatMap(([id, natives]): Diagnostic[] => {
    const own = natives.find(({ address }) => leads.get(address)?.has(address))?.address;
    if (own === undefined) return [];
    const round = open.filter((address) => leads.get(own)?.has(address) && leads.get(address)?.has(own));
    return [
      {
        severity: "error",
        code: "EX0327",
        summary: "Each can only be made after the other",
        detail: `At ${title} these wait for each other: ${round.sort(compareText).join(", ")}. None of them can be made first, and every engine refuses such code. Leave out one of the references between them, and add it by hand once both are there.`,
        address: id,
      },
    ];
  });
}

function waitsOf(natives: readonly Native[]): ReadonlyMap<string, Set<string>> {
  return new Map(natives.map((n) => [n.address, new Set([...(n.dependsOn ?? []), ...n.refs.map((r) => r.to)])]));
}

/** All that something waits for, itself only where that leads back to it. */
function ledTo(from: string, waits: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const seen = new Set(waits.get(from));
  for (const address of seen) for (const next of waits.get(address) ?? []) seen.add(next);
  return seen;
}
