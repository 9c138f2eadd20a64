import { lowerAll } from "../providers/lower.ts";
import type { Tree } from "../providers/native.ts";
import { fingerprint } from "../providers/paths.ts";
import type { Cloud, Complete } from "../providers/provider.ts";
import type { Synthesis } from "../providers/synthesis.ts";
import { law } from "./law.ts";
import { componentText } from "./leaves.ts";
import { raisedAlone } from "./reading.ts";
import type { Specimen } from "./specimen.ts";
import type { Workload } from "./workload.ts";

export const sameBytes = law<Specimen>(
  4,
  "same-bytes",
  "The same component is written and read the same way twice, whatever order a catalogue is in.",
  ({ component, cloud, region, synthesis, natives, trip }, fail) => {
    if (textOf(lowerAll([component], cloud, { region, allowOrders: true })) !== textOf(synthesis))
      fail("it is written in two ways");
    if (textOf(lowerAll([component], shuffled(cloud), { region, allowOrders: true })) !== textOf(synthesis)) {
      fail("what is written depends on the order of a catalogue's offers");
    }
    const [again] = raisedAlone([...natives].reverse(), cloud);
    if (again && componentText(again.raised) !== componentText(trip.raised)) {
      fail(`read in another order it is ${componentText(again.raised)} and was ${componentText(trip.raised)}`);
    }
  },
);

export const sameBytesInAnyOrder = law<Workload>(
  4,
  "same-bytes-in-any-order",
  "A workload is written the same way whatever order its components stand in.",
  ({ components, cloud, synthesis }, fail) => {
    const again = lowerAll([...components].reverse() as Complete[], cloud, { allowOrders: true });
    if (textOf(again) !== textOf(synthesis)) fail("the order of the components shows in what is written");
  },
);

/** Everything an engine writes down. */
function textOf({ natives, variables, outputs }: Synthesis): string {
  const lines = natives.map((n) => [n.address, n.args, { lifecycle: n.lifecycle, after: n.dependsOn }]);
  return fingerprint([lines, variables, outputs] as unknown as Tree);
}

function shuffled(cloud: Cloud): Cloud {
  const catalogues = Object.entries(cloud.catalogues).map(([name, catalogue]) => [
    name,
    { ...catalogue, offers: [...catalogue.offers].reverse() },
  ]);
  return { ...cloud, catalogues: Object.fromEntries(catalogues) };
}
