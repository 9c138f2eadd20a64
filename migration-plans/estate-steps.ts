import type { Assessment } from "../assessment/assessment.ts";
import { foreignHoldingData } from "../assessment/holding-data.ts";
import { GIVES_UP } from "../assessment/way-back.ts";
import { compareText } from "../constructs/diagnostic.ts";
import { list } from "../constructs/list.ts";
import { oneLine } from "../constructs/one-line.ts";
import { type Hole, nativeId } from "../providers/native.ts";
import { places } from "./places.ts";
import type { Step } from "./plan.ts";
import type { PlanInput } from "./planner.ts";

/** Steps of the whole estate: what must be settled before, the target's code, the end. */

type Rest = Partial<Step> & Pick<Step, "id" | "phase" | "kind" | "title" | "action" | "verify">;

/** A step of the whole estate with what most of them share filled in. */
export function estateStep(rest: Rest): Step {
  return {
    component: "estate",
    needs: [],
    rollback: null,
    hazards: [],
    duration: null,
    effort: null,
    role: "platform",
    ...rest,
  };
}

export const APPLY = "foundation.target.apply";
export const START = "prepare.estate.owners";
/** The go or no-go after the rehearsal. */
export const DECIDE = "rehearsal.estate.decide";
/** Names are remembered for a short time only, before any cutover. */
export const NAMES = "rehearsal.estate.names";
export const WATCH = "stabilisation.estate.watch";
/** The last step. */
export const CLOSE = "decommission.estate.close";

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
      id: "prepare.target.account",
      phase: "prepare",
      kind: "create",
      title: `Open the account at ${target.title} and ask for quotas`,
      needs: [START],
      action: {
        manual: `Open the account and the project, set up people and keys, ask for quotas for ${survey.components.length} component${survey.components.length === 1 ? "" : "s"}.`,
      },
      verify: { manual: "The target code can be planned with the new credentials." },
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
      id: `prepare.unknown.${type}`,
      phase: "prepare",
      kind: "decide",
      component: `unknown:${type}`,
      title: `Find out what becomes of ${natives.length} × \`${type}\``,
      needs: [START],
      action: {
        manual: `${ambiguous ? "Which kind it is depends on a value nobody knows" : "Nobody described this type"}: ${places(natives.map((n) => n.address))}. Decide what replaces it, then do that before the cutover.`,
      },
      verify: { manual: "The decision is recorded; nothing in the estate depends on it any more." },
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

const INIT = "foundation.target.init";

/** Files of values that the code is written with, and what they are filled in as. */
const VALUES: Readonly<Record<string, string>> = {
  "terraform.tfvars.example": "terraform.tfvars",
  "Pulumi.example.yaml": "Pulumi.<stack>.yaml",
};

/** Programs ask for values that are not there, or stop: a person gives them first, once the code asks for no more. */
function valuesStep({ targetCode: { files, folder } }: PlanInput, finished: readonly string[]): Step[] {
  return Object.entries(VALUES).flatMap(([example, filled]) =>
    files.includes(`${folder}/${example}`)
      ? [
          estateStep({
            id: "foundation.target.values",
            phase: "foundation",
            kind: "decide",
            title: "Fill in the values that the code asks for",
            needs: ["prepare.target.account", ...finished],
            action: {
              manual: `Copy \`${folder}/${example}\` to \`${folder}/${filled}\` and give each a value; secrets come from the environment, or are encrypted.`,
            },
            verify: { manual: "No value is empty, and no secret stands there in clear." },
            duration: { low: 0.25, likely: 0.5, high: 2 },
          }),
        ]
      : [],
  );
}

/** Scripts read names and addresses of both sides from a file beside them: known when the target is made. None where there is no script. */
export function scriptSettings(files: ReadonlyMap<string, string>): Step[] {
  if (![...files.keys()].some((path) => path.endsWith("/env.example"))) return [];
  return [
    estateStep({
      id: "data-replication.estate.env",
      phase: "data-replication",
      kind: "decide",
      title: "Fill in what the scripts ask for",
      needs: [APPLY],
      action: {
        manual:
          "Copy each `env.example` under `scripts` to `env` beside it and fill it in, with the names and addresses that the new code gives. Credentials stay in the environment of who runs the scripts.",
      },
      verify: { manual: "No script stops any more at a name that is not set." },
      duration: { low: 0.25, likely: 0.5, high: 2 },
    }),
  ];
}

/** The target's code, and what it cannot hold: foreign types are built by hand. */
export function foundationSteps(input: PlanInput, finished: readonly Step[]): Step[] {
  const { assessment, target, targetCode } = input;
  const folder = targetCode.folder;
  const state = targetCode.state === undefined ? [] : [stateStep(targetCode.state, input)];
  const kept = state.map((s) => s.id);
  const pulumi = targetCode.engine === "pulumi";
  const engine = input.engineCommand ?? "tofu";
  const code = finished.map((s) => s.id);
  const values = valuesStep(input, code);
  const ready = ["prepare.target.account", ...kept, ...code, ...values.map((s) => s.id)];
  const run: Step[] = [
    estateStep({
      id: "foundation.target.plan",
      phase: "foundation",
      kind: "verify",
      title: `Show what the code would make at ${target.title}`,
      needs: [INIT],
      action: {
        run: pulumi
          ? ["pulumi", "preview", "--cwd", folder]
          : [engine, `-chdir=${folder}`, "plan", "-out=exeat.tfplan"],
      },
      verify: { manual: "Only additions are listed." },
      duration: { low: 0.1, likely: 0.5, high: 2 },
    }),
    estateStep({
      id: APPLY,
      phase: "foundation",
      kind: "create",
      title: `Make the target's resources at ${target.title}`,
      needs: ["foundation.target.plan"],
      action: {
        run: pulumi
          ? ["pulumi", "up", "--cwd", folder, "--yes"]
          : [engine, `-chdir=${folder}`, "apply", "exeat.tfplan"],
      },
      verify: {
        run: pulumi
          ? ["pulumi", "preview", "--cwd", folder, "--expect-no-changes"]
          : [engine, `-chdir=${folder}`, "plan", "-detailed-exitcode"],
      },
      rollback: {
        manual: `Remove the protection of what holds data in ${folder}, then ${pulumi ? `\`pulumi destroy --cwd ${folder}\`` : `\`${engine} -chdir=${folder} destroy\``}. Nothing uses it before the cutover.`,
      },
      duration: { low: 0.25, likely: 1, high: 6 },
    }),
  ];
  run.unshift(
    estateStep({
      id: INIT,
      phase: "foundation",
      kind: "create",
      title: "Download the providers and check the code",
      needs: ready,
      action: {
        run: pulumi
          ? ["pulumi", "install", "--cwd", folder]
          : [engine, `-chdir=${folder}`, "init", ...(kept.length > 0 ? ["-backend-config=backend.hcl"] : [])],
      },
      verify: { run: pulumi ? ["npm", "ls", "--prefix", folder] : [engine, `-chdir=${folder}`, "validate"] },
      rollback: { manual: `Remove ${folder}/${pulumi ? "node_modules" : ".terraform"}.` },
      duration: { low: 0.05, likely: 0.1, high: 0.5 },
    }),
  );
  const foreign = [...Map.groupBy(assessment.foreign, (f) => f.pricedAs)];
  return [...state, ...finished, ...values, ...run, ...foreign.map(([key, types]) => foreignStep(key, types, input))];
}

/** A state cannot keep the bucket that it is kept in: that one is made by hand. */
function stateStep(example: string, { target, targetCode: { engine } }: PlanInput): Step {
  const filled = example.replace(/\.example$/, "");
  const login = engine === "pulumi" ? ` Load it, then \`pulumi login\` and \`pulumi stack init\`.` : "";
  return estateStep({
    id: "prepare.target.state",
    phase: "prepare",
    kind: "create",
    title: `Make by hand at ${target.title} the bucket that keeps the state of the new code`,
    needs: ["prepare.target.account"],
    action: {
      manual: `Make a private bucket with versioning and a key of its own that may only use it; copy \`${example}\` to \`${filled}\` and name the bucket there.${login}`,
    },
    verify: { manual: "A test object is written, read and deleted with that key; nobody else can list the bucket." },
    rollback: { manual: "Destroy the bucket and its key; no state is in it yet." },
    duration: { low: 0.25, likely: 0.5, high: 2 },
  });
}

/** The step in which foreign types that the effort counts under one class or key are replaced. */
export function foreignStepOf(key: string): string {
  return `foundation.foreign.${key}`;
}

/** Types that are one piece of work in the assessment are one step. */
function foreignStep(key: string, types: Assessment["foreign"], { survey, target }: PlanInput): Step {
  const byType = types.map(({ type }) => survey.foreign.find((f) => f.type === type)?.natives ?? []);
  // One of each type is named before a second one of any.
  const named = [...byType.flatMap((natives) => natives.slice(0, 1)), ...byType.flatMap((natives) => natives.slice(1))];
  const counted = ({ count, type }: Assessment["foreign"][number]) => `${count} × \`${type}\``;
  const instead = [...Map.groupBy(types, (t) => t.instead)].map(
    ([what, alike]) => `${alike.map((t) => `${counted(t)} (${t.what})`).join(", ")}: ${what}`,
  );
  const concerns = types.map((t) => `foreign:${t.type}`);
  return estateStep({
    id: foreignStepOf(key),
    phase: "foundation",
    kind: "create",
    ...(concerns.length === 1 ? { component: concerns[0]! } : { concerns }),
    places: named.map(nativeId).sort(compareText),
    title: `Replace by hand: ${list(types.map(counted))}`,
    needs: ["prepare.target.account"],
    action: {
      manual: `At ${target.title}: ${instead.join("; ")}. It concerns ${places(named.map((n) => (n.root === "." ? n.address : nativeId(n))))}.`,
    },
    verify: { manual: "What used it works with the replacement in the rehearsal, or it is recorded as dropped." },
    rollback: { manual: "Remove the replacement; the source is untouched." },
    durationDependsOn: "what uses it: the assessment counts no work for it alone",
  });
}

const CARRIED = "cutover.foreign.";

/** Whether what foreign types hold is carried over in a step. */
export function isCarried({ id }: Step): boolean {
  return id.startsWith(CARRIED);
}

/** What foreign types hold goes with the cutover: how depends on what replaces them. One step for each step that replaces some. */
export function foreignDataSteps({ assessment, survey, source }: PlanInput): Step[] {
  const pricedAs = new Map(assessment.foreign.map((f) => [f.type, f.pricedAs]));
  const held = foreignHoldingData({ survey: { ...survey, unknown: [] }, source });
  return [...Map.groupBy(held, (n) => pricedAs.get(n.type) ?? n.type)].map(([key, natives]) => {
    const types = [...Map.groupBy(natives, (n) => n.type)];
    const ids = natives.map(nativeId).sort(compareText);
    return estateStep({
      id: `${CARRIED}${key}`,
      phase: "cutover",
      kind: "copy",
      concerns: types.map(([type]) => `foreign:${type}`),
      places: ids,
      title: `Carry over what is in ${list(types.map(([type, all]) => `${all.length} × \`${type}\``))}`,
      needs: [foreignStepOf(key)],
      action: {
        manual: `Stop what writes there, export it in a form that the replacement reads, load it, and point the applications at the replacement. It concerns ${places(ids)}.`,
      },
      verify: {
        manual:
          "Counts and sums are equal on both sides and kept with the evidence, or the owner has written down that it is dropped.",
      },
      rollback: {
        manual: `Before the first write at the replacement: point the applications back at ${source.title} and empty the replacement. After it: carry back what was written, by the same means, or accept its loss.`,
      },
      durationDependsOn: "how much they hold, and what replaces them",
    });
  });
}

/** After every component: the estate's own end. */
export function closingSteps({ source }: PlanInput, switches: readonly string[], destroys: readonly string[]): Step[] {
  return [
    estateStep({
      id: WATCH,
      phase: "stabilisation",
      kind: "watch",
      title: "Watch errors, latency and cost until the way back is given up",
      needs: [...switches],
      action: { manual: "Compare errors, latency and cost with those before the cutover, daily, for the agreed time." },
      verify: { manual: "The success criteria held for the whole time." },
      rollback: { manual: "Take the way back: the rollback of each switch, in reverse order." },
      durationDependsOn: "the agreed parallel run (3 to 90 calendar days, likely 14: judgement)",
    }),
    estateStep({
      id: GIVES_UP,
      phase: "decommission",
      kind: "decide",
      title: "Decide to give up the way back (point of no return)",
      needs: [WATCH, DECIDE],
      action: {
        manual: `Record who decides, when, and on which proof. Give the names the TTL that they had before the cutover. After this, ${source.title} no longer holds a usable copy.`,
      },
      verify: { manual: "The decision is signed and dated." },
      durationDependsOn: "the organisation",
    }),
    estateStep({
      id: CLOSE,
      phase: "decommission",
      kind: "destroy",
      title: `Remove what is left at ${source.title}: keys, roles, logs, the account`,
      needs: [...destroys, GIVES_UP],
      action: {
        manual: `Destroy the rest with the source's own code, and ask ${source.title} for proof of erasure. Close the account once nothing that belongs to others stands in it and no backup needs a key of it any more.`,
      },
      verify: { manual: "The next bill shows nothing of this estate; the proof of erasure is filed." },
      durationDependsOn: "the contract",
    }),
  ];
}

/** Once for the whole estate, and no earlier than it must: name servers are asked as often as the time is short. */
export function namesStep(): Step {
  return estateStep({
    id: NAMES,
    phase: "rehearsal",
    kind: "decide",
    title: "Lower the lifetime of the DNS records that will change",
    needs: [APPLY],
    action: {
      manual:
        "Note the TTL of every name that the switch will change and set it to 60 seconds, at least one old TTL before the cutover.",
    },
    verify: { manual: "Each name answers with the new TTL." },
    rollback: { manual: "Set the old TTL again." },
    duration: { low: 0.25, likely: 0.5, high: 2 },
    role: "network",
  });
}

/** The go or no-go after the rehearsal, before any cutover. */
export function rehearsalDecision(proofs: readonly string[], others: readonly string[]): Step {
  return estateStep({
    id: DECIDE,
    phase: "rehearsal",
    kind: "decide",
    title: "Go or no-go, on the measured times and proofs",
    needs: [...proofs, ...others],
    action: {
      manual: "Compare the measured times with the interruption that is accepted; decide the date; tell the users.",
    },
    verify: { manual: "The decision is recorded with the measured times." },
    durationDependsOn: "the organisation",
  });
}

function place({ file, line }: { readonly file: string; readonly line?: number }): string {
  return line === undefined ? file : `${file}:${line}`;
}
