import { type Tree, Unknown } from "./native.ts";
import type { Cursor, RaiseContext } from "./provider.ts";
import { known } from "./values.ts";

// User data goes to cloud-init, which every image of every cloud here runs: https://cloudinit.readthedocs.io/en/latest/explanation/format.html, 2026-11-25.

const BOUNDARY = "exeat-parts";
const KEYS_ONLY = /^#cloud-config\nssh_authorized_keys:\n((?: {2}- .+\n)+)$/;
/** Lists of two parts are put together instead of the later one taking the earlier one's place. */
const MERGE = "Merge-Type: list(append)+dict(recurse_array)+str()";

/** User data that also lets the keys in, for machines whose cloud takes fewer keys, or none for one machine alone. */
export function withKeys(userData: string | undefined, keys: readonly string[]): string | undefined {
  if (keys.length === 0) return userData;
  const config = `#cloud-config\nssh_authorized_keys:\n${keys.map((key) => `  - ${key}\n`).join("")}`;
  if (userData === undefined) return config;
  return [
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    "MIME-Version: 1.0",
    "",
    `--${BOUNDARY}`,
    ...(isMultipart(userData) ? [] : [`Content-Type: ${typeOf(userData)}`, ""]),
    userData,
    `--${BOUNDARY}`,
    "Content-Type: text/cloud-config",
    MERGE,
    "",
    config,
    `--${BOUNDARY}--`,
    "",
  ].join("\n");
}

/** Takes apart what `withKeys` put together; any other text is user data as it stands. */
function withoutKeys(text: string): { readonly userData?: string; readonly keys: readonly string[] } {
  const alone = keysIn(text);
  if (alone) return { keys: alone };
  const parts = text.split(`--${BOUNDARY}`);
  const [, first, second] = parts;
  if (parts.length !== 4 || first === undefined || second === undefined) return { userData: text, keys: [] };
  const keys = keysIn(bodyOf(second));
  if (!keys) return { userData: text, keys: [] };
  const inner = first.slice(1, -1);
  return { userData: isMultipart(inner) ? inner : bodyOf(first), keys };
}

function keysIn(text: string): readonly string[] | undefined {
  const lines = KEYS_ONLY.exec(text)?.[1];
  return lines
    ?.trimEnd()
    .split("\n")
    .map((line) => line.slice(4));
}

/** What follows the headers, without the line break that belongs to the boundary. */
function bodyOf(part: string): string {
  return part.slice(part.indexOf("\n\n") + 2, -1);
}

function isMultipart(text: string): boolean {
  return text.startsWith("Content-Type: multipart/");
}

function typeOf(userData: string): string {
  if (userData.startsWith("#cloud-config")) return "text/cloud-config";
  if (userData.startsWith("#include")) return "text/x-include-url";
  if (userData.startsWith("#cloud-boothook")) return "text/cloud-boothook";
  return "text/x-shellscript";
}

/** Text behind base64; what is compressed stays unknown. */
export function fromBase64(value: Tree | undefined): Tree | undefined {
  return known(value, (v) => {
    const bytes = Buffer.from(String(v), "base64");
    return bytes[0] === 0x1f && bytes[1] === 0x8b
      ? new Unknown("user data that is compressed")
      : bytes.toString("utf8");
  });
}

/** User data as props: the keys that stand in it are keys. */
export function readUserData(machine: Cursor, text: Tree | undefined, keys: readonly Tree[], ctx: RaiseContext): void {
  const { userData, keys: more }: ReturnType<typeof withoutKeys> =
    typeof text === "string" ? withoutKeys(text) : { keys: [] };
  const all = [...keys, ...more];
  if (all.length > 0) ctx.props.set("sshKeys", all);
  // A state keeps no more of it than a hash.
  const isHash = machine.fromState && typeof text === "string" && /^[0-9a-f]{40}$/.test(text);
  const hash = new Unknown("user data of which a state holds the hash");
  ctx.props.set("userData", isHash ? hash : typeof text === "string" ? userData : text);
}
