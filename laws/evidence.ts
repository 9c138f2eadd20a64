import type { Cloud } from "../providers/provider.ts";
import type { Subject } from "./law.ts";
import type { Reading } from "./reading.ts";
import type { Specimen } from "./specimen.ts";

/** A cloud with everything that is shown for it: its named cases and the natives it was read from. */
export interface Evidence extends Subject {
  readonly cloud: Cloud;
  readonly specimens: readonly Specimen[];
  readonly readings: readonly Reading[];
}
