import type { Construct } from "constructs";
import * as classes from "../../constructs/components.ts";
import { type Kind, kindNames } from "../../constructs/kinds.ts";
import type { Component } from "../../constructs/workload.ts";

type ComponentClass = new (scope: Construct, id: string, props: never) => Component;

const pascal = (kind: string) => kind.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Classes by the kind that their name says. */
export const COMPONENTS_BY_KIND = Object.fromEntries(
  kindNames.map((kind) => [kind, (classes as Record<string, unknown>)[pascal(kind)]]),
) as Record<Kind, ComponentClass>;
