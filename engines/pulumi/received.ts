/** A value that came over Pulumi's wire, secrets taken out of their wrapping. */
export interface Received {
  readonly value: unknown;
  /** Dotted paths of what was secret, with all below. */
  readonly secrets: ReadonlySet<string>;
}

// Marks of Pulumi's wire format: sdk/nodejs/runtime/rpc.ts of pulumi/pulumi, read 2026-11-25.
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export function received(wire: unknown): Received {
  const secrets = new Set<string>();
  return { value: unwrapped(wire, "", secrets), secrets };
}

function unwrapped(wire: unknown, path: string, secrets: Set<string>): unknown {
  const at = (key: string | number) => (path === "" ? String(key) : `${path}.${key}`);
  if (Array.isArray(wire)) return wire.map((item, i) => unwrapped(item, at(i), secrets));
  if (typeof wire !== "object" || wire === null) return wire;
  const object = wire as Record<string, unknown>;
  if (object[SIGNATURE] === SECRET) {
    secrets.add(path);
    return unwrapped(object["value"], path, secrets);
  }
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, unwrapped(value, at(key), secrets)]));
}
