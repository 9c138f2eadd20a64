import { compareDiagnostics, compareText } from "../constructs/diagnostic.ts";
import { concealed } from "./concealed.ts";
import { signsOf } from "./dependency-signs.ts";
import { type Estate, type Hole, type Native, nativeId } from "./native.ts";
import type { Cloud } from "./provider.ts";
import { shownIn } from "./shows.ts";
import { isReadAt, standsAt } from "./stands-at.ts";
import type { Survey } from "./survey.ts";
import { surveyRoot } from "./survey-root.ts";
import { templateInWords, templateResources } from "./template.ts";

/** What an estate contains, seen as one cloud: every managed native stands in exactly one of the counts. Pure. */
export function takeSurvey(estate: Pick<Estate, "roots">, cloud: Cloud): Survey {
  const claimed = claimedTypes(cloud);
  const hidden = estate.roots.map(({ natives }) => natives.map(concealed));
  const roots = hidden.map((root) => root.map(({ native }) => native));
  // What another cloud's interface answers for is not read as if it stood here.
  const readAt = (natives: readonly Native[]) => natives.filter((n) => !n.provider.host || isReadAt(n, cloud));
  // One root after the other, for none names anything in another: what was read of it is let go with it.
  const read = roots.map((natives) => surveyRoot(readAt(natives), claimed, cloud));
  const components = read.flatMap((r) => r.components).sort((a, b) => compareText(a.id, b.id));
  const grouped = new Set(read.flatMap((r) => r.grouped));
  const ambiguous = new Set(read.flatMap((r) => r.ambiguous));
  const all = roots.flat();
  const rest = all.filter((n) => n.mode === "managed" && !grouped.has(nativeId(n)));
  const by = Map.groupBy(rest, (n) => standsAt(n, cloud));
  const elsewhere = by.get("elsewhere") ?? [];
  const ours = rest.filter((n) => isReadAt(n, cloud));
  const foreign = ours.filter((n) => n.type in cloud.foreign && !ambiguous.has(nativeId(n)));
  const unsure = ours.filter((n) => ambiguous.has(nativeId(n)));
  const undescribed = ours.filter((n) => !(n.type in cloud.foreign) && !ambiguous.has(nativeId(n)));
  const unknown = [...undescribed, ...(by.get("foreign") ?? [])];
  const managed = all.filter((n) => n.mode === "managed").length;
  const unreadable = estate.roots.reduce((sum, r) => sum + r.unreadable.length, 0);
  const holes = [...estate.roots.flatMap((r) => r.holes), ...foreign.flatMap((n) => unreadTemplate(n, cloud))];
  return {
    cloud: cloud.id,
    components,
    foreign: shownIn(byType(foreign), all, cloud),
    elsewhere: [...Map.groupBy(elsewhere, (n) => n.provider.name)]
      .map(([provider, list]) => ({ provider, count: list.length }))
      .sort((a, b) => compareText(a.provider, b.provider)),
    unknown: [...byType(unknown), ...byType(unsure).map((u) => ({ ...u, ambiguous: true }))],
    empty: estate.roots.flatMap((r) => r.empty),
    holes,
    signs: signsOf({ roots: estate.roots.map((root) => ({ ...root, natives: readAt(root.natives) })) }, cloud),
    counts: {
      natives: managed + unreadable,
      recognised: managed - rest.length,
      foreign: foreign.length,
      elsewhere: elsewhere.length,
      unknown: unknown.length + unsure.length,
      unreadable,
      dataSources: all.length - managed,
      holes: holes.length,
    },
    diagnostics: [...hidden.flat(), ...read].flatMap((r) => r.diagnostics).sort(compareDiagnostics),
  };
}

/** The cloud of a list that most natives belong to; undefined when none belongs to any: the first would be a guess. */
export function sourceCloud({ roots }: Pick<Estate, "roots">, clouds: readonly Cloud[]): Cloud | undefined {
  const alike = Map.groupBy(
    roots.flatMap((root) => root.natives),
    ({ provider: { name, host } }) => JSON.stringify([name, host?.name]),
  );
  const most = (counts: (native: Native, cloud: Cloud) => boolean) => {
    const score = (cloud: Cloud) =>
      [...alike.values()].reduce((sum, list) => sum + (list[0] && counts(list[0], cloud) ? list.length : 0), 0);
    const [best] = [...clouds].sort((a, b) => score(b) - score(a));
    return best && score(best) > 0 ? best : undefined;
  };
  // What leads to a host that nobody knows decides only where nothing else does.
  return most((n, cloud) => n.provider.host?.name !== null && standsAt(n, cloud) !== "elsewhere") ?? most(isReadAt);
}

/** What a template makes was not read, even where it says how much that is. */
function unreadTemplate(native: Native, { foreign }: Cloud): Hole[] {
  const type = foreign[native.type];
  if (!type?.makes) return [];
  const { root, address, at } = native;
  const remedy = templateResources(native, type) ? WRITE_OUT : PUT_BESIDE;
  return [{ kind: "template", root, address, path: "", expression: templateInWords(native, type), at, remedy }];
}

const WRITE_OUT = "Write what the template makes as resources of its own.";
const PUT_BESIDE = "Put the template into the code, or write what it makes as resources of its own.";

function claimedTypes(cloud: Cloud): Set<string> {
  return new Set(
    Object.values(cloud.kinds).flatMap((entry) => (entry && "claims" in entry ? entry.claims.map((c) => c.type) : [])),
  );
}

function byType(natives: readonly Native[]): { type: string; natives: Native[] }[] {
  return [...Map.groupBy(natives, (n) => n.type)]
    .map(([type, list]) => ({ type, natives: list }))
    .sort((a, b) => compareText(a.type, b.type));
}
