import { list } from "../constructs/list.ts";
import { oneLine } from "../constructs/one-line.ts";
import type { Hole } from "../providers/native.ts";
import { ACCOUNT, estateStep, START } from "./estate-steps.ts";
import { places } from "./places.ts";
import type { Step } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";

/** The step in which it is settled what becomes of a type that nobody described, or whose kind nobody can tell. */
export function foundOut(type: string): string {
  return `prepare.unknown.${type}`;
}

/** Before anything is made: owners, accounts, and everything that was not read. */
export function prepareSteps({ assessment, survey, target }: PlanInput): Step[] {
  const steps = [
    estateStep({
      id: START,
      phase: "prepare",
      kind: "decide",
      title: "Name the owners and fill in what code cannot know",
      action: {
        manual:
          "Fill in the empty sections of the runbook: contract, notice, skills, licences, suppliers, go or no-go.",
      },
      verify: { manual: "Every section has an owner and a date." },
      durationDependsOn: "the organisation",
    }),
    estateStep({
      id: ACCOUNT,
      phase: "prepare",
      kind: "create",
      title: `Open the account at ${target.title} and ask for quotas`,
      needs: [START],
      action: {
        manual: `Open the account and the project, set up people and keys, ask for quotas for ${survey.components.length} component${survey.components.length === 1 ? "" : "s"}.`,
      },
      verify: { manual: "Somebody signs in with the new credentials; the quotas asked for are granted." },
      rollback: { manual: "Close the project; nothing runs in it." },
      durationDependsOn: "identity and payment checks, quotas (1 to 20 calendar days, judgement)",
    }),
  ];
  // What one act settles is one step: five hundred variables of one missing file are not five hundred steps.
  const holes = [...Map.groupBy(survey.holes, settledBy)].map(([act, all], i) => {
    const names = [...new Set(all.map(nameOf))];
    return estateStep({
      id: `prepare.hole.${i + 1}`,
      phase: "prepare",
      kind: "decide",
      component: `hole:${all[0]?.address}`,
      title:
        names.length < 2 ? `Settle what is not known: ${names[0]}` : `Settle ${names.length} unknowns: ${list(names)}`,
      needs: [START],
      action: {
        manual:
          act === VARIABLES && names.length > 1
            ? `Give each of these a value in a tfvars file (--var-file): ${placesOf(all)} Then assess and plan again.`
            : `${(all[0]?.remedy ?? act).replace(/\.$/, "")}: ${placesOf(all)} Then assess and plan again.`,
      },
      verify: { manual: "The new inventory no longer lists it." },
      durationDependsOn: "what is found",
    });
  });
  const unknown = survey.unknown.map(({ type, natives, ambiguous }) =>
    estateStep({
      id: foundOut(type),
      phase: "prepare",
      kind: "decide",
      component: `unknown:${type}`,
      title: `Find out what becomes of ${natives.length} × \`${type}\``,
      needs: [START],
      action: {
        manual: ambiguous
          ? `Which kind it is depends on a value nobody knows: ${places(natives.map((n) => n.address))}. Find out, write it into the code, then assess and plan again.`
          : `Nobody described this type: ${places(natives.map((n) => n.address))}. Decide what replaces it, and how what it holds is carried over.`,
      },
      verify: { manual: "The decision is recorded, with an owner." },
      durationDependsOn: "what is found",
    }),
  );
  const unread = assessment.counts.unreadable
    ? [
        estateStep({
          id: "prepare.estate.unreadable",
          phase: "prepare",
          kind: "decide",
          title: `Read the ${assessment.counts.unreadable} resources that could not be read`,
          needs: [START],
          action: { manual: "Correct the files that the diagnostics name, then assess and plan again." },
          verify: { manual: "The inventory counts none as unreadable." },
          durationDependsOn: "what is found",
        }),
      ]
    : [];
  return [...steps, ...holes, ...unknown, ...unread];
}

/** One file of values settles all variables. */
const VARIABLES = "variables";

function settledBy({ kind, address, remedy, expression }: Hole): string {
  if (kind === "value" && address.startsWith("var.") && address === expression) return VARIABLES;
  return remedy ?? `Find the value of ${expression}`;
}

function nameOf({ address, path }: Hole): string {
  return `${address}${path && `.${path}`}`;
}

/** So many things that are not known are named in a step; the assessment lists each. */
const NAMED = 8;
const PLACES = 3;
/** Many expressions stand in one sentence. */
const LONGEST = 60;

/** What is not known, as a sentence: each value once, with where it stands and how many take it. Counts are signs: they read alike in every language. */
function placesOf(holes: readonly Hole[]): string {
  const groups = [...Map.groupBy(holes, (hole) => hole.expression).values()];
  const named = groups.slice(0, NAMED).flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const names = new Set(all.map(nameOf));
    const [name = ""] = names;
    const times = names.size > 1 ? ` × ${names.size}` : "";
    const value = name === first.expression ? "" : ` = ${oneLine(first.expression, LONGEST)}`;
    const places = [...new Set(all.map((hole) => place(hole.at)))];
    const others = places.length > PLACES ? `, +${places.length - PLACES}` : "";
    return [`${name}${times}${value} (${places.slice(0, PLACES).join(", ")}${others})`];
  });
  const more = groups.length > NAMED ? ` And ${groups.length - NAMED} more: assessment.json lists each.` : "";
  return `${named.join("; ")}.${more}`;
}

function place({ file, line }: { readonly file: string; readonly line?: number }): string {
  return line === undefined ? file : `${file}:${line}`;
}
