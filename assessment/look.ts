import type { z } from "zod";
import { kinds } from "../constructs/kinds.ts";
import type { FoundComponent } from "../providers/survey.ts";
import { type Shape, shapeWithHoles } from "./learning.ts";

/** How alike ones are told apart. Instances of one block are taken to be alike where their looks are open. */
export function lookOf({ kind, props, holes, id }: FoundComponent): Shape {
  const { shape, isOpen } = shapeWithHoles(props, holes, (prop) => isScalar(kind, prop));
  return { shape, ...(isOpen ? { open: id.replaceAll(/\[[^\]]*\]/g, "") } : {}) };
}

const scalars = new Map<string, boolean>();

/** Whether a prop holds text or a number; inside a prop every place may. */
function isScalar(kind: FoundComponent["kind"], path: string): boolean {
  const key = `${kind} ${path}`;
  const known = scalars.get(key);
  if (known !== undefined) return known;
  const schema = (kinds[kind].props.shape as Readonly<Record<string, z.ZodType>>)[path];
  const takes = (value: unknown) => schema?.safeParse(value).success ?? false;
  const made = schema !== undefined && !takes(true) && !takes([]) && !takes({});
  scalars.set(key, made);
  return made;
}
