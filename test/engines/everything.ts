import * as fc from "fast-check";
import { kindNames, kinds } from "../../constructs/kinds.ts";
import { lowerAll } from "../../providers/lower.ts";
import type { Cloud } from "../../providers/provider.ts";
import type { Synthesis } from "../../providers/synthesis.ts";
import { complete } from "../../providers/witness.ts";
import { cases } from "../cases/index.ts";

/** Every named case, and components drawn of each kind, side by side on a cloud. */
export function everything(cloud: Cloud): Synthesis {
  const components = kindNames.flatMap((kind) => {
    const drawn = fc.sample(kinds[kind].generate(fc) as fc.Arbitrary<object>, { numRuns: 30, seed: 1 });
    return [...cases[kind].map(({ props }) => props), ...drawn].map((props, i) =>
      complete({ kind, id: `${kind}-${i}`, props: { ...props }, requested: new Set(Object.keys(props)), holes: [] }),
    );
  });
  return lowerAll(components, cloud, { allowOrders: true });
}
