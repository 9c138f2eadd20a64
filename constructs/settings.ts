/** Server settings of a database, by the engine's own names and in its own units. */
export type Settings = Readonly<Record<string, string>>;

/** Words for a switch: https://www.postgresql.org/docs/17/config-setting.html; MySQL takes `yes` and `no` for none. Read 2026-11-28. */
const SWITCH: Readonly<Record<string, boolean>> = {
  ...{ on: true, true: true, yes: true, "1": true },
  ...{ off: false, false: false, no: false, "0": false },
};

/** Whether a setting is switched on or off; undefined for what is no switch. */
export function switchOf(value: string): boolean | undefined {
  return SWITCH[value.toLowerCase()];
}

/** The same settings to the same values, however a switch is spelt. */
export function sameSettings(asked: Settings, got: Settings): boolean {
  const names = Object.keys(asked);
  return names.length === Object.keys(got).length && names.every((name) => isSame(asked[name], got[name]));
}

function isSame(asked: string | undefined, got: string | undefined): boolean {
  if (asked === got) return true;
  if (asked === undefined || got === undefined) return false;
  const [wanted, read] = [switchOf(asked), switchOf(got)];
  return wanted !== undefined && wanted === read;
}
