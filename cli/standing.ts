import type { Diagnostic } from "../constructs/diagnostic.ts";
import { MAKE_NOTHING, systemOf } from "../importers/makes-nothing.ts";
import { clouds } from "../providers/index.ts";
import type { Estate } from "../providers/native.ts";
import { OTHER_CLOUDS } from "../providers/other-clouds.ts";
import { ownProviders } from "../providers/own-providers.ts";
import type { Cloud } from "../providers/provider.ts";
import { sourceCloud } from "../providers/take-survey.ts";
import { calledHosts, guessedCloud, providerAt } from "./called-hosts.ts";

/** At which cloud an estate stands, as far as it says. */
export interface Standing {
  readonly source: Cloud;
  /** Nothing of it stands at `source`, which was named or is only the first. */
  readonly cloudless: boolean;
  /** It stands at a cloud that is not read: whatever were said of it would be said of another. */
  readonly refused: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

type Counts = ReadonlyMap<string, number>;

const all = Object.values(clouds);

/** The cloud that was named, else the one that most resources belong to. One of another cloud is never taken for it in silence. */
export function standing(estate: Pick<Estate, "roots" | "source">, from: Cloud | undefined): Standing {
  const counts = resources(estate);
  const found = sourceCloud(estate, all) ?? hinted(estate);
  const source = from ?? found ?? all[0];
  if (!source) throw new Error("there is no cloud");
  const [file] = estate.source.paths;
  const at = file === undefined ? {} : { source: { file } };
  const elsewhere = [...counts.keys()].filter((name) => !MAKE_NOTHING.has(name));
  const refused = from === undefined && found === undefined && elsewhere.length > 0;
  const says = (): Diagnostic[] => {
    if (refused) return [noKnownCloud(counts)];
    if (found === undefined && counts.size > 0 && elsewhere.length === 0) return [nothingToLeave(counts)];
    return notAssessed(counts, source);
  };
  const hosts = calledHosts(estate, source);
  const guess = from === undefined && !refused ? guessedCloud(estate, source) : [];
  const diagnostics = [...says().map((d) => ({ ...d, ...at })), ...hosts, ...guess];
  return { source, cloudless: found === undefined, refused, diagnostics };
}

function resources({ roots }: Pick<Estate, "roots">): Counts {
  const counts = new Map<string, number>();
  for (const { natives, holes } of roots) {
    const managed = natives.filter((n) => n.mode === "managed").map(providerAt);
    const modules = holes.filter((h) => h.kind === "module").map((h) => systemOf(h.expression));
    for (const name of [...managed, ...modules]) {
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** Where no resource says it: blocks without an instance, those that could not be read, modules that are not here. */
function hinted({ roots }: Pick<Estate, "roots">): Cloud | undefined {
  const names = roots.flatMap(({ empty, unreadable, holes }) => [
    ...[...empty, ...unreadable].map(({ type }) => type.split("_", 1)[0]),
    ...holes.map(({ expression }) => systemOf(expression)),
  ]);
  // A provider that calls the host of another cloud says nothing of its own.
  const away = new Set(
    roots.flatMap(({ natives }) =>
      natives.flatMap((n) => (providerAt(n) === n.provider.name ? [] : [n.provider.name])),
    ),
  );
  return all.find((cloud) => ownProviders(cloud).some((name) => names.includes(name) && !away.has(name)));
}

function counted(counts: Counts, names = [...counts.keys()]): string {
  return names
    .sort()
    .map((name) => `${name} (${counts.get(name) ?? 0})`)
    .join(", ");
}

function noKnownCloud(counts: Counts): Diagnostic {
  return {
    severity: "error",
    code: "EX0023",
    summary: "No resource belongs to a cloud that is read",
    detail: `All belong to other providers: ${counted(counts)}. What is read is ${all.map((c) => c.id).join(", ")}: of others nothing is known, and no figure would be of them. Name an estate at one of these; with --from it is read all the same, as what has nothing there.`,
  };
}

function nothingToLeave(counts: Counts): Diagnostic {
  return {
    severity: "warning",
    code: "EX0024",
    summary: "Nothing here stands at a cloud",
    detail: `What is there makes nothing that could be left: ${counted(counts)}. It is read as an estate without components. Name the folder, plan or state with the resources of a cloud.`,
  };
}

/** What stands at another cloud, beside what is left. Tools and services that are no cloud are only counted. */
function notAssessed(counts: Counts, source: Cloud): Diagnostic[] {
  const own = new Set(ownProviders(source));
  const known = all.filter((c) => c !== source).flatMap(ownProviders);
  const others = [...counts.keys()].filter(
    (name) => !own.has(name) && (OTHER_CLOUDS.has(name) || known.includes(name)),
  );
  if (others.length === 0) return [];
  return [
    {
      severity: "warning",
      code: "EX0025",
      summary: "Resources of another cloud are not assessed",
      detail: `They are counted as elsewhere, and no figure is of them: ${counted(counts, others)}. ${source.title} is what is left here. Assess one of ${all.map((c) => c.id).join(", ")} by itself with --from, and plan for any other apart.`,
    },
  ];
}
