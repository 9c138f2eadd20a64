import type { Native } from "./native.ts";
import { NativeIndex } from "./native-index.ts";
import type { Cloud } from "./provider.ts";

/** What code leaves out stands where the rest of it says what it is. */
export function withImplied(natives: readonly Native[], { implied = {} }: Cloud): readonly Native[] {
  const open = natives.flatMap((native) => {
    const left = Object.hasOwn(implied, native.type) ? implied[native.type] : undefined;
    return left && !(left.attribute in native.args) ? [{ native, left }] : [];
  });
  if (open.length === 0) return natives;
  const index = new NativeIndex(natives);
  const said = new Map(
    open.flatMap(({ native, left }) => {
      const value = left.of(native, index);
      return value === undefined ? [] : [[native, { ...native, args: { ...native.args, [left.attribute]: value } }]];
    }),
  );
  return natives.map((native) => said.get(native) ?? native);
}
