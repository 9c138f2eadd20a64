import { toNumber, toText } from "../convert.ts";
import { EvaluationError, type Value } from "../value.ts";
import { type FunctionTable, ofParts } from "./function.ts";

interface Prefix {
  /** The address without its host bits. */
  readonly network: bigint;
  readonly length: number;
  /** 32 or 128. */
  readonly bits: number;
}

function parsePrefix(value: Value | undefined): Prefix {
  const [address = "", length = ""] = toText(value ?? null).split("/");
  const bits = address.includes(":") ? 128 : 32;
  const size = Number(length);
  if (!/^\d+$/.test(length) || size > bits) throw new EvaluationError("a prefix in CIDR notation is required");
  const host = (1n << BigInt(bits - size)) - 1n;
  return { network: parseAddress(address, bits) & ~host, length: size, bits };
}

function parseAddress(address: string, bits: number): bigint {
  const groups = bits === 32 ? address.split(".").map(Number) : expandV6(address);
  const [count, most, width] = bits === 32 ? [4, 255, 8n] : [8, 0xffff, 16n];
  if (groups.length !== count || groups.some((group) => !Number.isInteger(group) || group < 0 || group > most)) {
    throw new EvaluationError(`${address} is not an address`);
  }
  return groups.reduce((sum, group) => (sum << width) | BigInt(group), 0n);
}

function expandV6(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const parse = (part: string): number[] =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  if (tail === undefined) return parse(head);
  const [left, right] = [parse(head), parse(tail)];
  return [...left, ...Array<number>(Math.max(0, 8 - left.length - right.length)).fill(0), ...right];
}

function spell(address: bigint, bits: number): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, i) => ((address >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  // The longest run of zeros is written `::`.
  const runs = [...groups.join(":").matchAll(/\b0(?::0)+\b/g)].sort(
    (a, b) => b[0].length - a[0].length || a.index - b.index,
  );
  const [run] = runs;
  if (run === undefined) return groups.join(":");
  const text = groups.join(":");
  return `${text.slice(0, run.index).replace(/:$/, "")}::${text.slice(run.index + run[0].length).replace(/^:/, "")}`;
}

function subnet(prefix: Prefix, newBits: number, number: number): Prefix {
  const length = prefix.length + newBits;
  if (newBits < 0 || length > prefix.bits) throw new EvaluationError("not enough bits for the subnets");
  const index = BigInt(number);
  if (index < 0n || index >= 1n << BigInt(newBits)) throw new EvaluationError("the subnet number does not fit");
  return { network: prefix.network | (index << BigInt(prefix.bits - length)), length, bits: prefix.bits };
}

const write = (prefix: Prefix): string => `${spell(prefix.network, prefix.bits)}/${prefix.length}`;

/** One after the other, each at the next place where its size fits. */
function subnets(prefix: Prefix, sizes: readonly number[]): Value {
  let next = prefix.network;
  const end = prefix.network + (1n << BigInt(prefix.bits - prefix.length));
  return sizes.map((newBits) => {
    const length = prefix.length + newBits;
    if (newBits < 1 || length > prefix.bits) throw new EvaluationError("not enough bits for the subnets");
    const size = 1n << BigInt(prefix.bits - length);
    const start = ((next + size - 1n) / size) * size;
    next = start + size;
    if (next > end) throw new EvaluationError("not enough room for the subnets");
    return write({ network: start, length, bits: prefix.bits });
  });
}

export const network: FunctionTable = ofParts({
  cidrsubnet: ([prefix, newBits, number]) =>
    write(subnet(parsePrefix(prefix), toNumber(newBits ?? null), toNumber(number ?? null))),
  cidrsubnets: ([prefix, ...sizes]) => subnets(parsePrefix(prefix), sizes.map(toNumber)),
  cidrhost: ([prefix, number]) => {
    const { network: start, length, bits } = parsePrefix(prefix);
    const size = 1n << BigInt(bits - length);
    const wanted = BigInt(Math.trunc(toNumber(number ?? null)));
    const offset = wanted < 0n ? size + wanted : wanted;
    if (offset < 0n || offset >= size) throw new EvaluationError("the host number does not fit");
    return spell(start | offset, bits);
  },
  cidrnetmask: ([prefix]) => {
    const { length, bits } = parsePrefix(prefix);
    if (bits !== 32) throw new EvaluationError("an IPv4 prefix is required");
    return spell(((1n << 32n) - 1n) ^ ((1n << BigInt(32 - length)) - 1n), 32);
  },
});
