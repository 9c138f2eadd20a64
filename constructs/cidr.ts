import { z } from "zod";
import { prop } from "./component.ts";

const byte = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const ADDRESS = new RegExp(`^(${byte}\\.){3}${byte}$`);

/** The same addresses, however the range is spelt. */
export const SAME_RANGE = { satisfies: { rule: "sameRange" } } as const;

/** A range of IPv4 addresses, e.g. `10.0.0.0/16`. */
export const Ipv4Range = prop(
  z
    .string()
    .regex(new RegExp(`^(${byte}\\.){3}${byte}/(3[0-2]|[12]?\\d)$`), "a range of IPv4 addresses, as `10.0.0.0/16`"),
  SAME_RANGE,
);

/** A range of IPv4 or IPv6 addresses. */
export const AddressRange = prop(
  z.union([Ipv4Range, z.cidrv6()], "a range of addresses, as `10.0.0.0/16`; one address is `192.0.2.7/32`"),
  SAME_RANGE,
);

/** A range by its first address: `10.0.0.5/24` is `10.0.0.0/24`, and one address is a range of its own. What is no range stays as it is. */
export function networkRange(text: string): string {
  const [address = "", length, ...more] = text.split("/");
  const isLong = address.includes(":");
  const size = isLong ? 128 : 32;
  const value = isLong ? longValue(address) : ipv4Value(address);
  const prefix = length === undefined ? size : /^\d+$/.test(length) ? Number(length) : undefined;
  if (value === undefined || prefix === undefined || prefix > size || more.length > 0) return text;
  const inside = BigInt(value) & ((1n << BigInt(size - prefix)) - 1n);
  if (inside === 0n) return `${address}/${prefix}`;
  const first = BigInt(value) - inside;
  return `${isLong ? longText(first) : ipv4Text(Number(first))}/${prefix}`;
}

/** An IPv4 address as a number; undefined for what is none. */
export function ipv4Value(address: string): number | undefined {
  if (!ADDRESS.test(address)) return undefined;
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

export function ipv4Text(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

function longValue(address: string): bigint | undefined {
  if (!z.ipv6().safeParse(address).success) return undefined;
  const groups = (text: string) => text.split(":").filter((group) => group !== "");
  // The short form of an address by the URL standard has no dots in it.
  const [head = "", tail = ""] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const zeros = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(zeros).fill("0"), ...groups(tail)];
  return all.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

function longText(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 65_535n).toString(16));
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}
