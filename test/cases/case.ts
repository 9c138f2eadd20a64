import type { Kind, PropsInput } from "../../constructs/kinds.ts";

/** What a cloud makes of a case. */
export interface Expected {
  /** Types of the natives written, sorted, one entry per native. */
  readonly natives: readonly string[];
  /** Prop paths lost, without list positions. */
  readonly losses: readonly string[];
  /** Region it is deployed to, where that decides. Default: the cloud's. */
  readonly region?: string;
}

/** A component somebody would ask for, and side by side what each cloud makes of it. */
export interface Case<K extends Kind> {
  /** A sentence. */
  readonly title: string;
  readonly props: PropsInput<K>;
  readonly expects: Readonly<Record<"aws" | "scaleway" | "ovh", Expected>>;
}
