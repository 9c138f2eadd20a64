import type { Diagnostic } from "../constructs/diagnostic.ts";
import { list } from "../constructs/list.ts";
import type { Path, WrittenWorkload } from "../constructs/written.ts";
import { addressIn, nativeId } from "../providers/native.ts";
import type { Survey } from "../providers/survey.ts";

/** What of an estate is called by an id, which a person may shorten to its address. */
export type Called = Pick<Survey, "components" | "foreign" | "unknown" | "holes">;

/** A name without a root, as a person wrote it, and where. */
export interface BareName {
  readonly name: string;
  readonly path: Path;
}

/** An error for each name that stands for something in several roots of one estate: what it says of one must not hold for the other unseen. */
export function ofSeveralRoots(
  names: readonly BareName[],
  estates: readonly Called[],
  written: WrittenWorkload,
): Diagnostic[] {
  const byAddress = estates.map((estate) => Map.groupBy(new Set(idsOf(estate)), addressIn));
  return names.flatMap(({ name, path }) => {
    const ids = byAddress.map((known) => known.get(name) ?? []).find((found) => found.length > 1);
    if (!ids) return [];
    const source = written.at(path);
    const all = list(ids.sort().map((id) => `\`${id}\``));
    return [
      {
        severity: "error",
        code: "EX0361",
        summary: "A name is of several roots",
        detail: `\`${name}\` stands for ${all}. Write which is meant, with its root; all of them are \`*:${name}\`.`,
        ...(source ? { source } : {}),
      },
    ];
  });
}

function* idsOf({ components, foreign, unknown, holes }: Called): Generator<string> {
  for (const { id } of components) yield id;
  for (const { natives } of [...foreign, ...unknown]) yield* natives.map(nativeId);
  for (const { root, address } of holes) yield `${root}:${address}`;
}
