import { fromMebibytes, inMebibytes, isOfRds } from "../database-settings.ts";
import { isObject, type Tree, Unknown } from "../native.ts";
import type { Loss } from "../provider.ts";

/**
 * Settings that Scaleway counts in MB (judgement: its provider's tests set `work_mem` to 4 and `effective_cache_size` to 1300, and PostgreSQL takes
 * no `work_mem` below 64 kB: scaleway/terraform-provider-scaleway@00dcf7f:internal/services/rdb/instance_test.go, read 2026-11-28).
 */
const IN_MEBIBYTES = ["work_mem", "maintenance_work_mem", "effective_cache_size"];

type Settings = Readonly<Record<string, string>>;

/** Settings as Scaleway counts them, without what RDS alone understands. */
export function nativeSettings(wanted: Settings): Settings {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]): [string, string][] => {
      if (isOfRds(name, value)) return [];
      const written = IN_MEBIBYTES.includes(name) ? inMebibytes(name, value) : value;
      return written === undefined ? [] : [[name, written]];
    }),
  );
}

/** Settings as the engine counts them. */
export function engineSettings(settings: Tree | undefined): Tree | undefined {
  if (!isObject(settings)) return settings;
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]): [string, Tree] => {
      if (!IN_MEBIBYTES.includes(name) || value instanceof Unknown) return [name, value];
      return [name, fromMebibytes(name, String(value))];
    }),
  );
}

export const settingsLoss: Loss = {
  path: "parameters",
  when: (props) => {
    const wanted = (props["parameters"] ?? {}) as Settings;
    const back = engineSettings(nativeSettings(wanted)) as Settings;
    return Object.entries(wanted).some(([name, value]) => back[name] !== value);
  },
  severity: "degrades",
  class: "setting",
  why: "Settings that begin with `rds.` and values that RDS computes of its machine mean nothing elsewhere; memory is counted in whole MB.",
  instead: "Set what they are to do by the engine's own names and numbers, for the memory of the node.",
  citation: {
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ParamValuesRef.html",
    date: "2026-11-28",
  },
};
