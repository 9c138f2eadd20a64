import type { Expression } from "../ast.ts";
import type { Scope } from "../scope.ts";
import type { Value } from "../value.ts";

export type Evaluate = (expression: Expression, scope: Scope) => Value;

/** A function of the language. `undefined` as a result: it depends on what is not known. */
export interface HclFunction {
  /**
   * What must be known before it is called: every part of every argument, the arguments themselves (their parts may be
   * unknown), or nothing.
   */
  readonly needs: "parts" | "arguments" | "nothing";
  /** The result is a collection, so that an unknown result hides a structure. */
  readonly collection?: boolean;
  call(args: readonly Value[], scope: Scope, evaluate: Evaluate): Value | undefined;
}

export type FunctionTable = Readonly<Record<string, HclFunction>>;

type Implementation = HclFunction["call"];

/** Functions of fully known arguments. */
export function ofParts(table: Readonly<Record<string, Implementation>>, collection = false): FunctionTable {
  return Object.fromEntries(Object.entries(table).map(([name, call]) => [name, { needs: "parts", collection, call }]));
}

/** Functions that look at the shape of their arguments only. */
export function ofShapes(table: Readonly<Record<string, Implementation>>, collection = false): FunctionTable {
  return Object.fromEntries(
    Object.entries(table).map(([name, call]) => [name, { needs: "arguments", collection, call }]),
  );
}
