import { decode, Encoder, ExtensionCodec } from "@msgpack/msgpack";
import { isList, isObject, type Tree, Unknown } from "../../providers/native.ts";
import type { SchemaAttribute, SchemaBlock } from "../../providers/provider.ts";

/** A value whose type the schema leaves open: carried with its type, never looked into. */
export class Opaque extends Unknown {
  /** The type as JSON text, and the value. */
  readonly typed: readonly [type: Uint8Array, value: unknown];

  constructor(typed: readonly [Uint8Array, unknown]) {
    super("");
    this.typed = typed;
  }
}

const unknown = new Unknown("");

/** Unknown values are extension 0, or 12 where something is known of them; which is not used here. */
const codec = new ExtensionCodec();
for (const type of [0, 12]) {
  codec.register({
    type,
    encode: (value) => (type === 0 && value instanceof Unknown ? new Uint8Array([0]) : null),
    decode: () => unknown,
  });
}
const encoder = new Encoder({ extensionCodec: codec });

/** A value of the protocol as a tree; null where there is no resource. */
export function decodeValue(msgpack: Uint8Array): Tree {
  return fromWire(decode(msgpack, { extensionCodec: codec }));
}

/** Only a value of no fixed type begins with bytes: its type. */
function fromWire(raw: unknown): Tree {
  if (raw === null || raw instanceof Unknown || typeof raw !== "object") return raw as Tree;
  if (Array.isArray(raw)) return raw[0] instanceof Uint8Array ? new Opaque([raw[0], raw[1]]) : raw.map(fromWire);
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, fromWire(value)]));
}

export function encodeValue(value: Tree, block: SchemaBlock): Uint8Array {
  return encoder.encode(toWire(value, block));
}

/** The whole object that the protocol asks for: every attribute and block of the schema, null or empty where nothing is said. */
function toWire(value: Tree, block: SchemaBlock): unknown {
  if (!isObject(value)) return value;
  const attributes = Object.entries(block.attributes ?? {}).map(([name, attribute]) => [
    name,
    attributeToWire(value[name] ?? null, attribute),
  ]);
  const blocks = Object.entries(block.block_types ?? {}).map(([name, { nesting_mode, block }]) => {
    const items = value[name];
    if (nesting_mode === "single") return [name, items === undefined ? null : toWire(items, block)];
    if (nesting_mode === "map") return [name, eachToWire(items ?? {}, (item) => toWire(item, block))];
    return [name, isList(items) ? items.map((item) => toWire(item, block)) : (items ?? [])];
  });
  return Object.fromEntries([...attributes, ...blocks]);
}

function attributeToWire(value: Tree, { type, nested_type }: SchemaAttribute): unknown {
  if (!nested_type) return typedToWire(value, type);
  const block: SchemaBlock = { attributes: nested_type.attributes };
  if (isList(value)) return value.map((item) => toWire(item, block));
  return nested_type.nesting_mode === "map" ? eachToWire(value, (item) => toWire(item, block)) : toWire(value, block);
}

function typedToWire(value: Tree, type: unknown): unknown {
  if (value instanceof Opaque) return value.typed;
  // A stored state writes the type beside the value.
  if (type === "dynamic" && isObject(value)) return [Buffer.from(JSON.stringify(value["type"])), value["value"]];
  if (value === null || value instanceof Unknown || !Array.isArray(type)) return value;
  const [kind, element] = type as [string, unknown];
  if (isList(value)) return value.map((item) => typedToWire(item, element));
  if (kind !== "object") return eachToWire(value, (item) => typedToWire(item, element));
  const given = value as { readonly [key: string]: Tree };
  return Object.fromEntries(
    Object.entries(element as object).map(([name, of]) => [name, typedToWire(given[name] ?? null, of)]),
  );
}

function eachToWire(value: Tree, make: (item: Tree) => unknown): unknown {
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, make(item)])) : value;
}
