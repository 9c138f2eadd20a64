import { rmSync } from "node:fs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs work that keeps something temporary, and takes that away also when the process is told to end meanwhile; it then ends by the
 * same signal, as every shell expects. Outside such work signals end the process at once: long computing never waits for a turn.
 */
export async function withTemporary<T>(path: string, work: (temporary: Temporary) => Promise<T>): Promise<T> {
  let asked: NodeJS.Signals | undefined;
  let held = false;
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, told);
  };
  const end = (signal: NodeJS.Signals) => {
    forget();
    remove(path);
    process.kill(process.pid, signal);
  };
  const told = (signal: NodeJS.Signals) => {
    asked ??= signal;
    if (!held) end(signal);
  };
  for (const signal of SIGNALS) process.on(signal, told);
  try {
    const whole = async (finish: () => Promise<void>) => {
      held = true;
      await finish();
    };
    return await work({ whole });
  } finally {
    if (asked) end(asked);
    forget();
    remove(path);
  }
}

/** A write that is under way may put one more file there. */
function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 10 });
}

export interface Temporary {
  /** What must not be left half done: a signal waits until the work is over. */
  whole(finish: () => Promise<void>): Promise<void>;
}
