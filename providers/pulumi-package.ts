/** The Pulumi package bridged from a Terraform provider: what its code is called there. */
export interface PulumiPackage {
  /** Name of the npm package. */
  readonly package: string;
  /** Versions the tables hold for, as an npm range. */
  readonly versions: string;
  /** By Terraform type. A type without an entry is not in the package. Read once and kept. */
  tokens(): Readonly<Record<string, PulumiToken>>;
  /** What each resource takes, down to nested objects. Absent: the tokens give the arguments, the Terraform schema what is inside. */
  inputs?(): PulumiInputs;
}

/** How one Terraform type is named in the package. Paths are dotted Terraform paths without list positions. */
export interface PulumiToken {
  /** `package:module/file:Class` */
  readonly t: string;
  /** Class as a program writes it: `package.module.Class`. */
  readonly c: string;
  /** Required and optional inputs, in Pulumi's names. */
  readonly req: readonly string[];
  readonly in: readonly string[];
  /** Path → name, where it is not plain camelCase. */
  readonly ren?: Readonly<Record<string, string>>;
  /** Paths of blocks that are one object here, a list in Terraform. */
  readonly one?: readonly string[];
  /** Arguments of the Terraform schema that the package does not have. */
  readonly lack?: readonly string[];
}

/** Types of inputs as a Pulumi package schema writes them. */
export interface PulumiInputs {
  readonly resources: Readonly<Record<string, { readonly inputProperties: Readonly<Record<string, PulumiType>> }>>;
  readonly types: Readonly<Record<string, { readonly properties: Readonly<Record<string, PulumiType>> }>>;
}

export type PulumiType =
  | { readonly type: "string" | "number" | "integer" | "boolean" }
  | { readonly type: "array"; readonly items: PulumiType }
  | { readonly type: "object"; readonly additionalProperties: PulumiType }
  /** `#/types/` and the name of an entry of `types`. */
  | { readonly $ref: string };
