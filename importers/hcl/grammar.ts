import { createRequire } from "node:module";
import { Language, Parser, type Tree } from "web-tree-sitter";

let loading: Promise<Grammar> | undefined;

/** Numbers of the grammar's node types, so that a walk compares integers. */
export interface Grammar {
  parse(text: string): Tree;
  readonly named: Readonly<Record<NodeType, number>>;
  /** Type names by number, anonymous tokens included. */
  readonly names: readonly (string | null)[];
}

const NODE_TYPES = [
  "body",
  "attribute",
  "block",
  "identifier",
  "string_lit",
  "block_start",
  "expression",
  "literal_value",
  "numeric_lit",
  "bool_lit",
  "null_lit",
  "template_expr",
  "quoted_template",
  "heredoc_template",
  "heredoc_start",
  "heredoc_identifier",
  "quoted_template_start",
  "quoted_template_end",
  "template_literal",
  "template_interpolation",
  "template_directive",
  "template_for",
  "template_for_start",
  "template_for_end",
  "template_if",
  "template_if_intro",
  "template_else_intro",
  "template_if_end",
  "strip_marker",
  "collection_value",
  "tuple",
  "object",
  "object_elem",
  "variable_expr",
  "function_call",
  "function_arguments",
  "ellipsis",
  "for_expr",
  "for_tuple_expr",
  "for_object_expr",
  "for_intro",
  "for_cond",
  "operation",
  "unary_operation",
  "binary_operation",
  "conditional",
  "index",
  "new_index",
  "legacy_index",
  "get_attr",
  "splat",
  "attr_splat",
  "full_splat",
  "comment",
] as const;

type NodeType = (typeof NODE_TYPES)[number];

/** Loads the parser on first use (about 15 ms) and keeps it. */
export function loadGrammar(): Promise<Grammar> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Grammar> {
  const require = createRequire(import.meta.url);
  await Parser.init();
  const language = await Language.load(
    require.resolve("@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm"),
  );
  const parser = new Parser();
  parser.setLanguage(language);
  const named = Object.fromEntries(NODE_TYPES.map((type) => [type, language.idForNodeType(type, true) ?? -1]));
  return {
    parse(text) {
      const tree = parser.parse(text);
      if (tree === null) throw new Error("the parser has no language");
      return tree;
    },
    named: named as Record<NodeType, number>,
    names: language.types,
  };
}
