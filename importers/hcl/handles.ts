import { Unknown } from "../../providers/native.ts";
import { keyText } from "../address.ts";
import { type Expansion, type Key, keysOf } from "./expansion.ts";
import { EvaluationError, Handle, mapOf, type Value } from "./value.ts";

/** What a handle needs of the thing behind it. */
export interface Expandable {
  /** Address without an instance key. */
  readonly address: string;
  expansion(): Expansion;
  /** An attribute of one instance, an output of one module. */
  attribute(key: Key, name: string): Value;
  /** One instance as a whole. */
  settle(key: Key): Value;
}

/** A resource, data source or module call, before an instance is chosen. */
export class BlockHandle extends Handle {
  private readonly thing: Expandable;

  constructor(thing: Expandable) {
    super();
    this.thing = thing;
  }

  override attribute(name: string): Value {
    const expansion = this.thing.expansion();
    if (expansion.kind === "each") return this.instance(name).checked(expansion, name);
    if (expansion.kind === "count")
      throw new EvaluationError(`${this.thing.address} has count set: an index is needed`);
    return this.thing.attribute(undefined, name);
  }

  override index(key: Value): Value {
    const expansion = this.thing.expansion();
    if (expansion.kind === "single") {
      if (typeof key === "string") return this.thing.attribute(undefined, key);
      throw new EvaluationError(`${this.thing.address} has no instances`);
    }
    if (expansion.kind === "unknown") return this.instance(undefined);
    if (key instanceof Unknown || key instanceof Handle) {
      const whole = `${this.thing.address}[*]`;
      return new Unknown(
        whole,
        keysOf(expansion).map((one) => ({ to: this.thing.address + keyText(one), attr: "" })),
      );
    }
    const found = keysOf(expansion).find((one) => String(one) === String(key));
    if (found === undefined) throw new EvaluationError(`${this.thing.address} has no instance ${JSON.stringify(key)}`);
    return this.instance(found);
  }

  private instance(key: Key): InstanceHandle {
    return new InstanceHandle(this.thing, key);
  }

  override expand(): Value {
    const expansion = this.thing.expansion();
    switch (expansion.kind) {
      case "single":
        return this.instance(undefined);
      case "unknown":
        return new Unknown(this.thing.address, [{ to: this.thing.address, attr: "" }], { structural: true });
      case "count":
        return keysOf(expansion).map((key) => this.instance(key));
      case "each":
        return mapOf(keysOf(expansion).map((key) => [String(key), this.instance(key)]));
    }
  }

  override sample(): Value {
    return this.instance(undefined);
  }

  override settle(): Value {
    const expansion = this.thing.expansion();
    return expansion.kind === "single" ? this.thing.settle(undefined) : this.expand();
  }
}

/** One instance. */
class InstanceHandle extends Handle {
  private readonly thing: Expandable;
  private readonly key: Key;

  constructor(thing: Expandable, key: Key) {
    super();
    this.thing = thing;
    this.key = key;
  }

  /** `block.k` with for_each: the same as `block["k"]`. */
  checked(expansion: Expansion, key: string): Value {
    if (keysOf(expansion).includes(key)) return this;
    throw new EvaluationError(`${this.thing.address} has no instance "${key}"`);
  }

  override attribute(name: string): Value {
    return this.thing.attribute(this.key, name);
  }

  override index(key: Value): Value {
    if (typeof key !== "string") throw new EvaluationError(`${this.thing.address} has no such element`);
    return this.attribute(key);
  }

  override expand(): Value {
    return this;
  }

  override sample(): Value {
    return this;
  }

  override settle(): Value {
    return this.thing.settle(this.key);
  }
}
