import { canonical } from "../constructs/satisfies.ts";
import { group } from "../providers/group.ts";
import { type Native, type Tree, Unknown } from "../providers/native.ts";
import { attributeAt } from "../providers/normalise.ts";
import { genericPath, leavesOf } from "../providers/paths.ts";
import { type Cloud, isImplemented } from "../providers/provider.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import { withLeaf } from "../providers/with-leaf.ts";
import type { Evidence } from "./evidence.ts";
import { law } from "./law.ts";
import { type Reading, surveyOf } from "./reading.ts";
import type { Specimen } from "./specimen.ts";

export const noSecret = law<Specimen>(
  16,
  "no-secret",
  "No secret is written down: where one is needed a sensitive variable without a default stands. Each variable says its type and what it is.",
  ({ synthesis, cloud }, fail) => {
    const variables = new Map(synthesis.variables.map((v) => [v.name, v]));
    for (const v of synthesis.variables) {
      if (!TYPES.includes(v.type)) fail(`the variable ${v.name} has no type`);
      if (!v.description) fail(`the variable ${v.name} has no description`);
      if (v.sensitive && v.default !== undefined) fail(`the secret ${v.name} has a default`);
    }
    for (const native of synthesis.natives) {
      for (const [path, value] of leavesOf(native.args)) {
        if (!isSecret(native, path, cloud)) continue;
        if (typeof value === "string") fail(`${native.address} ${path} is written in clear`);
        const name = value instanceof Unknown ? /^var\.(\w+)$/.exec(value.expression)?.[1] : undefined;
        if (name !== undefined && !variables.get(name)?.sensitive)
          fail(`the variable ${name} holds a secret and does not say so`);
      }
    }
  },
);

/** A planted secret must not be seen again, whatever becomes of it. */
export const secretsStay = law<Reading>(
  16,
  "secrets-stay",
  "A secret that stands in an estate reaches no prop, no list and no native written for another place.",
  ({ natives, cloud }, fail) => {
    const planted = natives.map((native) =>
      leavesOf(native.args)
        .filter(([path, value]) => isText(value) && isSecret(native, path, cloud))
        .reduce((n, [path]) => withLeaf(n, path, SECRET), native),
    );
    for (const { natives: _, shared: __, ...component } of surveyOf(planted, cloud).components) {
      if (canonical(component).includes(SECRET)) fail(`${component.id} carries a secret on`);
    }
  },
);

export const dataIsProtected = law<Specimen>(
  16,
  "data-is-protected",
  "What holds data is written so that the engine refuses to destroy it.",
  ({ component, natives, cloud }, fail) => {
    const entry = cloud.kinds[component.kind];
    if (!isImplemented(entry) || entry.exit.export.length === 0) return;
    const anchor = group(natives, cloud).groups[0]?.anchor;
    if (!anchor?.lifecycle?.preventDestroy) fail(`${anchor?.address ?? "the anchor"} may be destroyed`);
  },
);

export const providersHoldTheRegion = law<Evidence>(
  16,
  "providers-hold-the-region",
  "A provider block holds the region and nothing else.",
  ({ cloud }, fail) => {
    for (const provider of cloud.providers) {
      for (const [path, value] of leavesOf(provider.block("some-region"))) {
        if (value !== "some-region" && path !== "") fail(`the block of ${provider.source} sets ${path}`);
      }
    }
  },
);

const TYPES: readonly unknown[] = ["string", "number", "bool", "list(string)"];
const SECRET = "planted-secret";
const SECRET_NAME = /(^|_)(password|secret|secret_key|token|private_key|access_key|passphrase)(_wo)?$/;

function isText(value: Tree): boolean {
  return typeof value === "string" || value instanceof Unknown;
}

/** By the schema's marks, or by a name that leaves no doubt. */
function isSecret(native: Native, path: string, cloud: Cloud): boolean {
  const schema = resourceSchema(cloud, native);
  const attribute = attributeAt(schema, path);
  const marked = attribute?.sensitive || attribute?.write_only || schema?.semantics?.[genericPath(path)]?.sensitive;
  return marked === true || SECRET_NAME.test(genericPath(path).split(".").at(-1) ?? "");
}
