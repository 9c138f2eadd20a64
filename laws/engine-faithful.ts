import type { Cloud } from "../providers/provider.ts";
import type { Synthesis } from "../providers/synthesis.ts";
import { type EngineLaw, engineLaw } from "./engine-law.ts";

/** An engine that writes code, and reads back what it wrote or what a program registered. */
export interface WritingEngine {
  readonly name: string;
  /** Sentences, one for each difference; none when the engine was faithful. */
  differences(synthesis: Synthesis, cloud: Cloud): Promise<readonly string[]>;
}

export const engineFaithful: EngineLaw<WritingEngine> = engineLaw(
  8,
  "engine-faithful",
  "What an engine writes, or a program registers, is what was lowered: no more, no less, nothing else.",
  async ({ synthesis, cloud }, engine, fail) => {
    for (const difference of await engine.differences(synthesis, cloud)) fail(`${engine.name}: ${difference}`);
  },
);
