import { clouds } from "../providers/index.ts";

/** How people call each cloud, by its id. */
export const titles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(clouds).map(([id, { title }]) => [id, title]),
);
