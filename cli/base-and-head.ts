import type { Diagnostic } from "../constructs/diagnostic.ts";
import { NOTHING_READ, OTHER_FORM } from "../importers/diagnostics.ts";
import type { EstateOptions } from "./common-options.ts";
import type { Session } from "./session.ts";
import { readSource, type SideOfChange, type SourceEstate } from "./source-estate.ts";
import { isWorkloadPath } from "./workload-path.ts";
import { workloadSource } from "./workload-source.ts";

export interface BaseAndHead {
  readonly base: SourceEstate;
  readonly head: SourceEstate;
  readonly diagnostics: readonly Diagnostic[];
}

/** Both sides of a change as the same cloud sees them: the head's, or the base's where the head has nothing. */
export async function readBoth(
  basePath: string,
  headPath: string,
  options: EstateOptions,
  session: Session,
): Promise<BaseAndHead> {
  const read = async (path: string, from: string | undefined, side: SideOfChange = {}) => {
    if (await isWorkloadPath(path, session.files)) return workloadSource(path, from, session);
    const { from: _, ...rest } = options;
    return readSource([path], from === undefined ? rest : { ...rest, from }, session, side);
  };
  const isHead = true;
  const first = await read(headPath, options.from, { isHead });
  const ofHead = options.from ?? (standsSomewhere(first) ? first.source.id : undefined);
  const { moves: later, called = new Set() } = first;
  const base = await read(basePath, ofHead, { called, ...(later === undefined ? {} : { later }) });
  // Only a head without resources of a known cloud can stand elsewhere than its base: it is read again as nothing of that one.
  const elsewhere = ofHead === undefined && (standsSomewhere(base) || base.source.id !== first.source.id);
  const dropped = base.called !== undefined && first.bare !== undefined && !base.called.isDisjointFrom(first.bare);
  const from = elsewhere ? base.source.id : ofHead;
  const head =
    elsewhere || dropped
      ? await read(headPath, from, { isHead, ...(base.called ? { called: base.called } : {}) })
      : first;
  return {
    base: withoutEstate(base),
    // Two folders without an estate are no change.
    head: base.nothing ? head : withEstate(head),
    diagnostics: unlike(base, head),
  };
}

function standsSomewhere({ survey, cloudless }: SourceEstate): boolean {
  return survey.counts.natives > 0 && !cloudless;
}

/** A base without an estate is an empty one: the estate begins with this change. */
function withoutEstate(from: SourceEstate): SourceEstate {
  const said = sayingOfNothing(from, (path) => ({
    severity: "warning",
    code: "EX0012",
    summary: "The base of the change has no estate",
    detail: `${path} holds no code, plan or state: it is taken as an empty estate. Where it should hold one, correct the path.`,
    source: { file: path },
  }));
  return said ? { ...said, nothing: false, estate: { ...said.estate, complete: true } } : from;
}

/** A head without an estate is an error: a checkout that failed or left it out would look like an exit that is done. */
function withEstate(from: SourceEstate): SourceEstate {
  const said = sayingOfNothing(from, (path) => ({
    severity: "error",
    code: "EX0360",
    summary: "The head of the change has no estate",
    detail: `${path} holds no code, plan or state, and the base does: a checkout that failed or left the folder out looks the same. Check the checkout and the path. Where the last resource goes with this change, leave a main.tf with \`terraform {}\` there: code without resources is an empty estate.`,
    source: { file: path },
  }));
  return said ?? from;
}

/** A folder in which nothing is wrong and no estate is, in no form, with what is to be said of that; undefined of any other. */
function sayingOfNothing(from: SourceEstate, say: (path: string) => Diagnostic): SourceEstate | undefined {
  const { nothing, estate } = from;
  const others = estate.diagnostics.filter((d) => d.code !== NOTHING_READ);
  const isUnread = others.some((d) => d.severity === "error" || d.code === OTHER_FORM);
  if (!nothing || estate.source.kind !== "" || isUnread) return undefined;
  const [path = "-"] = estate.source.paths;
  return { ...from, estate: { ...estate, diagnostics: [...others, say(path)] } };
}

function unlike(base: SourceEstate, head: SourceEstate): Diagnostic[] {
  const [was, is] = [base.estate.source.kind, head.estate.source.kind];
  if (was === is || base.nothing || head.nothing) return [];
  return [
    {
      severity: "warning",
      code: "EX0013",
      summary: "Base and head are of different forms",
      detail: `The base is ${was}, the head ${is}. One form knows values that the other does not, and they look like changes: compare the same form of both.`,
    },
  ];
}
