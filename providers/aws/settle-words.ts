import type { Ref } from "../../constructs/component.ts";
import type { Authored } from "../synthesis.ts";

/** Says of a component what was asked for and cannot be so. */
export type Warn = (address: string, detail: string) => void;

/** By component: who refers to it, and how. */
export type Users = ReadonlyMap<string, readonly { readonly user: Authored; readonly reference: Ref }[]>;
