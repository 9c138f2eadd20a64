import type { Native } from "../../providers/native.ts";
import type { Cloud, TerraformProvider, Variable } from "../../providers/provider.ts";
import type { Synthesis } from "../../providers/synthesis.ts";
import { secretsIgnored } from "../secrets-ignored.ts";
import type { Setting } from "./plan.ts";
import { camelCase } from "./shape.ts";

// Pulumi's Node SDK as the peer range of this package has it; TypeScript below 7, which that SDK asks for.
const SDK = { name: "@pulumi/pulumi", versions: "^3.200.0" };
const DEVELOPMENT = { "@types/node": "^24.0.0", typescript: "~6.0.0" };

/** The providers that the natives are of, else the main one. */
export function usedProviders(natives: readonly Native[], cloud: Cloud): readonly TerraformProvider[] {
  const names = new Set(natives.map((native) => native.provider.name));
  const used = cloud.providers.filter((provider) => names.has(provider.name));
  return used.length > 0 ? used : cloud.providers.slice(0, 1);
}

export function packageJson(name: string, providers: readonly TerraformProvider[]): string {
  const packages = providers.flatMap(({ pulumi }) => (pulumi ? [[pulumi.package, pulumi.versions]] : []));
  const dependencies = Object.fromEntries([[SDK.name, SDK.versions], ...packages].sort());
  return json({ name, private: true, dependencies, devDependencies: DEVELOPMENT });
}

export const tsconfig = json({
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    outDir: "bin",
    strict: true,
    skipLibCheck: true,
    forceConsistentCasingInFileNames: true,
  },
  files: ["index.ts"],
});

export const gitignore = `${secretsIgnored}node_modules/
bin/
`;

/** The project, with the region of each provider. */
export function projectYaml(
  name: string,
  { region }: Synthesis,
  cloud: Cloud,
  used: readonly TerraformProvider[],
): string {
  const settings = used.flatMap((provider) =>
    Object.entries(provider.block(region)).map(
      ([key, value]) => `  ${provider.name}:${camelCase(key)}: ${JSON.stringify(value)}\n`,
    ),
  );
  return `name: ${name}
description: ${JSON.stringify(`A workload on ${cloud.title}, region ${region}`)}
runtime: nodejs
${settings.length > 0 ? `config:\n${settings.join("")}` : ""}`;
}

/** What is asked of whoever deploys: every setting, and how to give it. Undefined where there is none. */
export function exampleYaml(name: string, settings: readonly Setting[]): string | undefined {
  if (settings.length === 0) return undefined;
  const lines = settings.map(({ variable, key }) => {
    const about = variable.description.split(/[\r\n]+/).map((line) => `  # ${line}`.trimEnd());
    if (variable.sensitive) return [...about, `  # Secret: pulumi config set --secret ${key}`];
    const value = JSON.stringify(variable.default ?? BLANK[variable.type]);
    return [...about, `  ${variable.default === undefined ? "" : "# "}${name}:${key}: ${value}`];
  });
  return `# Settings of a stack. Copy to Pulumi.<stack>.yaml and fill in.
config:
${lines.flat().join("\n")}
`;
}

const BLANK: Readonly<Record<Variable["type"], string | number | boolean | readonly string[]>> = {
  string: "",
  number: 0,
  bool: false,
  "list(string)": [],
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
