import { compareDiagnostics } from "../constructs/diagnostic.ts";
import { NOTHING_READ } from "../importers/diagnostics.ts";
import { followMoves, type Moves } from "../importers/follow-moves.ts";
import { readEstate } from "../importers/read-estate.ts";
import { clouds } from "../providers/index.ts";
import type { Estate, Move } from "../providers/native.ts";
import type { Cloud } from "../providers/provider.ts";
import type { Survey } from "../providers/survey.ts";
import { takeSurvey } from "../providers/take-survey.ts";
import type { EstateOptions } from "./common-options.ts";
import { importKnowledge } from "./import-knowledge.ts";
import type { Session } from "./session.ts";
import { standing } from "./standing.ts";
import { cloudNamed } from "./targets.ts";
import { workloadHints } from "./workload-path.ts";

/** An estate as its cloud sees it. Resources as they were read are let go: of a large estate they are most of the memory. */
export interface SourceEstate {
  readonly estate: Omit<Estate, "roots">;
  /** Names of what was read: root modules, plans, states. */
  readonly roots: readonly string[];
  readonly source: Cloud;
  readonly survey: Survey;
  /** What has been given another address since, by root; absent for a workload. */
  readonly moves?: ReadonlyMap<string, readonly Move[]>;
  /** No resource belongs to a cloud that is known: `source` is the one that was named, or only the first. Default: some do. */
  readonly cloudless?: boolean;
  /** Nothing of a known form was there, nothing of it could be read, or nothing of it belongs to a known cloud: an error says which. */
  readonly nothing: boolean;
}

const all = Object.values(clouds);

/** Reads what the user named and surveys it: under the addresses that `moves` has since given it, where a later state is known. */
export async function readSource(
  paths: readonly string[],
  options: EstateOptions,
  session: Session,
  moves?: Moves,
): Promise<SourceEstate> {
  const from = options.from === undefined ? undefined : cloudNamed(options.from);
  const asRead = await readEstate(paths, {
    files: session.files,
    knowledge: importKnowledge(all),
    varFiles: options.varFile,
    ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
    ...(options.plan === undefined ? {} : { overlayPlan: options.plan }),
    progress: session.progress,
  });
  const read = moves ? followMoves(asRead, moves) : asRead;
  const { roots, ...rest } = read;
  const { source, cloudless, refused, diagnostics } = standing(read, from);
  session.progress("Recognising components");
  const said = [...read.diagnostics, ...diagnostics].sort(compareDiagnostics);
  return {
    estate: { ...rest, complete: rest.complete && !refused, diagnostics: await workloadHints(said, session.files) },
    roots: roots.map((root) => root.name),
    source,
    survey: takeSurvey(read, source),
    moves: new Map(roots.flatMap(({ name, moves = [] }) => (moves.length > 0 ? [[name, moves] as const] : []))),
    cloudless,
    nothing: refused || read.diagnostics.some((d) => d.code === NOTHING_READ),
  };
}
