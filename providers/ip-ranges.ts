import { ipv4Text, ipv4Value, networkRange } from "../constructs/cidr.ts";

/** A range of IPv4 addresses. */
interface Range {
  readonly first: number;
  readonly prefix: number;
}

/** Undefined for what is no IPv4 range. */
function rangeOf(cidr: string): Range | undefined {
  const [, address = "", length] = /^([^/]+)\/(\d+)$/.exec(cidr) ?? [];
  const [first, prefix] = [ipv4Value(address), Number(length)];
  return first === undefined || prefix > 32 ? undefined : aligned({ first }, prefix);
}

function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

function textOf({ first, prefix }: Range): string {
  return `${ipv4Text(first)}/${prefix}`;
}

function contains(outer: Range, inner: Range): boolean {
  return outer.prefix <= inner.prefix && inner.first - (inner.first % sizeOf(outer.prefix)) === outer.first;
}

/** Whether every address of one range is in the other; false where either is no IPv4 range. */
export function covers(outer: string, inner: string): boolean {
  const [a, b] = [rangeOf(outer), rangeOf(inner)];
  return a !== undefined && b !== undefined && contains(a, b);
}

/** Whether two ranges share an address: one of them holds the other. */
export function overlap(one: string, other: string): boolean {
  return covers(one, other) || covers(other, one);
}

/** The smallest ranges that hold all the others, none larger than the prefix allows; in order. */
export function coveringRanges(cidrs: readonly string[], widestPrefix: number, narrowestPrefix: number): string[] {
  const ranges = cidrs.map(rangeOf).filter((r) => r !== undefined);
  const out: Range[] = [];
  for (const range of ranges.sort((a, b) => a.first - b.first)) {
    const last = out.at(-1);
    const both = last && joined(last, range);
    if (both && both.prefix >= widestPrefix) out[out.length - 1] = both;
    else out.push(aligned(range, Math.min(range.prefix, narrowestPrefix)));
  }
  return out.map(textOf);
}

function joined(a: Range, b: Range): Range {
  let wide = a;
  while (!contains(wide, b)) wide = aligned(wide, wide.prefix - 1);
  return wide;
}

function aligned({ first }: Pick<Range, "first">, prefix: number): Range {
  return { first: first - (first % sizeOf(prefix)), prefix };
}

/** A range of a size that is taken: of a wider one the first part, for a narrower one the smallest that holds it. */
export function rangeWithin(cidr: string, widestPrefix: number, narrowestPrefix: number): string {
  const [first = "", prefix] = networkRange(cidr).split("/");
  if (Number(prefix) < widestPrefix) return `${first}/${widestPrefix}`;
  return Number(prefix) > narrowestPrefix ? networkRange(`${first}/${narrowestPrefix}`) : `${first}/${prefix}`;
}

/** The range of a given number when one is divided into 2^bits, as `cidrsubnet` counts them; undefined where there is no such. */
export function rangePart(cidr: string, bits: number, number: number): string | undefined {
  const whole = rangeOf(cidr);
  const prefix = (whole?.prefix ?? 32) + bits;
  if (!whole || prefix > 32 || number < 0 || number >= 2 ** bits) return undefined;
  return textOf({ first: whole.first + number * sizeOf(prefix), prefix });
}

/**
 * A range as large as another, inside one of the ranges given and apart from all that are taken: of those the one for which the range that
 * holds both is smallest. Undefined where there is none.
 */
export function freeLike(like: string, within: readonly string[], taken: readonly string[]): string | undefined {
  const own = rangeOf(like);
  if (!own) return undefined;
  const others = taken.map(rangeOf).filter((r) => r !== undefined);
  for (const whole of within.map(rangeOf).filter((r) => r !== undefined)) {
    const size = sizeOf(own.prefix);
    const at = contains(whole, own) ? (own.first - whole.first) / size : 0;
    for (let i = 0; i < sizeOf(whole.prefix) / size; i++) {
      const one = { first: whole.first + (at ^ i) * size, prefix: own.prefix };
      if (!others.some((other) => contains(other, one) || contains(one, other))) return textOf(one);
    }
  }
  return undefined;
}

/** How many addresses of a range stand before one of it, and how many after; undefined where it is none of them. */
export function endsOf(cidr: string, address: string): { readonly before: number; readonly after: number } | undefined {
  const [whole, one] = [rangeOf(cidr), rangeOf(`${address}/32`)];
  if (!whole || !one || !contains(whole, one)) return undefined;
  const before = one.first - whole.first;
  return { before, after: sizeOf(whole.prefix) - 1 - before };
}

/** Ranges that the internet does not route: https://www.rfc-editor.org/rfc/rfc1918 (1996-02). */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
/** The same of IPv6, fc00::/7: https://www.rfc-editor.org/rfc/rfc4193 (2005-10). */
const UNIQUE_LOCAL = /^f[cd][0-9a-f]{2}:/i;

/** Whether a range lies inside the private ones. */
export function isPrivate(cidr: string): boolean {
  return PRIVATE.some((range) => covers(range, cidr)) || UNIQUE_LOCAL.test(cidr);
}
