import { isRef, type Ref } from "../constructs/component.ts";
import { kinds, type Props } from "../constructs/kinds.ts";
import { walkProps } from "../constructs/prop-walk.ts";
import type { Complete } from "./provider.ts";

/** What a component refers to, in the order its props are written in. */
export function referencesOf({ kind, props }: Complete): readonly Ref[] {
  return walkProps(kinds[kind].props, props).flatMap((found) => ("reference" in found ? [found.reference] : []));
}

/** By id: the components that refer to a component, in the order given. */
export function usersOf<C extends Complete>(components: readonly C[]): ReadonlyMap<string, readonly C[]> {
  const users = new Map<string, C[]>();
  for (const component of components) {
    const targets = referencesOf(component).map((reference) => reference.component);
    for (const target of new Set(targets)) users.set(target, [...(users.get(target) ?? []), component]);
  }
  return users;
}

/** By id: the components that a component refers to. */
export function usedBy<C extends Complete>(components: readonly C[]): ReadonlyMap<string, readonly C[]> {
  const byId = new Map(components.map((c) => [c.id, c]));
  return new Map(
    components.map((component) => {
      const targets = new Set(referencesOf(component).map((reference) => reference.component));
      return [component.id, [...targets].flatMap((id) => byId.get(id) ?? [])] as const;
    }),
  );
}

/** Whether a bucket of the workload is copied to this one. */
export function isCopiedTo(id: string, users: readonly Complete[]): boolean {
  return users.some((user) => {
    const { replication = [] } = user.kind === "object-bucket" ? (user.props as Props<"object-bucket">) : {};
    return replication.some(({ destination }) => isRef(destination) && destination.component === id);
  });
}
