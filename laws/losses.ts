import { type Kind, kinds } from "../constructs/kinds.ts";
import { fieldsOf, unsatisfied } from "../constructs/satisfies.ts";
import { isUnder } from "../providers/paths.ts";
import { type Complete, isImplemented, type Loss } from "../providers/provider.ts";
import type { ComputedLoss } from "../providers/survey.ts";
import { trip } from "../providers/translate.ts";
import type { Evidence } from "./evidence.ts";
import { law, shown } from "./law.ts";
import type { Specimen } from "./specimen.ts";

export const lossesExplained = law<Specimen>(
  6,
  "losses-explained",
  "Each computed loss has exactly one declaration, and a declaration that applies is a loss.",
  ({ component, cloud, region, trip: { losses } }, fail) => {
    const entry = cloud.kinds[component.kind];
    const declared = isImplemented(entry) ? entry.losses.filter((l) => applies(l, component)) : [];
    for (const { path, asked, got } of losses) {
      const covering = declared.filter((l) => isUnder(path, l.path));
      const closest = covering.filter((l) => l.path.length === Math.max(...covering.map((c) => c.path.length)));
      if (closest.length !== 1) {
        fail(`${path} (asked ${shown(asked)}, got ${shown(got)}) is declared ${closest.length} times`);
      }
    }
    for (const loss of declared.filter((l) => isAsked(l.path, component))) {
      const happens = (found: readonly ComputedLoss[]) => found.some((l) => isUnder(l.path, loss.path));
      // A declaration does not know the region: the loss must happen in one.
      const others = Object.keys(cloud.jurisdiction.regions).filter((r) => r !== region);
      if (!happens(losses) && !others.some((r) => happens(trip(component, cloud, r).losses))) {
        fail(`${loss.path} is declared as lost and is not: ${loss.why}`);
      }
    }
  },
);

/** A declaration that no case can show is a claim nobody checked. */
export const lossesSeen = law<Evidence>(
  6,
  "losses-seen",
  "Each declared loss is hit by a named case.",
  ({ cloud, specimens }, fail) => {
    for (const kind of Object.keys(kinds) as Kind[]) {
      const entry = cloud.kinds[kind];
      if (!isImplemented(entry)) continue;
      const hit = new Set(
        specimens
          .filter((s) => s.component.kind === kind)
          .flatMap((s) => s.trip.losses.flatMap((l) => (l.declared ? [l.declared] : []))),
      );
      for (const loss of entry.losses) if (!hit.has(loss)) fail(`no case of ${kind} loses ${loss.path}: ${loss.why}`);
    }
  },
);

function applies(loss: Loss, component: Complete): boolean {
  const top = loss.path.split(".")[0] ?? loss.path;
  return component.requested.has(top) && (loss.when?.(component.props) ?? true);
}

/** Whether something stands at the path that absence would not satisfy. */
function isAsked(path: string, { kind, props }: Complete): boolean {
  const [top = path] = path.split(".");
  const schema = fieldsOf(kinds[kind].props)?.[top];
  const asked = (props as Record<string, unknown>)[top];
  if (!schema || unsatisfied(schema, asked, undefined, top).length === 0) return false;
  return standsAt(asked, path.split(".").slice(1));
}

function standsAt(value: unknown, path: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((item) => standsAt(item, path));
  const [head, ...rest] = path;
  if (head === undefined) return value !== undefined && value !== false;
  return typeof value === "object" && value !== null && standsAt((value as Record<string, unknown>)[head], rest);
}
