import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { LoweredComponent } from "./lower-component.ts";
import type { Cloud } from "./provider.ts";
import type { Authored } from "./synthesis.ts";

export function unsupported({ id, kind }: Authored, cloud: Cloud): Diagnostic {
  const entry = cloud.kinds[kind];
  const why = entry && "unsupported" in entry ? entry.unsupported : "not written";
  const substitute = entry && "substitute" in entry ? entry.substitute?.what : undefined;
  return {
    severity: "warning",
    code: "EX0310",
    summary: "The target does not have this kind",
    detail: `${cloud.title}: ${why}. ${substitute ? `Instead: ${substitute}` : "Nothing replaces it yet"}; it is left out of the code.`,
    address: id,
  };
}

export function substituted(
  { id }: Authored,
  cloud: Cloud,
  { catalogue, wanted, taken }: LoweredComponent["substitutions"][number],
): Diagnostic {
  return {
    severity: "warning",
    code: "EX0311",
    summary: "The target does not offer this value",
    detail: `${cloud.title} has no ${JSON.stringify(wanted)} in its catalogue ${catalogue}; ${JSON.stringify(taken)} was written instead. See what is lost with \`exeat diff\`.`,
    address: id,
  };
}

export function notBought({ id }: Authored, cloud: Cloud, what: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0315",
    summary: "Something that has to be bought is left out",
    detail: `${cloud.title} sells ${what} by an order, which needs a means of payment. The code takes for granted that it is there; order it by hand, or synthesise with --allow-orders to have the code order it.`,
    address: id,
  };
}

export function largerThanAsked(
  { id }: Authored,
  cloud: Cloud,
  { asked, written }: LoweredComponent["enlarged"][number],
): Diagnostic {
  return {
    severity: "warning",
    code: "EX0323",
    summary: "A disk is written larger than asked for",
    detail: `${written} GiB are written and paid where ${asked} are asked for: at ${cloud.title} a disk is as fast as it is large. Ask for less speed, or override the size for this cloud.`,
    address: id,
  };
}

export function dangling(from: Authored, { component, output }: { component: string; output: string }): Diagnostic {
  return {
    severity: "error",
    code: "EX0312",
    summary: "A reference leads nowhere",
    detail: `It names the output ${output} of ${component}, which is not in this workload or not on this cloud. A variable stands in its place: give it a value, or add the component.`,
    address: from.id,
  };
}
