import { Unknown } from "../../providers/native.ts";
import type { FileCache } from "./file-cache.ts";
import type { HclParser } from "./parse.ts";
import { EvaluationError, Handle, type Value } from "./value.ts";

/** What evaluating needs beside the expression: the same for everything in one root. */
export interface Surroundings {
  readonly parser: HclParser;
  readonly files: FileCache;
  /** Directory of the root module: relative paths in expressions start here. */
  readonly directory: string;
  /**
   * While true, references to configured arguments and sensitive variables give their values instead of unknowns. Only
   * to decide how many of something there are; such a value never reaches a native.
   */
  seeThrough: boolean;
}

/** Where names are looked up. */
export interface Scope {
  readonly surroundings: Surroundings;
  /** Value of a first name (`var`, `local`, a resource type, a loop variable); undefined when nothing has it. */
  lookup(name: string): Value | undefined;
}

/** A scope with a few names more: loop variables, `each`, `count`, iterators. */
export function withNames(parent: Scope, names: Readonly<Record<string, Value>>): Scope {
  return {
    surroundings: parent.surroundings,
    lookup: (name) => (Object.hasOwn(names, name) ? names[name] : parent.lookup(name)),
  };
}

/** A scope for expressions that may refer to nothing: types, defaults. */
export function emptyScope(surroundings: Surroundings): Scope {
  return { surroundings, lookup: () => undefined };
}

/** `var`, `local`, `path`, …: a name whose attributes are found one by one. */
export class Namespace extends Handle {
  private readonly name: string;
  private readonly get: (name: string) => Value | undefined;

  constructor(name: string, get: (name: string) => Value | undefined) {
    super();
    this.name = name;
    this.get = get;
  }

  override attribute(name: string): Value {
    const value = this.get(name);
    if (value === undefined) throw new Undeclared(`${this.name}.${name}`);
    return value;
  }

  override index(key: Value): Value {
    if (typeof key !== "string") throw new EvaluationError(`${this.name} has no elements`);
    return this.attribute(key);
  }

  override expand(): Value {
    return this;
  }

  override settle(): Value {
    return new Unknown(this.name);
  }

  override sample(): Value {
    return this;
  }
}

/** A reference to something that the module does not declare. */
export class Undeclared extends EvaluationError {
  readonly reference: string;
  constructor(reference: string) {
    super(`${reference} is not declared in this module`);
    this.reference = reference;
  }
}
