import { compareDiagnostics } from "../constructs/diagnostic.ts";
import { NOTHING_READ } from "../importers/diagnostics.ts";
import { followMoves, type Moves, movesOf } from "../importers/follow-moves.ts";
import { readEstate } from "../importers/read-estate.ts";
import { clouds } from "../providers/index.ts";
import type { Estate } from "../providers/native.ts";
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
  /** What it says of the addresses of an earlier state; only of the head of a change that is no workload. */
  readonly moves?: Moves;
  /** No resource belongs to a cloud that is known: `source` is the one that was named, or only the first. Default: some do. */
  readonly cloudless?: boolean;
  /** Nothing of a known form was there, nothing of it could be read, or nothing of it belongs to a known cloud: an error says which. */
  readonly nothing: boolean;
}

/** What an estate is in a change: the head says under which addresses the base is read. */
export interface SideOfChange {
  readonly isHead?: boolean;
  readonly later?: Moves;
}

const all = Object.values(clouds);

/** Reads what the user named and surveys it: under the addresses that a later state has since given it, where one is known. */
export async function readSource(
  paths: readonly string[],
  options: EstateOptions,
  session: Session,
  { isHead = false, later }: SideOfChange = {},
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
  const read = later ? followMoves(asRead, later) : asRead;
  const { roots, ...rest } = read;
  const { source, cloudless, refused, diagnostics } = standing(read, from);
  session.progress("Recognising components");
  const said = [...read.diagnostics, ...diagnostics].sort(compareDiagnostics);
  return {
    estate: { ...rest, complete: rest.complete && !refused, diagnostics: await workloadHints(said, session.files) },
    roots: roots.map((root) => root.name),
    source,
    survey: takeSurvey(read, source),
    ...(isHead ? { moves: movesOf(read) } : {}),
    cloudless,
    nothing: refused || read.diagnostics.some((d) => d.code === NOTHING_READ),
  };
}
