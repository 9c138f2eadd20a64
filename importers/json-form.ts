import type { Diagnostic, Location } from "../constructs/diagnostic.ts";
import type { EmptyResource, Hole, Move, Native } from "../providers/native.ts";
import type { ImportKnowledge } from "./importer.ts";
import type { Redactor } from "./redact.ts";

/** What reading a plan or a state needs besides its content. */
export interface JsonContext {
  /** Name of the root its natives belong to. */
  readonly root: string;
  readonly at: Location;
  readonly knowledge: ImportKnowledge;
  readonly redactor: Redactor;
  note(diagnostic: Diagnostic): void;
}

/** What a plan or a state contains. */
export interface JsonContent {
  readonly natives: readonly Native[];
  readonly holes: readonly Hole[];
  readonly empty: readonly EmptyResource[];
  readonly moves?: readonly Move[];
  readonly unreadable: readonly { readonly type: string; readonly address: string; readonly at: Location }[];
  /** Addresses that a plan's configuration has and the plan says nothing of: it was made for a part. */
  readonly leftOut?: readonly string[];
  /** Names of the root's variables that a plan has values of. */
  readonly given?: readonly string[];
  /** Addresses among the natives that a plan puts off to a later one. */
  readonly deferred?: readonly string[];
}

export type JsonObject = { readonly [key: string]: unknown };

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function asKey(value: unknown): string | number | undefined {
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}
