import type { ComponentResult } from "../assessment/component-result.ts";
import { type Kind, kinds } from "../constructs/kinds.ts";
import { list } from "../constructs/list.ts";
import { fieldsOf, shapeOf } from "../constructs/satisfies.ts";

type LossResult = ComponentResult["losses"][number];

/** Losses as people read them: those of one place with one reason are one, and it names the items of a list that are meant. */
export function shownLosses({ kind, losses }: ComponentResult): LossResult[] {
  const alike = Map.groupBy(losses, ({ path, verdict, why }) => [path, verdict, why].join("\n"));
  return [...alike.values()].flatMap((all) => {
    const [first] = all;
    const items = [...new Set(all.flatMap((loss) => itemOf(kind, loss) ?? []))];
    return first ? [items.length === 0 ? first : { ...first, path: `${first.path} (${list(items)})` }] : [];
  });
}

/** What tells an item of a list from the others, where one item is lost. */
function itemOf(kind: string, { path, asked, got }: LossResult): string | undefined {
  const field = kind in kinds ? fieldsOf(kinds[kind as Kind].props)?.[path] : undefined;
  const { satisfies } = field ? shapeOf(field) : {};
  const item = asked ?? got;
  if (satisfies?.rule !== "byKey" || typeof item !== "object" || item === null || Array.isArray(item)) return undefined;
  const names = [satisfies.key].flat().map((key) => item[key]);
  return names.filter((name) => typeof name === "string" || typeof name === "number").join(" ") || undefined;
}
