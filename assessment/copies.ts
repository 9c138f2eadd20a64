import { Unknown } from "../providers/native.ts";
import type { Bounds } from "./scale.ts";

/** Upper bound on the instances of a resource whose `count` or `for_each` is not known: judgement, 2026-11-24. */
export const ASSUMED_INSTANCES = 3;

/** How many there are of a resource, by its key. */
export function copiesOf(key: unknown): Bounds<number> {
  return { lower: 1, upper: key instanceof Unknown ? ASSUMED_INSTANCES : 1 };
}
