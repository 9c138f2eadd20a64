import type { Native } from "../../providers/native.ts";
import { type CalledHosts, hostFor } from "../called-hosts.ts";
import type { ImportKnowledge } from "../importer.ts";
import { accountOf } from "../provider-account.ts";
import { attributeOf, type Block, type Expression, sourceText } from "./ast.ts";
import { attempt } from "./evaluate.ts";
import type { ModuleInstance } from "./module-instance.ts";
import { hostsCalledBy } from "./provider-hosts.ts";

type Provider = Native["provider"];
type Configured = Provider & { readonly hosts?: CalledHosts };

/** Finds which provider configuration a resource uses: its own module's, one passed to the module, or the parent's. */
export class ProviderFinder {
  private readonly found = new Map<ModuleInstance, Map<string, Configured>>();
  private readonly knowledge: ImportKnowledge;

  constructor(knowledge: ImportKnowledge) {
    this.knowledge = knowledge;
  }

  of(module: ModuleInstance, type: string, meta: Expression | undefined): Provider {
    const { local, alias } = (meta && namesOf(meta)) ?? { local: type.split("_", 1)[0] ?? type, alias: undefined };
    // Resources of the engine itself (`terraform_data`) are of no provider one could configure.
    const found = this.find(module, local, alias);
    if (found.hosts === undefined) return found;
    const { hosts, ...provider } = found;
    return { ...provider, ...hostFor(type, hosts, this.knowledge) };
  }

  private find(module: ModuleInstance, local: string, alias: string | undefined): Configured {
    const known = this.found.get(module) ?? new Map<string, Configured>();
    this.found.set(module, known);
    const key = `${local}.${alias ?? ""}`;
    const provider = known.get(key) ?? this.resolve(module, local, alias);
    known.set(key, provider);
    return provider;
  }

  private resolve(module: ModuleInstance, local: string, alias: string | undefined): Configured {
    const { source, site } = module;
    const own = source.providers.find((block) => block.labels[0] === local && aliasOf(block) === alias);
    const passed = site && passedTo(site.block, alias === undefined ? local : `${local}.${alias}`);
    if (site !== undefined && passed !== undefined) return this.find(site.parent, passed.local, passed.alias);
    const name = source.providerNames.get(local) ?? local;
    if (own !== undefined) {
      const region = attributeOf(own.body, "region");
      const value = region && attempt(region, module);
      return {
        name,
        ...(alias !== undefined && { alias }),
        ...(typeof value === "string" && { region: value }),
        ...account(own),
        ...hostsCalledBy(own, module),
      };
    }
    // A default configuration reaches modules by itself, under the name the parent has for the same provider.
    if (site !== undefined && alias === undefined) {
      const names = [...site.parent.source.providerNames].find(([, short]) => short === name);
      return { ...this.find(site.parent, names?.[0] ?? local, undefined), name };
    }
    return { name, ...(alias !== undefined && { alias }) };
  }
}

/** All that a configuration says besides its name and where it works. */
function account({ body }: Block): Pick<Provider, "account"> {
  const said = body.attributes
    .filter(({ name }) => !["alias", "region", "version"].includes(name))
    .map((a) => sourceText(a.value));
  return accountOf([...said, ...body.blocks.map(sourceText)]);
}

function aliasOf(block: Block): string | undefined {
  const alias = attributeOf(block.body, "alias");
  return alias?.kind === "literal" ? String(alias.value) : undefined;
}

/** `aws`, `aws.west`, `aws.by_region[each.key]`. */
function namesOf(expression: Expression): { local: string; alias: string | undefined } | undefined {
  if (expression.kind === "variable") return { local: expression.name, alias: undefined };
  if (expression.kind === "attribute" && expression.of.kind === "variable") {
    return { local: expression.of.name, alias: expression.name };
  }
  if (expression.kind === "index") return namesOf(expression.of);
  if (expression.kind === "literal" && typeof expression.value === "string") {
    const [local = "", alias] = expression.value.split(".");
    return { local, alias };
  }
  return undefined;
}

function passedTo(call: Block, name: string): { local: string; alias: string | undefined } | undefined {
  const providers = attributeOf(call.body, "providers");
  if (providers?.kind !== "object") return undefined;
  for (const item of providers.items) {
    const names = namesOf(item.key);
    if (names !== undefined && [names.local, names.alias].filter((part) => part !== undefined).join(".") === name) {
      return namesOf(item.value);
    }
  }
  return undefined;
}
