import type { z } from "zod";
import { kinds } from "../constructs/kinds.ts";
import { shapeOf } from "../constructs/satisfies.ts";
import { genericPath, isUnder } from "../providers/paths.ts";
import type { FoundComponent, Reading } from "../providers/survey.ts";
import { type Shape, shapeWithHoles } from "./learning.ts";
import { withoutPlaces } from "./prop-places.ts";

/** How alike ones are told apart. Instances of one block are taken to be alike where their looks are open. */
export function lookOf(component: FoundComponent): Shape {
  const { kind, id, readings = [] } = component;
  const { shape, isOpen } = shapeIn(kind, component);
  const mayDiffer = readings.flat().some((reading) => shapeIn(kind, reading).shape !== shape);
  return { shape, ...(isOpen || mayDiffer ? { open: id.replaceAll(/\[[^\]]*\]/g, "") } : {}) };
}

function shapeIn(kind: FoundComponent["kind"], { props, holes }: Reading) {
  const [plain, open] = [withoutPlaces(props, kinds[kind].labels), holes.filter((h) => !isLabel(kind, h.path))];
  return shapeWithHoles(plain, open, (prop) => isScalar(kind, prop));
}

/** Labels make nothing unlike: neither those that are known nor those that are not. */
function isLabel(kind: FoundComponent["kind"], path: string): boolean {
  return kinds[kind].labels.some((label) => isUnder(genericPath(path), label));
}

const scalars = new Map<string, boolean>();

/** Whether a prop holds text or a number that anyone may choose; inside a prop every place may. One of a few words is as good as a switch. */
function isScalar(kind: FoundComponent["kind"], path: string): boolean {
  const key = `${kind} ${path}`;
  const known = scalars.get(key);
  if (known !== undefined) return known;
  const schema = (kinds[kind].props.shape as Readonly<Record<string, z.ZodType>>)[path];
  const takes = (value: unknown) => schema?.safeParse(value).success ?? false;
  const isChoice = schema !== undefined && shapeOf(schema).inner._zod.def.type === "enum";
  const made = schema !== undefined && !isChoice && !takes(true) && !takes([]) && !takes({});
  scalars.set(key, made);
  return made;
}
