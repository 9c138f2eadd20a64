import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { EmptyResource, Hole, Move, Native, Root, StateBackend } from "../../providers/native.ts";

/** What evaluating one root brings to light. Things met many times (a module called often) are said once. */
export class Findings {
  readonly root: string;
  readonly natives: Native[] = [];
  readonly empty: EmptyResource[] = [];
  readonly backends: StateBackend[] = [];
  readonly moves: Move[] = [];
  readonly unreadable: Root["unreadable"][number][] = [];
  readonly #holes = new Map<string, Hole>();
  readonly #diagnostics = new Map<string, Diagnostic>();
  /** False when something could not be read, or counted. */
  complete = true;

  constructor(root: string) {
    this.root = root;
  }

  add(diagnostic: Diagnostic): void {
    const { code, detail, address, source } = diagnostic;
    this.#diagnostics.set(JSON.stringify([code, detail, address, source?.file, source?.line]), diagnostic);
    if (diagnostic.severity === "error") this.complete = false;
  }

  hole(hole: Omit<Hole, "root">): void {
    const key = JSON.stringify([hole.kind, hole.address, hole.path]);
    if (!this.#holes.has(key)) this.#holes.set(key, { ...hole, root: this.root });
  }

  holes(): Hole[] {
    return [...this.#holes.values()];
  }

  diagnostics(): Diagnostic[] {
    return [...this.#diagnostics.values()];
  }
}
