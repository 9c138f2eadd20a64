import type { AuthoredComponent } from "../constructs/workload-components.ts";
import type { Synthesis } from "../providers/synthesis.ts";

/** `import` blocks that bring what exists under the synthesised code; undefined where no id is known. */
export function importsFile(components: readonly AuthoredComponent[], synthesis: Synthesis): string | undefined {
  const written = new Set(synthesis.natives.map((n) => n.address));
  const blocks = components
    .flatMap((c) => Object.entries(c.import))
    .filter(([address]) => written.has(address))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, id]) => `import {\n  to = ${address}\n  id = ${quoted(id)}\n}\n`);
  if (blocks.length === 0) return undefined;
  return `# What runs already comes under this code with the next apply. Remove this file afterwards.\n\n${blocks.join("\n")}`;
}

/** Text of the language: nothing in an id may become an expression. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("${", "$${").replaceAll("%{", "%%{");
}
