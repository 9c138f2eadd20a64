import type { KindDefinition } from "../constructs/component.ts";
import { compareText } from "../constructs/diagnostic.ts";
import { kinds } from "../constructs/kinds.ts";
import { oneLine } from "../constructs/one-line.ts";
import { freeName, joinedWords, snakeCase } from "./labels.ts";
import type { Native } from "./native.ts";
import type { Cloud } from "./provider.ts";
import { isImplemented } from "./provider.ts";
import type { Authored, Synthesis } from "./synthesis.ts";

/** Every output of every component, of one that stands for several things each of them, for the people and the code that come next. */
export function outputsOf(
  components: readonly Authored[],
  natives: ReadonlyMap<string, readonly Native[]>,
  labels: ReadonlyMap<string, string>,
  cloud: Cloud,
): Synthesis["outputs"] {
  const taken = new Set<string>();
  return components
    .flatMap((component) => {
      const { id, kind } = component;
      const entry = cloud.kinds[kind];
      const own = natives.get(id);
      if (!own || !isImplemented(entry)) return [];
      return Object.entries(entry.outputs).flatMap(([output, expression]) =>
        itemsOf(component, output).flatMap((item) => {
          const value = expression(own, item);
          if (value === undefined) return [];
          const [mark, words] = item === undefined ? ["", ""] : [`_${joinedWords(item)}`, ` ${oneLine(item)}`];
          const name = freeName(`${labels.get(id)}_${snakeCase(output)}${mark}`, taken);
          return [{ name, description: `The ${output}${words} of ${id} (${kinds[kind].title}).`, value }];
        }),
      );
    })
    .sort((a, b) => compareText(a.name, b.name));
}

/** Names of what an output stands for; of one that stands for one thing, one without a name. */
function itemsOf({ kind, props }: Authored, output: string): readonly (string | undefined)[] {
  const prop = (kinds[kind] as KindDefinition).items?.[output];
  if (prop === undefined) return [undefined];
  const items = (props as { readonly [prop: string]: readonly { readonly name: string }[] | undefined })[prop] ?? [];
  return items.map(({ name }) => name);
}
