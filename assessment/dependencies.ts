import { list } from "../constructs/list.ts";
import type { SeenSign } from "../providers/dependency-signs.ts";
import { addressIn } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import data from "./dependencies.json" with { type: "json" };
import { effortKeyOf } from "./effort-key.ts";
import type { Dependency } from "./reading.ts";

/** What an exit itself needs from the source, and fails without on the day. Which of them are looked for: judgement, 2026-11-26. */
interface Sought {
  readonly id: string;
  readonly what: string;
  readonly fails: string;
  readonly keys: readonly string[];
  readonly classes: readonly string[];
  readonly props: readonly string[];
}

export const soughtDependencies = data as readonly Sought[];

/** Found where the code shows them, asked for where it does not. A dependency that is not seen is unknown, never absent. */
export function dependenciesOf(input: AssessInput): Dependency[] {
  return soughtDependencies.map(({ id, what, fails, ...sought }) => {
    const stated = input.facts?.dependencies?.[id];
    const seen = seenOf(id, sought, input);
    const status = stated ?? standing(seen);
    const [first] = seen;
    const shown = first ? { seenIn: list([...new Set(seen.map((s) => s.address))]), seenAt: { ...first.at } } : {};
    const asked = status === "unknown" ? { dependsOn: `dependencies.${id} in exeat.yaml: source or elsewhere` } : {};
    return { id, what, status, ...shown, ...asked, fails };
  });
}

type Seen = Pick<SeenSign, "stands" | "address" | "at">;

/** What stands at the source is there whatever else is elsewhere; and elsewhere is said only where nothing is open. */
function standing(seen: readonly Seen[]): Dependency["status"] {
  if (seen.some((s) => s.stands === "source")) return "source";
  return seen.length > 0 && seen.every((s) => s.stands === "elsewhere") ? "elsewhere" : "unknown";
}

/** Those that show that it stands at the source come first. */
function seenOf(id: string, sought: Omit<Sought, "id" | "what" | "fails">, { survey, source }: AssessInput): Seen[] {
  const components = survey.components
    .filter((c) => isSought(c, sought))
    .map((c) => ({ address: addressIn(c.id), at: c.at }));
  const foreign = survey.foreign.flatMap(({ type, natives }) => {
    const known = source.foreign[type];
    const wanted = sought.keys.includes(known?.mappingKey ?? "") || sought.classes.includes(known?.class ?? "");
    return wanted ? natives : [];
  });
  const made = [...components, ...foreign].map(({ address, at }): Seen => ({ stands: "source", address, at }));
  const signs = survey.signs.filter((s) => s.dependency === id);
  const there = (s: Seen) => s.stands === "source";
  return [...signs.filter(there), ...made, ...signs.filter((s) => !there(s))];
}

function isSought(component: AssessInput["survey"]["components"][number], sought: Pick<Sought, "keys" | "props">) {
  const key = effortKeyOf(component);
  const { props } = component;
  return sought.keys.includes(key) || sought.props.some((prop) => props[prop] !== undefined && props[prop] !== 0);
}
