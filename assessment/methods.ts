import { type Cloud, isImplemented } from "../providers/provider.ts";
import type { FoundComponent } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import { holds } from "./conditions.ts";
import { effortKeyOf } from "./effort-key.ts";
import type { EffortModel, Method } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { isPart } from "./parts.ts";

const LIVE = ["pg-logical", "object-copy", "file-rsync", "kafka-mm2", "search-reindex"];
/** Replication that somebody sets up, and that must run before the first write at the other side; else a plain copy is what is left. */
const REPLICATES = ["pg-logical", "kafka-mm2"];

/**
 * How often a plan reads all of the source from the machine that runs its scripts, where that is not once: objects are read again by
 * their proof before the switch and after it, a dump is made for the rehearsal and for the switch. Servers sum rows and files themselves.
 */
const READINGS: Readonly<Record<string, number>> = {
  "object-copy": 3,
  "pg-dump-restore": 2,
  "pg-copy-parallel": 2,
  "mysql-shell": 2,
  mysqldump: 2,
};
/** Drives of Windows are compared where both are mounted: in the rehearsal, and in the interruption. */
const READINGS_OF_DRIVES = 3;

/** How often data that leaves by a method is read whole by a plan, at most. */
export function readingsOf(method: Method, drive: boolean): number {
  return drive ? READINGS_OF_DRIVES : (READINGS[method.id] ?? 1);
}

/** The source goes on being written while it is copied. */
export function isLive(method: Method): boolean {
  return LIVE.includes(method.id);
}

/** The method by which a component's data leaves; none: it holds no data by any method of the model. */
export function methodOf(
  component: FoundComponent,
  { source, target, facts = {} }: Pick<AssessInput, "source" | "target" | "facts">,
  model: EffortModel,
): Method | undefined {
  if (isPart(component, source)) return undefined;
  const leaving = exported(component, source, model);
  const carried = entering(leaving, component, target);
  const stated = { component, facts: factsOf(facts, component.id), model };
  const asked = holds("downtime shorter than dump", stated) === true;
  return chosen(carried.length > 0 ? carried : leaving, asked);
}

/** The best by which data leaves the target and enters the source. */
export function reverseOf(
  component: FoundComponent,
  { source, target }: Pick<AssessInput, "source" | "target">,
  model: EffortModel,
): Method | undefined {
  return chosen(entering(exported(component, target, model), component, source), false);
}

/** A dump does where nobody asks for a shorter interruption: it is what the scripts of a plan run. */
function chosen(methods: readonly Method[], replicated: boolean): Method | undefined {
  return methods.find((m) => REPLICATES.includes(m.id) === replicated) ?? methods[0];
}

/** Methods that a cloud exports by and that have rates, best first. A cloud lists methods of several engines: those of another one are left out. */
function exported(component: FoundComponent, cloud: Cloud, model: EffortModel): Method[] {
  const key = effortKeyOf(component);
  const other = key === "postgres" ? /^mysql/ : key === "mysql" ? /^pg-/ : /^$/;
  const entry = cloud.kinds[component.kind];
  return (entry && "exit" in entry ? entry.exit.export : [])
    .filter((m) => !other.test(m.method))
    .flatMap((m) => model.dataMovement.methods.filter((known) => known.id === m.method));
}

function entering(methods: readonly Method[], { kind }: FoundComponent, cloud: Cloud): Method[] {
  const entry = cloud.kinds[kind];
  const enters = new Set(isImplemented(entry) ? entry.exit.import.map((m) => m.method) : []);
  return methods.filter((m) => enters.has(m.id));
}
