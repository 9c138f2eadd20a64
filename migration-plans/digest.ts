import { createHash } from "node:crypto";
import { plain } from "../assessment/plain.ts";

/** SHA-256, in hex, of a result's canonical JSON: keys sorted at every depth, no spaces. What names a result names this. */
export function digestOf(result: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(plain(result)))
    .digest("hex");
}
