import { performance } from "node:perf_hooks";

/** Shortest of several runs, in milliseconds, after one that is not counted. */
export async function best(times: number, work: () => unknown): Promise<number> {
  await work();
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const begin = performance.now();
    await work();
    shortest = Math.min(shortest, performance.now() - begin);
  }
  return shortest;
}

/** Prints a ratio beside its goal and makes the process fail where it is missed. */
export function judge(what: string, ratio: number, most: number): void {
  const kept = ratio <= most;
  console.log(`${what}: ${ratio.toFixed(2)} (at most ${most})${kept ? "" : " MISSED"}`);
  if (!kept) process.exitCode = 1;
}
