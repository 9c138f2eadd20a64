import { kinds } from "../constructs/kinds.ts";
import type { AssessInput } from "./assessment.ts";
import { list } from "./component-charges.ts";
import data from "./dependencies.json" with { type: "json" };
import type { Dependency } from "./reading.ts";

/** What an exit itself needs from the source, and fails without on the day. Which of them are looked for: judgement, 2026-11-26. */
interface Sought {
  readonly id: string;
  readonly what: string;
  readonly fails: string;
  readonly holes: readonly string[];
  readonly keys: readonly string[];
  readonly classes: readonly string[];
  readonly props: readonly string[];
}

export const soughtDependencies = data as readonly Sought[];

/** Found where the code shows them, asked for where it does not. A dependency that is not seen is unknown, never absent. */
export function dependenciesOf(input: AssessInput): Dependency[] {
  return soughtDependencies.map(({ id, what, fails, ...sought }) => {
    const stated = input.facts?.dependencies?.[id];
    const addresses = found(sought, input);
    const status = stated ?? (addresses.length > 0 ? "source" : "unknown");
    const seen = addresses.length > 0 ? { seenIn: list(addresses) } : {};
    const asked = status === "unknown" ? { dependsOn: `dependencies.${id} in exeat.yaml: source or elsewhere` } : {};
    return { id, what, status, ...seen, ...asked, fails };
  });
}

function found(sought: Omit<Sought, "id" | "what" | "fails">, { survey, source }: AssessInput): string[] {
  const addresses = [
    ...survey.holes.filter((h) => sought.holes.includes(h.kind)).map((h) => h.address),
    ...survey.components.filter((c) => isSought(c, sought)).map((c) => c.id.slice(c.id.indexOf(":") + 1)),
    ...survey.foreign.flatMap(({ type, natives }) => {
      const known = source.foreign[type];
      const wanted = sought.keys.includes(known?.mappingKey ?? "") || sought.classes.includes(known?.class ?? "");
      return wanted ? natives.map((n) => n.address) : [];
    }),
  ];
  return [...new Set(addresses)];
}

function isSought(
  { kind, props }: AssessInput["survey"]["components"][number],
  sought: Pick<Sought, "keys" | "props">,
) {
  const key = kinds[kind].effortKey(props as Record<string, unknown>);
  return sought.keys.includes(key) || sought.props.some((prop) => props[prop] !== undefined && props[prop] !== 0);
}
