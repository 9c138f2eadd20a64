import { rmSync } from "node:fs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What is there for a while only, in this process. */
const kept = new Set<string>();
/** How much work must not be left half done. */
let held = 0;
let asked: NodeJS.Signals | undefined;

/**
 * Takes a file or folder away when the process is told to end, by the same signal then, as every shell expects, or ends by itself.
 * What is returned takes it away at once. While nothing is kept signals end the process at once: long computing never waits for a turn.
 */
export function keepTemporary(path: string): () => void {
  if (kept.size === 0) {
    for (const signal of SIGNALS) process.on(signal, told);
    process.on("exit", removeKept);
  }
  kept.add(path);
  return () => {
    remove(path);
    if (kept.delete(path) && kept.size === 0) forget();
  };
}

/** Runs work that keeps something temporary, which is gone when it is over, however that comes about. */
export async function withTemporary<T>(path: string, work: (temporary: Temporary) => Promise<T>): Promise<T> {
  const release = keepTemporary(path);
  try {
    return await work({ whole });
  } finally {
    release();
  }
}

export interface Temporary {
  /** What must not be left half done: a signal waits until the work is over. */
  whole(finish: () => Promise<void>): Promise<void>;
}

async function whole(finish: () => Promise<void>): Promise<void> {
  held += 1;
  try {
    await finish();
  } finally {
    held -= 1;
    if (asked !== undefined) told(asked);
  }
}

function told(signal: NodeJS.Signals): void {
  asked = signal;
  if (held > 0) return;
  forget();
  removeKept();
  process.kill(process.pid, signal);
}

function forget(): void {
  for (const signal of SIGNALS) process.off(signal, told);
  process.off("exit", removeKept);
}

function removeKept(): void {
  for (const path of kept) remove(path);
}

/** A write that is under way may put one more file there. */
function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 10 });
}
