import { isDeepStrictEqual } from "node:util";
import {
  App,
  TerraformDataSource,
  type TerraformMetaArguments,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
} from "cdktn";
import { Construct, RootConstruct } from "constructs";
import type { Native } from "../providers/native.ts";
import type { Cloud, TerraformProvider as Provider, ResourceSchema, Variable } from "../providers/provider.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import type { Output, Synthesis } from "../providers/synthesis.ts";
import { camelBlock } from "./camel-arguments.ts";
import { engineSchema } from "./schema-repairs.ts";
import { templateText } from "./template.ts";
import { argumentsJson, type Json, type JsonObject, jsonText, valueJson } from "./terraform-json.ts";
import { gitignore, tfvarsExample } from "./terraform-project.ts";

// Each class makes hundreds of objects, each of which would record where it was made: half the time of a synthesis.
process.env.CDKTN_DISABLE_CREATION_STACK ??= "1";
process.env.CHECKPOINT_DISABLE ??= "1";

/** Loads the classes of one native type, or undefined where they are not installed or do not exist. */
export type ClassSource = (provider: string, folder: string) => Promise<Readonly<Record<string, unknown>> | undefined>;

export interface TerraformOptions {
  /** Default: the installed classes. */
  readonly classes?: ClassSource;
}

/**
 * The Terraform project of a synthesis: `cdk.tf.json`, `.gitignore`, and `terraform.tfvars.example` where a variable has no
 * default. The same synthesis gives the same bytes, whatever classes are installed.
 */
export async function terraformFiles(
  synthesis: Synthesis,
  cloud: Cloud,
  options: TerraformOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const stack = await terraformStack(new RootConstruct(), synthesis, cloud, options);
  const { "//": _aboutTheStack, ...code } = stack.toTerraform();
  const files = new Map([
    ["cdk.tf.json", jsonText(code)],
    [".gitignore", gitignore],
  ]);
  const example = tfvarsExample(synthesis.variables);
  if (example) files.set("terraform.tfvars.example", example);
  return files;
}

/** The same as an app of CDK Terrain: writes `cdktf.out`, or where its command line says, and gives the folder. */
export async function terraformApp(synthesis: Synthesis, cloud: Cloud): Promise<string> {
  const app = new App();
  await terraformStack(app, synthesis, cloud);
  app.synth();
  return app.outdir;
}

/** The stack of a synthesis as constructs, each native below its component, so that aspects and other constructs see it. */
export async function terraformStack(
  within: Construct,
  synthesis: Synthesis,
  cloud: Cloud,
  { classes = installedClasses }: TerraformOptions = {},
): Promise<TerraformStack> {
  const stack = new TerraformStack(within, synthesis.cloud);
  const used = new Set(synthesis.natives.map((native) => native.provider.name));
  // Without components it is a provider block still.
  for (const [i, provider] of cloud.providers.entries()) {
    if (i === 0 || used.has(provider.name)) new ProviderBlock(stack, provider, synthesis.region);
  }
  addSection(stack, "variable", synthesis.variables, variableJson);
  const scopes = componentScopes(stack, synthesis);
  const loaded = new Map<string, ElementClass | undefined>();
  for (const native of synthesis.natives) {
    const key = `${native.mode} ${native.type}`;
    if (!loaded.has(key)) loaded.set(key, await classOf(native, classes));
    const schema = resourceSchema(cloud, native);
    addNative(scopes.get(native) ?? stack, native, schema && engineSchema(native.type, schema), loaded.get(key));
  }
  addSection(stack, "output", synthesis.outputs, outputJson);
  return stack;
}

/** A native of one component stands below it; one merged from several stands beside them. */
function componentScopes(stack: TerraformStack, synthesis: Synthesis): Map<Native, Construct> {
  const owners = new Map<Native, string[]>();
  for (const [id, natives] of synthesis.components) {
    for (const native of natives) owners.set(native, [...(owners.get(native) ?? []), id]);
  }
  const scopes = new Map<string, Construct>();
  const scopeOf = (id: string) => {
    const scope = scopes.get(id) ?? new Construct(stack, id);
    scopes.set(id, scope);
    return scope;
  };
  return new Map(
    [...owners].flatMap(([native, ids]) => (ids.length === 1 && ids[0] ? [[native, scopeOf(ids[0])]] : [])),
  );
}

// ---------------------------------------------------------------- elements

type Element = (TerraformResource | TerraformDataSource) & { synthesizeAttributes(): Record<string, unknown> };
type ElementClass = new (scope: Construct, id: string, config: object) => Element;

/** Adds the class of the type where it writes exactly the arguments; else a generic element, which writes the same. */
function addNative(
  scope: Construct,
  native: Native,
  schema: ResourceSchema | undefined,
  Typed: ElementClass | undefined,
): void {
  const args = argumentsJson(native.args, schema?.block);
  const id = `${native.mode === "data" ? "data." : ""}${native.type}.${native.name}`;
  if (Typed && schema) {
    const element = new Typed(scope, id, { ...camelBlock(args, schema.block), ...metaArguments(native) });
    if (isDeepStrictEqual(withoutUndefined(element.synthesizeAttributes()), args)) {
      element.overrideLogicalId(native.name);
      return;
    }
    scope.node.tryRemoveChild(id);
  }
  const Generic = native.mode === "data" ? GenericDataSource : GenericResource;
  new Generic(scope, id, native, args).overrideLogicalId(native.name);
}

function metaArguments({ dependsOn, lifecycle }: Native): TerraformMetaArguments {
  const { preventDestroy, createBeforeDestroy, ignoreChanges } = lifecycle ?? {};
  return {
    ...(dependsOn?.length ? { dependsOn: dependsOn.map((fqn) => ({ fqn })) } : {}),
    ...(lifecycle
      ? {
          lifecycle: {
            ...(preventDestroy === undefined ? {} : { preventDestroy }),
            ...(createBeforeDestroy === undefined ? {} : { createBeforeDestroy }),
            ...(ignoreChanges === undefined
              ? {}
              : { ignoreChanges: ignoreChanges === "all" ? "all" : [...ignoreChanges] }),
          },
        }
      : {}),
  };
}

class GenericResource extends TerraformResource {
  private readonly args: JsonObject;
  constructor(scope: Construct, id: string, native: Native, args: JsonObject) {
    super(scope, id, { terraformResourceType: native.type, ...metaArguments(native) });
    this.args = args;
  }
  protected override synthesizeAttributes(): Record<string, unknown> {
    return this.args;
  }
}

class GenericDataSource extends TerraformDataSource {
  private readonly args: JsonObject;
  constructor(scope: Construct, id: string, native: Native, args: JsonObject) {
    super(scope, id, { terraformResourceType: native.type, ...metaArguments(native) });
    this.args = args;
  }
  protected override synthesizeAttributes(): Record<string, unknown> {
    return this.args;
  }
}

/** The region only: credentials and endpoints come from the environment. */
class ProviderBlock extends TerraformProvider {
  private readonly args: JsonObject;
  constructor(scope: Construct, { name, source, versions, block }: Provider, region: string) {
    super(scope, `provider.${name}`, {
      terraformResourceType: name,
      terraformProviderSource: source,
      terraformGeneratorMetadata: { providerName: name, providerVersionConstraint: versions },
    });
    this.args = argumentsJson(block(region), undefined);
  }
  protected override synthesizeAttributes(): Record<string, unknown> {
    return this.args;
  }
}

/** Not an element for each: as many elements take as long as the resources. The engine refuses a section without entries. */
function addSection<T extends { readonly name: string }>(
  stack: TerraformStack,
  section: string,
  entries: readonly T[],
  json: (entry: T) => Json,
): void {
  if (entries.length === 0) return;
  stack.addOverride(section, Object.fromEntries(entries.map((entry) => [entry.name, json(entry)])));
}

function variableJson({ type, description, sensitive, default: fallback }: Variable): Json {
  return {
    type,
    description: templateText(description),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(fallback === undefined ? {} : { default: valueJson(fallback) }),
  };
}

function outputJson({ description, value }: Output): Json {
  return { description: templateText(description), value: valueJson(value) };
}

// ---------------------------------------------------------------- classes

/** The optional peer's classes for AWS, those generated from the committed schema for Scaleway. */
const installedClasses: ClassSource = async (provider, folder) => {
  try {
    if (provider === "aws") return await import(`@cdktn/provider-aws/lib/${folder}/index.js`);
    if (provider === "scaleway") return await import(`#scaleway/${folder}`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!/^(ERR_)?(MODULE_NOT_FOUND|PACKAGE_PATH_NOT_EXPORTED)$/.test(code)) throw error;
  }
  return undefined;
};

/** The class whose type is the native's. Two of the names that the generator changed end in `-resource`. */
async function classOf({ mode, type, provider }: Native, classes: ClassSource): Promise<ElementClass | undefined> {
  const rest = type.slice(provider.name.length + 1).replaceAll("_", "-");
  const folder = mode === "data" ? `data-${provider.name}-${rest}` : rest;
  const found = (await classes(provider.name, folder)) ?? (await classes(provider.name, `${folder}-resource`));
  return Object.values(found ?? {}).find(
    (exported): exported is ElementClass =>
      typeof exported === "function" && "tfResourceType" in exported && exported.tfResourceType === type,
  );
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([k, v]) => (v === undefined ? [] : [[k, withoutUndefined(v)]])),
  );
}
