import { list } from "../constructs/list.ts";
import type { FoundComponent } from "../providers/survey.ts";
import { ACCOUNT } from "./estate-steps.ts";
import { hazardsTogether } from "./hazards.ts";
import { type KindContext, roleOf, shown, step } from "./kind-planner.ts";
import type { Step } from "./plan.ts";
import type { Settled } from "./work.ts";

/** What must be decided before data is copied, and which of the steps each component waits for. */
export interface Decisions {
  readonly steps: readonly Step[];
  /** By component id. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  readonly settled: readonly Settled[];
}

/** One step per loss above a setting, however many components lose the same for the same reason; one per component for all other gaps. */
export function decisionsOf(contexts: readonly KindContext[]): Decisions {
  const losses = Map.groupBy(contexts.flatMap(lossesOf), (l) => l.key);
  const decided = [
    ...[...losses.values()].map((alike) => ({ step: together(alike), settled: alike.map((l) => l.settled) })),
    ...contexts.flatMap(settingsDecided),
    ...contexts.flatMap(dataDecided),
  ];
  const settled = decided.flatMap((d) => d.settled.map((gap) => ({ ...gap, step: d.step.id })));
  const waited = Map.groupBy(settled, (s) => s.component);
  return {
    steps: decided.map((d) => d.step),
    of: new Map([...waited].map(([id, all]) => [id, [...new Set(all.map((s) => s.step))]])),
    settled,
  };
}

type Gap = Omit<Settled, "step">;

interface Loss {
  readonly key: string;
  readonly name: string;
  /** Its title without the component. */
  readonly what: string;
  readonly step: Step;
  readonly settled: Gap;
}

function lossesOf(context: KindContext): Loss[] {
  const { result, component } = context;
  const role = roleOf(context.component);
  const above = result.losses.filter((l) => l.class !== "setting");
  return above.map((loss, i) => {
    const what = `\`${loss.path}\` ${loss.verdict === "lost" ? "is lost" : "may be lost"} (${loss.class})`;
    const manual = `${loss.why} ${loss.instead}`;
    return {
      key: JSON.stringify([component.kind, what, manual]),
      name: shown(component),
      what,
      settled: { component: component.id, class: loss.class },
      step: step(context, "foundation", `loss-${i + 1}`, {
        kind: "decide",
        title: `${shown(component)}: ${what}`,
        needs: [ACCOUNT],
        action: { manual },
        verify: { manual: "The change is made and tested, or its loss is accepted by the owner in writing." },
        rollback: {
          manual: context.silent
            ? "Undo the change; nothing uses it yet."
            : "Undo the change; the source still has it.",
        },
        durationDependsOn: "the effort of this loss in the assessment",
        role,
      }),
    };
  });
}

/** The step of the first, for all of them. A component that loses the same in several places is named once. */
function together(alike: readonly Loss[]): Step {
  const [{ what, step: first }] = alike as [Loss];
  const concerns = [...new Set(alike.map((l) => l.step.component))];
  if (concerns.length === 1) return first;
  const names = [...new Set(alike.map((l) => l.name))];
  return {
    ...first,
    component: "estate",
    concerns,
    title: `${list(names)}: ${what}`,
    action: { manual: `${first.action.manual} It concerns ${names.join(", ")}.` },
    hazards: hazardsTogether(alike.map((l) => l.step)),
  };
}

function settingsDecided(context: KindContext): { step: Step; settled: Gap[] }[] {
  const { component } = context;
  const data = new Set(dataBeside(context));
  const gaps = [...component.coarsened, ...component.residue.filter((g) => !data.has(g))].filter(
    (g) => g.class !== "setting",
  );
  // Leaves of one place are one decision.
  const places = new Map(
    gaps.map((g) => [`${[g.address, g.place].filter((part) => part !== "").join(" ")} (${g.class})`, g.class]),
  );
  if (places.size === 0) return [];
  return [
    {
      settled: [...places.values()].map((gap) => ({ component: component.id, class: gap })),
      step: step(context, "foundation", "settings", {
        kind: "decide",
        title: `${shown(component)}: ${places.size} configured ${places.size === 1 ? "setting is" : "settings are"} not carried over`,
        needs: [ACCOUNT],
        action: { manual: `Decide for each what replaces it: ${[...places.keys()].join("; ")}.` },
        verify: { manual: "Each has a decision in writing." },
        rollback: { manual: undone(context, "settings") },
        durationDependsOn: "the decision on the same settings of another component, where their work is counted",
        role: roleOf(context.component),
      }),
    },
  ];
}

function undone({ silent }: KindContext, what: string): string {
  return silent ? "Undo the changes; nothing uses them yet." : `Undo the changes; the source still has the ${what}.`;
}

/** Leaves of what holds data beside that which the component carries. */
function dataBeside({ component, source }: KindContext): FoundComponent["residue"] {
  return component.residue.filter((gap) => source.exit?.alsoHolds?.includes(gap.type));
}

/** Databases that stand on the server beside the one that is moved: they are no settings, and go with the server when it is destroyed. */
function dataDecided(context: KindContext): { step: Step; settled: Gap[] }[] {
  const { component, slug, target } = context;
  const beside = dataBeside(context);
  if (beside.length === 0) return [];
  const places = new Map(beside.map((gap) => [`${gap.address} ${gap.place}`, gap]));
  const names = [...new Set(beside.map((gap) => gap.address))].map((address) => {
    const name = component.natives.find((native) => native.address === address)?.args["name"];
    return `\`${typeof name === "string" ? name : address}\``;
  });
  return [
    {
      settled: [...places.values()]
        .filter((gap) => gap.class !== "setting")
        .map((gap) => ({ component: component.id, class: gap.class })),
      step: step(context, "foundation", "databases", {
        kind: "decide",
        title: `${shown(component)}: ${names.length} more ${names.length === 1 ? "database" : "databases"} on the same server: ${names.join(", ")}`,
        needs: [ACCOUNT],
        action: {
          manual: `Each moves by a run of its own: make it and its users at ${target.title} in the code, then do every step that runs a script of \`scripts/${slug}\` for it too, with SOURCE_DATABASE and TARGET_DATABASE in the environment. Name in LEAVE_BEHIND those that stay behind. All of them go with the server when it is destroyed.`,
        },
        verify: { manual: "Each has a decision in writing: a run of its own, or left behind." },
        rollback: { manual: undone(context, "databases") },
        durationDependsOn: "how many databases move, and their size",
        role: roleOf(component),
      }),
    },
  ];
}
