import { compareText } from "../constructs/diagnostic.ts";
import { type Native, nativeId } from "../providers/native.ts";
import { genericPath, leavesOf } from "../providers/paths.ts";
import type { Survey } from "../providers/survey.ts";
import type { ChangedResource } from "./change.ts";
import { plain } from "./plain.ts";

/** Resources without a neutral kind that both sides have and that are not as they were. Where they stand in code is no difference. */
export function resourceChanges(before: Survey, after: Survey): ChangedResource[] {
  const base = new Map(withoutKind(before).map((native) => [nativeId(native), native]));
  return withoutKind(after)
    .flatMap((is): ChangedResource[] => {
      const id = nativeId(is);
      const was = base.get(id);
      if (!was) return [];
      const moved = was.provider.region !== is.provider.region;
      const changed = argumentChanges(was, is);
      if (!moved && changed.length === 0) return [];
      const region = { before: was.provider.region ?? null, after: is.provider.region ?? null };
      return [{ id, type: is.type, at: is.at, ...(moved ? { region } : {}), arguments: changed }];
    })
    .sort((a, b) => compareText(a.id, b.id));
}

function withoutKind({ foreign, unknown }: Survey): Native[] {
  return [...foreign, ...unknown].flatMap((group) => group.natives);
}

/** By path alone: nobody described these types, so that any value may hold a secret. */
function argumentChanges(was: Native, is: Native): ChangedResource["arguments"] {
  const [base, head] = [leavesByPath(was), leavesByPath(is)];
  const paths = [...new Set([...base.keys(), ...head.keys()])].sort(compareText);
  return paths.flatMap((path) => {
    const [before, after] = [base.get(path), head.get(path)];
    if (before === after) return [];
    return [{ change: before === undefined ? "added" : after === undefined ? "removed" : "changed", path } as const];
  });
}

/** Equal text for equal leaves. An element put first in a list moves those after it, which is no change of them. */
function leavesByPath({ args }: Native): Map<string, string> {
  const leaves = leavesOf(args).filter(([path, value]) => path !== "" && value !== null);
  const byPath = Map.groupBy(leaves, ([path]) => genericPath(path));
  return new Map(
    [...byPath].map(([path, list]) => [
      path,
      JSON.stringify(list.map(([, value]) => JSON.stringify(plain(value))).sort()),
    ]),
  );
}
