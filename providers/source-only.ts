import type { Kind } from "../constructs/kinds.ts";
import type { Implementation } from "./provider.ts";

/** What a cloud that one only leaves says of a kind. */
export type SourceOnly<K extends Kind> = Pick<Implementation<K>, "claims" | "raise" | "named" | "exit">;

/** The implementation of a kind on a cloud that is never a target (`Cloud.sourceOnly`): nothing may ask it to write. */
export function sourceOnly<K extends Kind>(read: SourceOnly<K>): Implementation<K> {
  return {
    ...read,
    lower() {
      throw new Error("a cloud that is only left was asked to write");
    },
    outputs: {},
    rewrites: [],
    losses: [],
  };
}
