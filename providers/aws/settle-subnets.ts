import { isRef, type Ref, type Reference } from "../../constructs/component.ts";
import { kinds } from "../../constructs/kinds.ts";
import { changeReferences } from "../../constructs/prop-walk.ts";
import { is } from "../settled.ts";
import type { Authored } from "../synthesis.ts";

/** A subnet without a name is the first private one, else the first: it is named, for what stands in it decides what it becomes. */
export function subnetsNamed(components: readonly Authored[]): readonly Authored[] {
  const firsts = new Map(
    components.flatMap((c) => {
      const subnets = is("network", c) ? c.props.subnets : [];
      const first = subnets.find((s) => !s.public) ?? subnets[0];
      return first ? [[c.id, first.name] as const] : [];
    }),
  );
  const named = (reference: Reference): Reference => {
    if (!isRef(reference) || reference.output !== "subnet" || reference.item !== undefined) return reference;
    const item = firsts.get(reference.component);
    return item === undefined ? reference : { ...reference, item };
  };
  return components.map((c) => ({ ...c, props: changeReferences(kinds[c.kind].props, c.props, named) }) as Authored);
}

/** The subnet that a reference names. */
export function subnetNamed({ output, item }: Ref): string | undefined {
  return output === "subnet" ? item : undefined;
}
