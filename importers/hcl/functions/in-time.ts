import { createContext, Script } from "node:vm";
import { NotComputed } from "../value.ts";

const MOST_MILLISECONDS = 500;
const place = createContext({ work: undefined as unknown });
const script = new Script("work()");

/** The engines' patterns take time in proportion to the text; JavaScript's may take for ever, and are then given up. */
export function inTime<T>(work: () => T): T {
  place["work"] = work;
  try {
    return script.runInContext(place, { timeout: MOST_MILLISECONDS }) as T;
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    throw new NotComputed("matching the pattern takes too long");
  } finally {
    place["work"] = undefined;
  }
}
