import type { Kind, PropsInput } from "../../constructs/kinds.ts";
import type { Native } from "../../providers/native.ts";

/** What a cloud makes of a case. */
export interface Expected {
  /** Types of the natives written, sorted, one entry per native. */
  readonly natives: readonly string[];
  /** Prop paths lost, without list positions. */
  readonly losses: readonly string[];
  /** What waits for what without naming it, sorted: `aws_nat_gateway for aws_internet_gateway`. Default: nobody asks. */
  readonly waits?: readonly string[];
  /** Region it is deployed to, where that decides. Default: the cloud's. */
  readonly region?: string;
}

/** What a cloud made, and what it was to make, in the same words: equal when the cloud is right. */
export function beside(
  { natives, losses }: { readonly natives: readonly Native[]; readonly losses: readonly { readonly path: string }[] },
  wanted: Expected,
): { readonly got: Expected; readonly wanted: Expected } {
  const typeOf = new Map(natives.map((n) => [n.address, n.type]));
  const waits = natives.flatMap((n) => (n.dependsOn ?? []).map((a) => `${n.type} for ${typeOf.get(a)}`));
  const said = (e: Expected) => ({
    natives: [...e.natives].sort(),
    losses: [...new Set(e.losses)].sort(),
    ...(wanted.waits === undefined ? {} : { waits: [...(e.waits ?? [])].sort() }),
  });
  const got = { natives: natives.map((n) => n.type), losses: losses.map((l) => l.path), waits };
  return { got: said(got), wanted: said(wanted) };
}

/** A component somebody would ask for, and side by side what each cloud makes of it. */
export interface Case<K extends Kind> {
  /** A sentence. */
  readonly title: string;
  readonly props: PropsInput<K>;
  readonly expects: Readonly<Record<"aws" | "scaleway" | "ovh", Expected>>;
}
