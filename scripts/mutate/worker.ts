/** Judges mutants in a thread of its own: the changed file and what imports it are loaded anew, from memory. */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { parentPort } from "node:worker_threads";
import type { Kind } from "../../constructs/kinds.ts";
import type { Cloud } from "../../providers/provider.ts";
import { nativeFixtures } from "../../test/fixtures/natives/load.ts";
import { firstProblem } from "./judge.ts";

export interface Task {
  readonly number: number;
  readonly cloud: string;
  readonly kinds: readonly Kind[];
  /** The changed file and its importers, by URL. */
  readonly affected: readonly string[];
  readonly changed: { readonly url: string; readonly source: string } | undefined;
}

export interface Verdict {
  readonly number: number;
  /** What noticed the change; undefined when nothing did. */
  readonly problem: string | undefined;
}

const MARK = "?mutant=";
let task: Task | undefined;

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const isAnew = context.parentURL?.includes(MARK) && task?.affected.includes(found.url);
    return isAnew ? { ...found, url: found.url + MARK + task?.number } : found;
  },
  load(url, context, next) {
    if (!url.includes(MARK)) return next(url, context);
    const plain = url.slice(0, url.indexOf(MARK));
    const source = plain === task?.changed?.url ? task.changed.source : readFileSync(new URL(plain), "utf8");
    return { format: "module-typescript", source, shortCircuit: true };
  },
});

const fixtures = (await nativeFixtures()).map((f) => f.fixture);

async function judge({ number, cloud: id, kinds }: Task): Promise<string | undefined> {
  try {
    const url = new URL(`../../providers/${id}/index.ts`, import.meta.url).href;
    const loaded = (await import(url + MARK + number)) as Record<string, Cloud>;
    const cloud = Object.values(loaded).find((value) => value.id === id);
    if (!cloud) throw new Error(`${id}/index.ts exports no cloud`);
    return firstProblem(cloud, kinds, fixtures);
  } catch (error) {
    return String(error);
  }
}

parentPort?.on("message", async (next: Task) => {
  task = next;
  parentPort?.postMessage({ number: next.number, problem: await judge(next) } satisfies Verdict);
});
