import { createHash } from "node:crypto";
import type { Native } from "../providers/native.ts";

/** Who asks, from all that a provider's configuration says besides its name and where it works. What may be a secret goes no further. */
export function accountOf(said: readonly string[]): Pick<Native["provider"], "account"> {
  if (said.length === 0) return {};
  return { account: createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 16) };
}
