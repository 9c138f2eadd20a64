/** Providers of the engines' own words: what they make stands at no cloud. */
export const MAKE_NOTHING: ReadonlySet<string> = new Set([
  "archive",
  "cloudinit",
  "external",
  "http",
  "local",
  "null",
  "random",
  "template",
  "terraform",
  "time",
  "tls",
]);

/**
 * The system that a module is written for, by its address in a registry: the last part of `namespace/name/system`
 * (https://developer.hashicorp.com/terraform/internals/module-registry-protocol, read 2026-11-27). Undefined for other addresses.
 */
export function systemOf(source: string): string | undefined {
  const [address = ""] = source.split("//");
  return /^[\w.-]+(?:\/[\w-]+){2,3}$/.test(address) ? address.split("/").at(-1) : undefined;
}
