/** What RDS alone understands, by name: its own switches, and values that it computes of the machine, as `{DBInstanceClassMemory/32768}`. */
export function isOfRds(name: string, value: string): boolean {
  return name.startsWith("rds.") || value.includes("{");
}

/**
 * Kibibytes that one of the engine's own numbers stands for: a setting of memory counts them, but the size of the cache counts pages of eight.
 * https://www.postgresql.org/docs/17/runtime-config-resource.html and runtime-config-query.html, read 2026-11-28.
 */
function kibibytes(name: string): number {
  return name === "effective_cache_size" ? 8 : 1;
}

/** A setting of memory in mebibytes, the nearest and one at least; undefined for a value that is no number. */
export function inMebibytes(name: string, value: string): string | undefined {
  if (!/^\d+$/.test(value)) return undefined;
  return String(Math.max(1, Math.round((Number(value) * kibibytes(name)) / 1024)));
}

/** And back; a value that is no number stays as it is. */
export function fromMebibytes(name: string, value: string): string {
  return /^\d+$/.test(value) ? String((Number(value) * 1024) / kibibytes(name)) : value;
}
