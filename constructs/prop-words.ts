import { z } from "zod";
import { type PropMeta, prop, Reference } from "./component.ts";

// Props that several kinds have, in the same words.

/** What an item of a list is called, where clouds make it part of a name. */
export const partName = () =>
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters and digits, parted by single hyphens");

/** Start of a weekly maintenance, UTC. */
export const weeklyTime = () =>
  z
    .string()
    .regex(/^(mon|tue|wed|thu|fri|sat|sun):([01]\d|2[0-3]):[0-5]\d$/, 'a day and a time in UTC, as "sun:03:00"');

/** A day of UTC. No object storage takes another moment of it than midnight. */
export const day = () =>
  prop(z.string().regex(/^\d{4}-\d\d-\d\d(T00:00:00(\.0+)?(Z|[+-]00:00))?$/, 'a day in UTC, as "2030-01-01"'), {
    satisfies: { rule: "sameDay" },
  });

/** A switch that is off where nobody turns it on. */
export const flag = () => prop(z.boolean(), { absentMeans: false });

/** A switch that is off where nobody turns it on; turned on without being asked it does no harm. */
export const harmless = () => prop(z.boolean(), { satisfies: { rule: "atLeast" }, absentMeans: false });

/** A reference that only says where something is. */
export const anywhere = () => prop(Reference, { satisfies: { rule: "anyOf" } });

/** A reference to an output of a component of one kind. */
export const leadsTo = (kind: string, output: string) => prop(Reference, { leadsTo: { kind, output } });

const KEYS = ["none", "provider-key", "customer-key"] as const;

/** Encryption at rest, by whose key. */
export const encryption = (meta: Pick<PropMeta, "safest"> = {}) =>
  prop(z.enum(KEYS), { satisfies: { rule: "ordered", values: KEYS }, ...meta });

/** Smallest machine that will do. */
export const machineSize = () =>
  prop(
    z.strictObject({
      /** Processors as the operating system counts them. */
      vcpu: prop(z.number().positive(), { satisfies: { rule: "atLeast" } }),
      /** Memory in GiB of 1024 MiB. */
      memoryGiB: prop(z.number().positive(), { satisfies: { rule: "atLeast" } }),
      /** Graphics processors, whatever their model. Default: none. */
      gpus: prop(z.int().min(1), { satisfies: { rule: "atLeast" } }).optional(),
    }),
    { catalogued: true },
  );

/** Instruction set that programs are built for. */
export const architecture = () => prop(z.enum(["amd64", "arm64"]), { satisfies: { rule: "exact" } });

/** Whether processors are the machine's own all the time. */
export const cpu = () =>
  prop(z.enum(["shared", "dedicated"]), { satisfies: { rule: "ordered", values: ["shared", "dedicated"] } });
