import { parse } from "yaml";
import { isObject, type Native, type Tree, Unknown } from "./native.ts";
import { lookUp } from "./paths.ts";
import { type Cloud, type ForeignType, isImplemented } from "./provider.ts";

/** What a template makes that stands in the code, by its own types; undefined where it is elsewhere, or where it may make more than it lists. */
export function templateResources(
  { args }: Native,
  { makes }: Pick<ForeignType, "makes">,
): ReadonlyMap<string, number> | undefined {
  const document = makes?.body === undefined ? undefined : documentAt(args, makes.body);
  const resources = isObject(document) && !("Transform" in document) ? document["Resources"] : undefined;
  if (!isObject(resources)) return undefined;
  const counts = new Map<string, number>();
  for (const resource of Object.values(resources)) {
    const type = isObject(resource) ? resource["Type"] : undefined;
    if (typeof type !== "string" || makes?.like(type) === "more") return undefined;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts.size > 0 ? counts : undefined;
}

/** What a native makes, in a few words; where that is not here, where it is looked for. */
export function templateInWords(native: Native, type: Pick<ForeignType, "makes">): string {
  const read = templateResources(native, type);
  if (read) return [...read].map(([name, count]) => `${count} × ${name}`).join(", ");
  const places = [...(type.makes?.body === undefined ? [] : [type.makes.body]), ...(type.makes?.elsewhere ?? [])];
  return places.find((place) => lookUp(native.args, place) !== undefined) ?? native.address;
}

/** The native type of a cloud that is the like of a template's own, among those that are claimed or described. */
export function likeType(type: string, { makes }: Pick<ForeignType, "makes">, cloud: Cloud): string | undefined {
  const names = makes?.like(type) ?? [];
  const claimed = Object.values(cloud.kinds).flatMap((kind) => (isImplemented(kind) ? kind.claims : []));
  const types = [...claimed.map((c) => c.type), ...Object.keys(cloud.foreign)];
  return types.find((known) => names.includes(known.replaceAll("_", "")));
}

/** Types in templates of which the cloud knows no like: anybody may have named them. */
export function unlikeTypes(natives: readonly Native[], makes: Pick<ForeignType, "makes">, cloud: Cloud): string[] {
  const types = natives.flatMap((native) => [...(templateResources(native, makes)?.keys() ?? [])]);
  return types.filter((type) => likeType(type, makes, cloud) === undefined);
}

function documentAt(args: Tree, path: string): Tree | undefined {
  const value = lookUp(args, path)?.value;
  if (value instanceof Unknown) return value.options.document;
  if (typeof value !== "string") return undefined;
  try {
    // JSON is YAML. Tags such as !Ref are left as what they stand on.
    return parse(value, { logLevel: "silent", maxAliasCount: 100 }) as Tree;
  } catch {
    return undefined;
  }
}
