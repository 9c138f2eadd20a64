/** Most that a step names: `concerns` and `places` of the plan hold all of them. */
const NAMED = 5;

/** First ones as code, then how many more. */
export function places(all: readonly string[]): string {
  const shown = all.slice(0, NAMED).map((place) => `\`${place.replaceAll("`", "'")}\``);
  return all.length <= NAMED ? shown.join(", ") : `${shown.join(", ")} and ${all.length - NAMED} more`;
}
