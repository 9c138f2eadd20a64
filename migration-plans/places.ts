import { list } from "../constructs/list.ts";

/** Most that a step names: `concerns` and `places` of the plan hold all of them. */
const NAMED = 5;

/** First ones as code, then how many more. */
export function places(all: readonly string[]): string {
  return list(
    all.map((place) => `\`${place.replaceAll("`", "'")}\``),
    NAMED,
  );
}
