import type { Attribute, Block, Body } from "./ast.ts";

/**
 * Blocks with those of `*_override.tf` laid over them: an argument replaces the argument of the same name, nested blocks
 * replace all nested blocks of their type, `lifecycle` and `locals` are merged argument by argument.
 */
export function mergeOverrides(primary: readonly Block[], overrides: readonly Block[]): readonly Block[] {
  if (overrides.length === 0) return primary;
  const blocks = [...primary];
  for (const override of overrides) {
    if (override.type === "locals") {
      mergeLocals(blocks, override);
      continue;
    }
    const at = blocks.findIndex((block) => identity(block) === identity(override));
    const base = blocks[at];
    // The engines refuse an override of nothing, but for the settings of `terraform` and `provider`.
    if (base === undefined) blocks.push(override);
    else blocks[at] = { ...base, body: mergeBody(base.body, override.body), broken: base.broken || override.broken };
  }
  return blocks;
}

function identity(block: Block): string {
  const alias =
    block.type === "provider" ? block.body.attributes.find((attribute) => attribute.name === "alias") : undefined;
  const text = alias?.value.kind === "literal" ? String(alias.value.value) : "";
  return JSON.stringify([block.type, block.labels, text]);
}

function mergeLocals(blocks: Block[], override: Block): void {
  const names = new Set(override.body.attributes.map((attribute) => attribute.name));
  blocks.forEach((block, i) => {
    if (block.type !== "locals") return;
    const attributes = block.body.attributes.filter((attribute) => !names.has(attribute.name));
    blocks[i] = { ...block, body: { ...block.body, attributes } };
  });
  blocks.push(override);
}

function mergeBody(base: Body, over: Body): Body {
  const replaced = new Set(over.attributes.map((attribute) => attribute.name));
  const kinds = new Set(over.blocks.filter((block) => block.type !== "lifecycle").map(blockKind));
  const attributes: Attribute[] = [
    ...base.attributes.filter((attribute) => !replaced.has(attribute.name) && !kinds.has(attribute.name)),
    ...over.attributes,
  ];
  const blocks = base.blocks.filter((block) => !kinds.has(blockKind(block)) && !replaced.has(block.type));
  for (const block of over.blocks) {
    const at = block.type === "lifecycle" ? blocks.findIndex((other) => other.type === "lifecycle") : -1;
    const lifecycle = blocks[at];
    if (lifecycle === undefined) blocks.push(block);
    else blocks[at] = { ...lifecycle, body: mergeBody(lifecycle.body, block.body) };
  }
  return { ...base, attributes, blocks };
}

/** A `dynamic "x"` block is of the kind of the blocks it makes. */
function blockKind(block: Block): string {
  return block.type === "dynamic" ? (block.labels[0] ?? "dynamic") : block.type;
}
