/** Docstrings of fields, read where constructs/ defines them, and put where no compiler brings them. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { kindNames } from "../constructs/kinds.ts";

/** Docstrings of the fields of an object literal, and of the objects inside them. */
export interface Docs {
  readonly [field: string]: { readonly text: string | undefined; readonly inside: Docs };
}

/** What names stand for in a file of constructs/, its own before those it imports. */
type Named = (name: string) => { readonly node: ts.Node; readonly named: Named } | undefined;

/** The docs of a constant of constructs/<file>.ts, or of the value of a property of that name. */
export function docsOf(file: string, name: string): Docs {
  const found = namedIn(`${file}.ts`)(name);
  return found ? docsIn(found.node, found.named) : {};
}

/** Of every kind, the docs of its props. */
export function docsOfKinds(): Docs {
  return Object.fromEntries(kindNames.map((kind) => [kind, { text: undefined, inside: docsOf(kind, "props") }]));
}

/**
 * The declaration of the kinds with the docstrings of their props, which editors show: zod makes its types of other types, and there
 * the compiler drops them.
 */
export function documented(declaration: string, docs: Docs): string {
  const source = ts.createSourceFile("kinds.d.ts", declaration, ts.ScriptTarget.Latest, true);
  const written: { readonly at: number; readonly text: string }[] = [];
  const walk = (node: ts.Node | undefined, inside: Docs): void => {
    const literal = node && firstLiteral(node);
    for (const member of literal?.members.filter(ts.isPropertySignature) ?? []) {
      const found = inside[nameOf(member.name)];
      if (!found) continue;
      const at = member.getStart();
      const indent = " ".repeat(source.getLineAndCharacterOfPosition(at).character);
      const comment = found.text?.replaceAll("*/", "*\\/").replaceAll("\n", `\n${indent} * `);
      if (comment) written.push({ at, text: `/** ${comment} */\n${indent}` });
      walk(member.type, found.inside);
    }
  };
  for (const statement of source.statements.filter(ts.isVariableStatement)) {
    walk(statement.declarationList.declarations[0]?.type, docs);
  }
  return written.reduceRight((text, { at, text: doc }) => text.slice(0, at) + doc + text.slice(at), declaration);
}

function nameOf(name: ts.PropertyName): string {
  return ts.isStringLiteral(name) ? name.text : name.getText();
}

function firstLiteral(node: ts.Node): ts.TypeLiteralNode | undefined {
  return ts.isTypeLiteralNode(node) ? node : ts.forEachChild(node, firstLiteral);
}

const read = new Map<string, Named>();

/** Each file is read once. */
function namedIn(file: string): Named {
  const known = read.get(file) ?? namesOf(file);
  read.set(file, known);
  return known;
}

function namesOf(file: string): Named {
  const path = fileURLToPath(new URL(`../constructs/${file}`, import.meta.url));
  if (!existsSync(path)) return () => undefined;
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const own = new Map<string, ts.Node>();
  const imported = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) && ts.isIdentifier(node.name)) {
      if (node.initializer && !own.has(node.name.text)) own.set(node.name.text, node.initializer);
    }
    if (ts.isImportSpecifier(node)) {
      const from = node.parent.parent.parent.moduleSpecifier;
      if (ts.isStringLiteral(from) && from.text.startsWith("./")) imported.set(node.name.text, from.text.slice(2));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const named: Named = (name) => {
    const node = own.get(name);
    const from = imported.get(name);
    if (node) return { node, named };
    return from === undefined ? undefined : namedIn(from)(name);
  };
  return named;
}

/** Of the first object literal in an expression; a name stands for the constant it names. */
function docsIn(node: ts.Node | undefined, named: Named): Docs {
  if (!node) return {};
  // A field may be called like the function that makes it: no name is followed twice.
  if (ts.isIdentifier(node)) {
    const found = named(node.text);
    return found ? docsIn(found.node, (name) => (name === node.text ? undefined : found.named(name))) : {};
  }
  if (ts.isObjectLiteralExpression(node)) {
    const fields = node.properties.filter(ts.isPropertyAssignment).map((property) => {
      const comments = ts.getJSDocCommentsAndTags(property).filter(ts.isJSDoc);
      const text = ts.getTextOfJSDocComment(comments.at(-1)?.comment);
      return [nameOf(property.name), { text, inside: docsIn(property.initializer, named) }] as const;
    });
    return Object.fromEntries(fields);
  }
  if (ts.isPropertyAccessExpression(node)) return docsIn(node.expression, named);
  if (ts.isArrowFunction(node)) return docsIn(node.body, named);
  if (!ts.isCallExpression(node)) return {};
  // `prop(z.array(Rule), …)`, `Rule.optional()`: the object comes first, or before the dot.
  const first = docsIn(node.arguments[0], named);
  return Object.keys(first).length > 0 ? first : docsIn(node.expression, named);
}
