import { verdict } from "./guarantee.ts";
import { type Native, Unknown } from "./native.ts";
import type { Cloud, Qualification } from "./provider.ts";

/** Where and when a native would run. */
export interface Place {
  readonly cloud: Cloud;
  readonly region: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** Values stand in the natives that were put in place of what is not known. */
  readonly guessed?: boolean;
}

/** `open`: it may be, and what decides is not known. */
export interface Qualified {
  readonly verdict: "qualified" | "open" | "not-qualified";
  /** Each in a few words. */
  readonly why: readonly string[];
}

/** What `--require` takes for a name: `SecNumCloud` → `secnumcloud`. */
export function qualificationId(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

/** Every qualification that a cloud has on record, id → name. */
export function qualificationsOf(clouds: readonly Cloud[]): ReadonlyMap<string, string> {
  return new Map(clouds.flatMap((c) => c.jurisdiction.qualifications.map((q) => [qualificationId(q.name), q.name])));
}

/** Whether a native runs on what is qualified; `natives` are those of its component. The best record counts. */
export function qualified(id: string, native: Native, natives: readonly Native[], place: Place): Qualified {
  const records = place.cloud.jurisdiction.qualifications.filter((q) => qualificationId(q.name) === id);
  if (records.length === 0)
    return { verdict: "open", why: [`nothing is on record of it at ${place.cloud.title}: ask there`] };
  const covering = records.filter((q) => q.types.includes(native.type));
  if (covering.length === 0) return no(`it covers ${records.map((q) => q.scope).join("; ")}`);
  const verdicts = covering.map((q) => judged(q, natives, place));
  return (
    verdicts.find((v) => v.verdict === "qualified") ??
    verdicts.find((v) => v.verdict === "open") ??
    (verdicts[0] as Qualified)
  );
}

function judged(q: Qualification, natives: readonly Native[], { region, date, guessed = false }: Place): Qualified {
  const here = q.regions?.some((r) => r.toLowerCase() === region.toLowerCase()) ?? true;
  if (!here) return no(`it holds in ${q.regions?.join(", ")} only`);
  if (q.expires !== null && q.expires < date) return no(`it ended on ${q.expires}`);
  const met = Object.entries(q.when ?? {}).map(([path, wanted]) => ({ path, holds: verdict(path, wanted, natives) }));
  const broken = met.find((m) => m.holds === false);
  if (broken) return no(`it does not hold for this ${broken.path}`);
  const unread = met.find((m) => guessed || m.holds instanceof Unknown);
  const open = [
    ...(unread ? [`${unread.path} is not known`] : []),
    ...(q.asks === undefined ? [] : [`it asks for ${q.asks}`]),
    ...(q.expires === null ? ["until when it holds is not known"] : []),
  ];
  if (open.length > 0) return { verdict: "open", why: open };
  return { verdict: "qualified", why: [`${q.scope}, until ${q.expires}`] };
}

function no(why: string): Qualified {
  return { verdict: "not-qualified", why: [why] };
}
