import { join } from "node:path";
import { compareDiagnostics, type Diagnostic } from "../constructs/diagnostic.ts";
import { CALLED_BY_NOBODY, NOTHING_READ } from "../importers/diagnostics.ts";
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
import { UsageError } from "./usage-error.ts";
import { workloadHints } from "./workload-path.ts";

/** An estate as its cloud sees it. Resources as they were read are let go: of a large estate they are most of the memory. */
export interface SourceEstate {
  readonly estate: Omit<Estate, "roots">;
  /** Names of what was read: root modules, plans, states. */
  readonly roots: readonly string[];
  readonly source: Cloud;
  readonly survey: Survey;
  /** Folders that it calls as modules, and those that it reads as roots though nothing says that they are run. */
  readonly called?: ReadonlySet<string>;
  readonly bare?: ReadonlySet<string>;
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
  /** Folders that the other side calls as modules: where nobody calls one here and nothing says that it is run, it is no estate of its own. */
  readonly called?: ReadonlySet<string>;
}

const all = Object.values(clouds);

/** Reads what the user named and surveys it: under the addresses that a later state has since given it, where one is known. */
export async function readSource(
  paths: readonly string[],
  options: EstateOptions,
  session: Session,
  { isHead = false, later, called = new Set() }: SideOfChange = {},
): Promise<SourceEstate> {
  const from = options.from === undefined ? undefined : cloudNamed(options.from);
  for (const file of options.varFile) await checkOpens("--var-file", file, session.files);
  if (options.plan !== undefined) await checkOpens("--plan", options.plan, session.files);
  const asRead = await readEstate(paths, {
    files: session.files,
    knowledge: importKnowledge(all),
    varFiles: options.varFile,
    ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
    ...(options.plan === undefined ? {} : { overlayPlan: options.plan }),
    progress: session.progress,
  });
  const left = asRead.roots.filter((root) => root.bare && called.has(root.name));
  const own = left.length === 0 ? asRead : { ...asRead, roots: asRead.roots.filter((root) => !left.includes(root)) };
  const read = later ? followMoves(own, later) : own;
  const { roots, ...rest } = read;
  const { source, cloudless, refused, diagnostics } = standing(read, from);
  session.progress("Recognising components");
  const apart = left.map(({ name }) => calledByOneSide(name, paths, isHead));
  const files = new Set(apart.map((d) => d.source?.file));
  // Of what is left out it is not said that it counts.
  const asRoots = read.diagnostics.filter((d) => d.code !== CALLED_BY_NOBODY || !files.has(d.source?.file));
  const said = [...asRoots, ...diagnostics, ...apart].sort(compareDiagnostics);
  return {
    estate: {
      ...rest,
      complete: rest.complete && !refused,
      diagnostics: await workloadHints(said, session.files),
    },
    roots: roots.map((root) => root.name),
    source,
    survey: takeSurvey(read, source),
    called: new Set(roots.flatMap((root) => root.calls ?? [])),
    bare: new Set(roots.flatMap((root) => (root.bare ? [root.name] : []))),
    ...(isHead ? { moves: movesOf(read) } : {}),
    cloudless,
    nothing: refused || read.diagnostics.some((d) => d.code === NOTHING_READ),
  };
}

/** What was named with an option and is not there is a slip of the command: without it something else would be assessed. */
async function checkOpens(option: string, file: string, files: Session["files"]): Promise<void> {
  if (file === "-") return;
  try {
    for await (const _ of files.chunks(file)) break;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why = code === "ENOENT" ? "it does not exist" : `the system says ${code}`;
    throw new UsageError(`${option} ${file} cannot be opened: ${why}. Check the path, or leave the option out`);
  }
}

function calledByOneSide(name: string, [path = ""]: readonly string[], isHead: boolean): Diagnostic {
  const [one, other] = isHead ? ["head", "base"] : ["base", "head"];
  return {
    severity: "warning",
    code: "EX0026",
    summary: "A module is called on one side of the change only",
    detail: `The ${other} calls it. Nobody in the ${one} does, and nothing beside it says that it is run by itself: what it would make is left out of the ${one}, as no work that the change brings or spares. Remove the folder, or give it a backend where it is run.`,
    source: { file: join(path, name) },
  };
}
