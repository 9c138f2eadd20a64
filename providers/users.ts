import { kinds } from "../constructs/kinds.ts";
import { walkProps } from "../constructs/prop-walk.ts";
import type { Complete } from "./provider.ts";

/** By id: the components that refer to a component, in the order given. */
export function usersOf<C extends Complete>(components: readonly C[]): ReadonlyMap<string, readonly C[]> {
  const users = new Map<string, C[]>();
  for (const component of components) {
    const found = walkProps(kinds[component.kind].props, component.props);
    const targets = found.flatMap((f) => ("reference" in f ? [f.reference.component] : []));
    for (const target of new Set(targets)) users.set(target, [...(users.get(target) ?? []), component]);
  }
  return users;
}
