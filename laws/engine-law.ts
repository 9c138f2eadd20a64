import type { Failure } from "./law.ts";
import type { Workload } from "./workload.ts";

/** A law whose judge is an engine, handed in: this folder runs none. */
export interface EngineLaw<Engine> {
  readonly number: number;
  readonly name: string;
  readonly sentence: string;
  check(workload: Workload, engine: Engine): Promise<readonly Failure[]>;
}

export function engineLaw<Engine>(
  number: number,
  name: string,
  sentence: string,
  judge: (workload: Workload, engine: Engine, fail: (says: string) => void) => Promise<void>,
): EngineLaw<Engine> {
  return {
    number,
    name,
    sentence,
    async check(workload, engine) {
      const found: Failure[] = [];
      await judge(workload, engine, (says) => void found.push({ law: number, name, subject: workload.title, says }));
      return found;
    },
  };
}
