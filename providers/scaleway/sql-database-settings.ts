import { type Settings, sameSettings, switchOf } from "../../constructs/settings.ts";
import { isObject, type Tree, Unknown } from "../native.ts";
import type { Loss } from "../provider.ts";
import data from "./database-settings.json" with { type: "json" };

/** A setting that Scaleway lets customers change. */
interface Offered {
  readonly type: "int" | "float" | "boolean" | "string";
  /** First version of the engine that has it; absent: all that are offered. */
  readonly since?: number;
  /** Bytes that one of its numbers stands for, where the API says so. */
  readonly unitBytes?: number;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

interface Asked {
  readonly engine: "postgresql" | "mysql";
  /** Absent: the newest. */
  readonly version?: string | undefined;
  readonly parameters?: Settings | undefined;
}

const offered: Readonly<Record<Asked["engine"], Readonly<Record<string, Offered>>>> = {
  postgresql: data.postgresql as Readonly<Record<string, Offered>>,
  mysql: data.mysql as Readonly<Record<string, Offered>>,
};
const byName = { ...offered.mysql, ...offered.postgresql };

const WORDS = { postgresql: ["on", "off"], mysql: ["ON", "OFF"] } as const;

/**
 * Bytes that one of the engine's own numbers stands for: https://www.postgresql.org/docs/17/runtime-config-resource.html, runtime-config-query.html
 * and runtime-config-wal.html, https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html, read 2026-11-28.
 */
const ENGINE_BYTES: Readonly<Record<string, number>> = {
  bgwriter_flush_after: 8192,
  effective_cache_size: 8192,
  log_temp_files: 1024,
  maintenance_work_mem: 1024,
  max_allowed_packet: 1,
  max_wal_size: 1024 ** 2,
  temp_buffers: 8192,
  temp_file_limit: 1024,
  thread_stack: 1,
  track_activity_query_size: 1,
  work_mem: 1024,
};

/** Numbers of Scaleway for one of the engine. */
function scale(name: string): number {
  const [own, theirs] = [ENGINE_BYTES[name], byName[name]?.unitBytes];
  return own === undefined || theirs === undefined ? 1 : own / theirs;
}

/** Settings as Scaleway takes them; what it does not list, or not within its bounds, is left out. */
export function nativeSettings({ engine, version, parameters = {} }: Asked): Settings {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]): [string, string][] => {
      const setting = offered[engine][name];
      if (setting === undefined || Number(version ?? Infinity) < (setting.since ?? 0)) return [];
      const written = inItsWords(setting, engine, scale(name), value);
      return written === undefined ? [] : [[name, written]];
    }),
  );
}

function inItsWords(
  { type, min = -Infinity, max = Infinity, pattern }: Offered,
  engine: Asked["engine"],
  factor: number,
  value: string,
): string | undefined {
  switch (type) {
    case "boolean": {
      const isOn = switchOf(value);
      return isOn === undefined ? undefined : WORDS[engine][isOn ? 0 : 1];
    }
    case "string":
      return pattern === undefined || new RegExp(pattern).test(value) ? value : undefined;
    default: {
      if (!(type === "int" ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/).test(value)) return undefined;
      const number = Number(value);
      // A number below 0 is a word: no limit.
      const scaled = factor === 1 || number < 0 ? number : Math.max(1, Math.round(number * factor));
      if (scaled < min || scaled > max) return undefined;
      return scaled === number ? value : String(scaled);
    }
  }
}

/** Settings as the engine counts them. */
export function engineSettings(settings: Tree | undefined): Tree | undefined {
  if (!isObject(settings)) return settings;
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]): [string, Tree] => {
      if (value instanceof Unknown) return [name, value];
      return [name, /^[1-9]\d*$/.test(String(value)) ? String(Number(value) / scale(name)) : String(value)];
    }),
  );
}

export const settingsLoss: Loss = {
  path: "parameters",
  when: (props) => {
    const asked = props as unknown as Asked;
    const back = engineSettings(nativeSettings(asked)) as Settings;
    return !sameSettings(asked.parameters ?? {}, back);
  },
  severity: "degrades",
  class: "setting",
  why: "Only the settings that Scaleway lists can be changed, within its bounds, and memory by whole MB.",
  instead: "Leave the others at their defaults, or set what they are to do for each database, role or session.",
  citation: { source: data.source, date: data.date },
};
