import { aws } from "./aws/index.ts";
import type { Cloud } from "./provider.ts";

/** The built-in clouds by id. */
export const clouds: Readonly<Record<string, Cloud>> = { aws };
