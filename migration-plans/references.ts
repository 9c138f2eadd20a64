import { isRef } from "../constructs/component.ts";
import type { Survey } from "../providers/survey.ts";

/** What refers to what: by component id, the ids of the components that its props name. */
export class References {
  private readonly to: ReadonlyMap<string, readonly string[]>;
  /** Number of the circle that a component stands in; components alone have one each. */
  private readonly circles: ReadonlyMap<string, number>;

  constructor(to: ReadonlyMap<string, readonly string[]>) {
    this.to = to;
    this.circles = circlesOf(to);
  }

  static of(components: Survey["components"]): References {
    const ids = new Set(components.map((c) => c.id));
    return new References(
      new Map(
        components.map(({ id, props }) => [id, [...new Set(named(props))].filter((n) => n !== id && ids.has(n))]),
      ),
    );
  }

  /** Every pair in which the first refers to the second, and not the other way round, however long the way. */
  *pairs(): Generator<readonly [from: string, to: string]> {
    for (const [from, targets] of this.to) {
      for (const to of targets) if (this.circles.get(from) !== this.circles.get(to)) yield [from, to];
    }
  }
}

function named(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (isRef(value)) return [value.component];
  return Object.values(value).flatMap(named);
}

/** Strongly connected parts (Tarjan), without recursion: estates refer deeply. */
function circlesOf(to: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const circle = new Map<string, number>();
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  for (const start of to.keys()) {
    if (index.has(start)) continue;
    const visits: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { id } = visit;
      if (visit.next === 0) {
        index.set(id, index.size);
        low.set(id, index.get(id)!);
        stack.push(id);
      }
      const target = to.get(id)?.[visit.next];
      if (target !== undefined) {
        visit.next++;
        if (!index.has(target)) visits.push({ id: target, next: 0 });
        else if (!circle.has(target)) low.set(id, Math.min(low.get(id)!, index.get(target)!));
        continue;
      }
      if (visit.next === 0) visit.next = 1;
      visits.pop();
      const above = visits.at(-1);
      if (above) low.set(above.id, Math.min(low.get(above.id)!, low.get(id)!));
      if (low.get(id) !== index.get(id)) continue;
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        circle.set(member, index.get(id)!);
        if (member === id) break;
      }
    }
  }
  return circle;
}
