import type { Range } from "../assessment/result.ts";
import { type PlanWithFiles, type Step, stepsBySubject } from "./plan.ts";
import type { References } from "./references.ts";

/** What a law judges: a plan with its files, and what it is a plan of. */
export interface PlanSubject extends PlanWithFiles {
  readonly references: References;
  /** The source as steps call it. */
  readonly source: string;
  /** Components, `foreign:<type>`, `unknown:<type>`, and `dependency:<id>` that may stand at the source: everything that was found. */
  readonly found: readonly string[];
  /** `root:address` of foreign resources that hold data. */
  readonly holding: readonly string[];
  /** Person-hours of everything the assessment counts. */
  readonly work: Range;
}

/** A statement that holds for every plan. Pure; a finding is one sentence. */
export interface PlanLaw {
  readonly name: string;
  /** What holds where the law holds. */
  readonly sentence: string;
  check(subject: PlanSubject): readonly string[];
}

/** Looks into a plan: positions, and everything a step needs, directly or not. */
export class Look {
  readonly steps: readonly Step[];
  /** Position of the first step that cannot be undone; after the last one where there is none. */
  readonly point: number;
  private readonly positions: ReadonlyMap<string, number>;
  private readonly all = new Map<string, ReadonlySet<string>>();

  constructor({ plan }: PlanSubject) {
    this.steps = plan.steps;
    this.positions = new Map(plan.steps.map((s, i) => [s.id, i]));
    this.point = plan.pointOfNoReturn === null ? plan.steps.length : this.at(plan.pointOfNoReturn);
  }

  /** Infinity for what is no step. */
  at(id: string): number {
    return this.positions.get(id) ?? Number.POSITIVE_INFINITY;
  }

  needs(id: string): ReadonlySet<string> {
    const known = this.all.get(id);
    if (known) return known;
    const found = new Set<string>();
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const need of this.steps[this.at(next)]?.needs ?? []) {
        if (found.has(need)) continue;
        found.add(need);
        waiting.push(need);
      }
    }
    this.all.set(id, found);
    return found;
  }

  of(component: string, kind: Step["kind"]): Step[] {
    return (this.byComponent.get(component) ?? []).filter((s) => s.kind === kind);
  }

  private get byComponent(): ReadonlyMap<string, readonly Step[]> {
    this.grouped ??= stepsBySubject(this.steps);
    return this.grouped;
  }
  private grouped: ReadonlyMap<string, readonly Step[]> | undefined;
}

/** Every law looks into the same plan. */
const looks = new WeakMap<PlanSubject, Look>();

function lookInto(subject: PlanSubject): Look {
  const look = looks.get(subject) ?? new Look(subject);
  looks.set(subject, look);
  return look;
}

/** A law that judges each plan through a look into it. */
export function law(
  name: string,
  sentence: string,
  judge: (subject: PlanSubject, look: Look) => Iterable<string>,
): PlanLaw {
  return { name, sentence, check: (subject) => [...judge(subject, lookInto(subject))] };
}
