import type { Variable } from "../providers/provider.ts";
import { secretsIgnored } from "./secrets-ignored.ts";

export const gitignore = `${secretsIgnored}.terraform/
crash.log
`;

/** What is asked of whoever applies the code: every variable without a default. Undefined where there is none. */
export function tfvarsExample(variables: readonly Variable[]): string | undefined {
  const asked = variables.filter((variable) => variable.default === undefined);
  if (asked.length === 0) return undefined;
  const entries = asked.map(({ name, type, description, sensitive }) => {
    const secret = sensitive ? ` Secret: better as TF_VAR_${name} in the environment than in a file.` : "";
    return `# ${description.replaceAll("\n", " ")}${secret}\n${name} = ${BLANK[type]}\n`;
  });
  return `# Copy to terraform.tfvars and fill in.\n\n${entries.join("\n")}`;
}

const BLANK: Readonly<Record<Variable["type"], string>> = {
  string: '""',
  number: "0",
  bool: "false",
  "list(string)": "[]",
};
