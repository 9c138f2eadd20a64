import { validateNatives } from "../engines/validate.ts";
import { law } from "./law.ts";
import type { Specimen } from "./specimen.ts";
import type { Workload } from "./workload.ts";

const SENTENCE = "The provider's schema takes everything that is written.";

export const valid = law<Specimen>(5, "valid", SENTENCE, ({ synthesis, cloud }, fail) => {
  for (const d of validateNatives(synthesis.natives, cloud)) fail(`${d.address}: ${d.detail}`);
});

/** With references from component to component in place of values from outside. */
export const validWorkload = law<Workload>(5, "valid-workload", SENTENCE, ({ synthesis, cloud }, fail) => {
  for (const d of validateNatives(synthesis.natives, cloud)) fail(`${d.address}: ${d.detail}`);
});
