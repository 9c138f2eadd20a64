import { list } from "../constructs/list.ts";
import { addressIn } from "../providers/native.ts";
import { volumesOf } from "../providers/volumes-of.ts";
import type { AssessInput } from "./assessment.ts";
import { parts } from "./charge.ts";
import type { Estimate } from "./estimate.ts";
import type { Lever } from "./levers.ts";

/** What is switched off may be needed no more: one lever leaves all of it behind, with the volumes that nothing else uses. */
export function offLevers({ survey }: AssessInput, { charges }: Estimate): Lever[] {
  const off = survey.components.filter((c) => c.off);
  if (off.length === 0) return [];
  const used = new Set(survey.components.filter((c) => !c.off).flatMap(volumesOf));
  const ids = new Set([...off.map((c) => c.id), ...off.flatMap(volumesOf).filter((id) => !used.has(id))]);
  const likely = charges.reduce((sum, charge) => {
    const own = parts(charge).reduce((part, { id, upper }) => part + (ids.has(id) ? upper : 0), 0);
    return sum + charge.hours.likely * charge.upper * own;
  }, 0);
  const addresses = [...ids].map(addressIn);
  return [
    {
      change: `Leave behind what is switched off: ${list(addresses)}`,
      addresses,
      likely,
      apply: (to) => withoutComponents(to, ids),
    },
  ];
}

function withoutComponents(input: AssessInput, ids: ReadonlySet<string>): AssessInput {
  const { survey } = input;
  const components = survey.components.filter((c) => !ids.has(c.id));
  const gone = survey.components.filter((c) => ids.has(c.id)).reduce((sum, c) => sum + c.natives.length, 0);
  const counts = {
    ...survey.counts,
    natives: survey.counts.natives - gone,
    recognised: survey.counts.recognised - gone,
  };
  return { ...input, survey: { ...survey, components, counts } };
}
