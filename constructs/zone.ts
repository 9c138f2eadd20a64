import { z } from "zod";
import { prop } from "./component.ts";

/** Zones of a region in the order its cloud lists them. Which data centre a letter means may differ from one account to the next. */
export const ZONES = ["a", "b", "c"] as const;

/** The zone something stands in; things of one zone reach each other without leaving it. */
export const zone = () => prop(z.enum(ZONES), { satisfies: { rule: "exact" } });
