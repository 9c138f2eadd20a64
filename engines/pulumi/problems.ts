import type { Diagnostic } from "../../constructs/diagnostic.ts";
import { type Native, type Tree, Unknown } from "../../providers/native.ts";
import type { Variable } from "../../providers/provider.ts";

/** What the Pulumi engine cannot write. Each names the place, why, and what to do; what it names is left out of the program. */

const BY_TERRAFORM = "Write the workload with `--engine terraform`";

export function notInPackage(native: Native, packageName: string | undefined): Diagnostic {
  const why = packageName
    ? `${packageName} has no counterpart of ${native.type}`
    : `the provider ${native.provider.name} has no Pulumi package here`;
  return {
    severity: "error",
    code: "EX0420",
    summary: "Pulumi does not have this resource",
    detail: `${why}. ${BY_TERRAFORM}, or take what needs it out of the workload.`,
    address: native.address,
  };
}

export function dataSource(native: Native): Diagnostic {
  return {
    severity: "error",
    code: "EX0421",
    summary: "A data source cannot be written as Pulumi code",
    detail: `${native.type} is looked up rather than made, and a program of constants has no place for it. ${BY_TERRAFORM}.`,
    address: native.address,
  };
}

export function unknownArgument(native: Native, path: string, packageName: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0422",
    summary: "The Pulumi package has no such argument",
    detail: `${packageName} cannot carry ${path} of ${native.type}, and would drop it in silence. Take it out of the overrides, or write the workload with \`--engine terraform\`.`,
    address: native.address,
  };
}

export function misfit(native: Native, path: string, expected: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0423",
    summary: "A value does not fit its argument",
    detail: `${path} of ${native.type} takes ${expected}. Correct the value.`,
    address: native.address,
  };
}

export function missingArgument(native: Native, name: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0424",
    summary: "A required argument is missing",
    detail: `The Pulumi class of ${native.type} asks for ${name}. Set it.`,
    address: native.address,
  };
}

/** Why an expression has no place in the program. */
export interface Refusal {
  readonly kind: "form" | "nowhere" | "circle";
  readonly why: string;
}

const REFUSALS = {
  form: {
    code: "EX0425",
    summary: "An expression cannot be written as Pulumi code",
    remedy: "Give it a plain value, a reference or a variable.",
  },
  nowhere: {
    code: "EX0426",
    summary: "A reference leads nowhere",
    remedy: "Add what it names, or give it a value.",
  },
  circle: {
    code: "EX0429",
    summary: "Resources wait for each other",
    remedy: "Neither can be made first: take one of the references out.",
  },
} as const;

export function refused(address: string, path: string, value: Tree | undefined, { kind, why }: Refusal): Diagnostic {
  const { code, summary, remedy } = REFUSALS[kind];
  const text = value instanceof Unknown ? `${path} is \`${value.expression}\`: ` : `${path}: `;
  return { severity: "error", code, summary, detail: `${text}${why}. ${remedy}`, address };
}

export function secretLiteral(native: Native, path: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0427",
    summary: "A secret would stand in the code",
    detail: `${path} of ${native.type} is a secret and has a literal value. Make it a sensitive variable.`,
    address: native.address,
  };
}

export function secretDefault({ name }: Variable): Diagnostic {
  return {
    severity: "error",
    code: "EX0428",
    summary: "A sensitive variable has a default",
    detail: `The default of ${name} would be a secret in the code; it is left out. Set it with \`pulumi config set --secret\`.`,
    address: `var.${name}`,
  };
}
