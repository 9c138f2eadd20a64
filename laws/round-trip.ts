import { law, shown } from "./law.ts";
import type { Specimen } from "./specimen.ts";

export const roundTrip = law<Specimen>(
  3,
  "round-trip",
  "What is asked for comes back, apart from declared losses.",
  ({ trip: { losses, raised }, component }, fail) => {
    if (raised.component?.kind !== component.kind) fail(`a ${component.kind} comes back as ${raised.component?.kind}`);
    for (const hole of raised.holes) fail(`${hole.path} comes back as a hole: ${hole.expression}`);
    for (const l of losses.filter((loss) => !loss.declared)) {
      fail(`${l.path} was asked to be ${shown(l.asked)} and came back as ${shown(l.got)}; no loss says so`);
    }
  },
);
