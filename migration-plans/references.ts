/** What refers to what: components by their ids, and what no component holds by the ids of the steps that make it by hand. */
export class References {
  private readonly to: ReadonlyMap<string, readonly string[]>;
  private readonly byHand: ReadonlySet<string>;
  /** Number of the circle that a node stands in; nodes alone have one each. */
  private readonly circles: ReadonlyMap<string, number>;
  /** The same of components among themselves: what is made by hand ties none of them together. */
  private readonly ownCircles: ReadonlyMap<string, number>;

  constructor(to: ReadonlyMap<string, readonly string[]>, byHand: ReadonlySet<string> = new Set()) {
    this.to = to;
    this.byHand = byHand;
    this.circles = circlesOf(to);
    const own = [...to].filter(([from]) => !byHand.has(from));
    this.ownCircles = circlesOf(new Map(own.map(([from, all]) => [from, all.filter((node) => !byHand.has(node))])));
  }

  /** Whether a step makes by hand what no component holds. */
  isByHand(step: string): boolean {
    return this.byHand.has(step);
  }

  /** Every pair in which the first refers to the second, circles too. */
  *all(): Generator<readonly [from: string, to: string]> {
    for (const [from, targets] of this.to) for (const to of targets) yield [from, to];
  }

  /** Every pair in which the first refers to the second, and not the other way round, however long the way. */
  *pairs(): Generator<readonly [from: string, to: string]> {
    for (const [from, to] of this.all()) {
      const circles = this.byHand.has(from) || this.byHand.has(to) ? this.circles : this.ownCircles;
      if (circles.get(from) !== circles.get(to)) yield [from, to];
    }
  }

  /** Whether a node refers to one that is so, however long the way. */
  reaches(node: string, is: (other: string) => boolean): boolean {
    const found = new Set(this.to.get(node));
    // What is added while it is walked is walked too.
    for (const next of found) {
      if (is(next)) return true;
      for (const further of this.to.get(next) ?? []) found.add(further);
    }
    return false;
  }
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
