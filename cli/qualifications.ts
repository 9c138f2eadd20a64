import { compareText } from "../constructs/diagnostic.ts";
import { clouds } from "../providers/index.ts";
import { qualificationId, qualificationsOf } from "../providers/qualification.ts";
import { UsageError } from "./usage-error.ts";

/** `secnumcloud`, `secnumcloud,hds` or as their referentials write them: ids, each on record at some cloud. */
export function qualificationsNamed(words: string): string[] {
  const known = qualificationsOf(Object.values(clouds));
  return [...new Set(words.split(",").map((word) => qualificationId(word.trim())))].map((id) => {
    if (known.has(id)) return id;
    const names = [...known.keys()].sort(compareText).join(", ");
    throw new UsageError(`no cloud has a qualification "${id}" on record: name one of ${names}`);
  });
}
