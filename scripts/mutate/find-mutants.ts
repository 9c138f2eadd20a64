import ts from "typescript";

/** One thing taken out of a cloud's file. */
export interface Mutant {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Function or constant it stands in. */
  readonly inside: string;
  readonly what: "attribute" | "call" | "item" | "loss";
  /** The text taken out, on one line; of a loss its path. */
  readonly text: string;
  /** Which of several alike in the same function, from 1. */
  readonly nth: number;
  readonly line: number;
  /** The text put in place of `[from, to)`. */
  readonly edit: { readonly from: number; readonly to: number; readonly by: string };
}

/** Name of a mutant that survives edits elsewhere in the file. */
export function mutantId({ file, inside, what, text, nth }: Mutant): string {
  return `${file} ${inside}: ${what} ${text}${nth > 1 ? ` (${nth})` : ""}`;
}

/** The files of a cloud, by path from the root of the repository. */
export type Sources = ReadonlyMap<string, string>;

/** Everything that can be taken out of a kind's files, one at a time: attributes `lower` writes, what `raise` does, losses. */
export function findMutants(
  sources: Sources,
  kindFiles: readonly string[],
  lossCount: (file: string) => readonly string[],
): Mutant[] {
  const program = new Map([...sources].map(([path, text]) => [path, parsed(path, text)]));
  const lower = reachable(program, kindFiles, "lower");
  const raise = reachable(program, kindFiles, "raise");
  // Reading that is not found is reading that nothing is taken out of, without a word.
  const unread = kindFiles.find(
    (path) => ![...raise].some((key) => key.endsWith("#raise") && isOf(program, path, key)),
  );
  if (unread !== undefined) throw new Error(`${unread} has no raise to take anything out of`);
  const mutants: Mutant[] = [];
  for (const [path, file] of program) {
    for (const [name, node] of file.declarations) {
      const key = `${path}#${name}`;
      const add = (found: Omit<Mutant, "file" | "inside" | "nth" | "line">[]) => {
        for (const one of found) {
          const line = file.source.getLineAndCharacterOfPosition(one.edit.from).line + 1;
          mutants.push({ ...one, file: path, inside: name, nth: 0, line });
        }
      };
      if (lower.has(key)) add(attributesIn(node, file.source));
      if (raise.has(key)) add([...callsIn(node, file.source), ...itemsIn(node, file.source)]);
    }
    const losses = file.declarations.get("losses");
    if (losses && ts.isVariableDeclaration(losses) && losses.initializer) {
      const [from, to] = [losses.initializer.getStart(file.source), losses.initializer.getEnd()];
      const text = file.source.text.slice(from, to);
      for (const [i, loss] of lossCount(path).entries()) {
        const line = file.source.getLineAndCharacterOfPosition(from).line + 1;
        const edit = { from, to, by: `(${text} as readonly unknown[]).toSpliced(${i}, 1)` };
        mutants.push({ file: path, inside: "losses", what: "loss", text: loss, nth: 0, line, edit });
      }
    }
  }
  return numbered(mutants.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.edit.from - b.edit.from)));
}

/** The source with the mutant's text taken out. */
export function mutated(source: string, { edit }: Mutant): string {
  return source.slice(0, edit.from) + edit.by + source.slice(edit.to);
}

/** A mutant found from two sides is one; those alike are counted in the order of the file. */
function numbered(mutants: readonly Mutant[]): Mutant[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return mutants.flatMap((m) => {
    const place = `${m.file} ${m.edit.from} ${m.edit.to} ${m.edit.by}`;
    if (seen.has(place)) return [];
    seen.add(place);
    const id = mutantId({ ...m, nth: 1 });
    const nth = (counts.get(id) ?? 0) + 1;
    counts.set(id, nth);
    return [{ ...m, nth }];
  });
}

// ---------------------------------------------------------------- who calls whom

interface Parsed {
  readonly source: ts.SourceFile;
  /** Functions and constants at the top of the file, and methods of such constants where nothing else has their name. */
  readonly declarations: ReadonlyMap<string, ts.FunctionDeclaration | ts.VariableDeclaration | ts.MethodDeclaration>;
  /** Local name → path of the file it comes from and its name there. */
  readonly imports: ReadonlyMap<string, readonly [path: string, name: string]>;
}

function parsed(path: string, text: string): Parsed {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const declarations = new Map<string, ts.FunctionDeclaration | ts.VariableDeclaration | ts.MethodDeclaration>();
  const imports = new Map<string, readonly [string, string]>();
  const folder = path.slice(0, path.lastIndexOf("/"));
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) declarations.set(statement.name.text, statement);
    if (ts.isVariableStatement(statement)) {
      for (const d of statement.declarationList.declarations) {
        if (ts.isIdentifier(d.name)) declarations.set(d.name.text, d);
      }
    }
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = /^\.\/(.*)$/.exec(statement.moduleSpecifier.text)?.[1];
    const named = statement.importClause?.namedBindings;
    if (from === undefined || !named || !ts.isNamedImports(named)) continue;
    for (const e of named.elements) imports.set(e.name.text, [`${folder}/${from}`, (e.propertyName ?? e.name).text]);
  }
  for (const method of [...declarations.values()].flatMap(methodsOf)) {
    const name = method.name.getText(source);
    if (!declarations.has(name) && !imports.has(name)) declarations.set(name, method);
  }
  return { source, declarations, imports };
}

function methodsOf(node: ts.Node): readonly ts.MethodDeclaration[] {
  const made = ts.isVariableDeclaration(node) ? node.initializer : undefined;
  return made && ts.isObjectLiteralExpression(made) ? made.properties.filter(ts.isMethodDeclaration) : [];
}

/** Declarations that a kind's `lower` or `raise` uses, itself included, across the files of the cloud. */
function reachable(
  program: ReadonlyMap<string, Parsed>,
  kindFiles: readonly string[],
  root: "lower" | "raise",
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (path: string, name: string): void => {
    const file = program.get(path);
    const imported = file?.imports.get(name);
    if (imported) {
      visit(...imported);
      return;
    }
    const node = file?.declarations.get(name);
    const key = `${path}#${name}`;
    if (!file || !node || found.has(key)) return;
    found.add(key);
    const walk = (child: ts.Node): void => {
      if (ts.isIdentifier(child) && !isPropertyName(child)) visit(path, child.text);
      ts.forEachChild(child, walk);
    };
    ts.forEachChild(node, walk);
  };
  for (const path of kindFiles) visit(path, root);
  return found;
}

/** Whether a declaration stands in a file, or in one that it takes the name from. */
function isOf(program: ReadonlyMap<string, Parsed>, path: string, key: string): boolean {
  const [file, name = ""] = key.split("#");
  return file === path || program.get(path)?.imports.get(name)?.[0] === file;
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}

/** The files of its cloud that each file imports, itself included, directly or not. */
export function importsOf(sources: Sources): ReadonlyMap<string, ReadonlySet<string>> {
  const next = new Map(
    [...sources].map(([path, text]) => {
      const folder = path.slice(0, path.lastIndexOf("/"));
      return [path, [...text.matchAll(/from "\.\/([^"]+)"/g)].map(([, name]) => `${folder}/${name}`)] as const;
    }),
  );
  const reach = (path: string, seen: Set<string>): ReadonlySet<string> => {
    if (seen.has(path) || !next.has(path)) return seen;
    seen.add(path);
    for (const to of next.get(path) ?? []) reach(to, seen);
    return seen;
  };
  return new Map([...sources.keys()].map((path) => [path, reach(path, new Set())]));
}

// ---------------------------------------------------------------- what can go

type Found = Omit<Mutant, "file" | "inside" | "nth" | "line">;

/** Fields of the objects that a function makes. */
function attributesIn(root: ts.Node, source: ts.SourceFile): Found[] {
  const found: Found[] = [];
  const walk = (node: ts.Node, inFunction: boolean): void => {
    if (inFunction && ts.isObjectLiteralExpression(node)) {
      for (const property of node.properties) {
        found.push({ what: "attribute", text: oneLine(property.getText(source)), edit: withComma(property, source) });
      }
    }
    const opens = ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => walk(child, inFunction || opens));
  };
  walk(root, ts.isFunctionDeclaration(root));
  return found;
}

/** What a verb leaves behind when it is not done. */
const VERBS: Readonly<Record<string, string>> = {
  read: "undefined",
  expect: "false",
  is: "false",
  ignore: "undefined",
  offered: "undefined",
  guarantee: "undefined",
  reference: "undefined",
  set: "undefined",
  hold: "undefined",
};

function callsIn(root: ts.Node, source: ts.SourceFile): Found[] {
  const found: Found[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression;
      const by = Object.hasOwn(VERBS, name.text) ? VERBS[name.text] : undefined;
      const onProps = !["set", "hold"].includes(name.text) || /(^|\.)props$/.test(expression.getText(source));
      if (by !== undefined && onProps) {
        const edit = { from: node.getStart(source), to: node.getEnd(), by };
        found.push({ what: "call", text: oneLine(node.getText(source)), edit });
      }
    }
    ts.forEachChild(node, walk);
  };
  walk(root);
  return found;
}

/** Words of the lists that a function walks: paths, mostly. */
function itemsIn(root: ts.Node, source: ts.SourceFile): Found[] {
  const found: Found[] = [];
  const walk = (node: ts.Node, inFunction: boolean): void => {
    if (
      inFunction &&
      ts.isArrayLiteralExpression(node) &&
      node.elements.length > 1 &&
      node.elements.every(ts.isStringLiteral)
    ) {
      for (const element of node.elements) {
        found.push({ what: "item", text: element.getText(source), edit: withComma(element, source) });
      }
    }
    const opens = ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => walk(child, inFunction || opens));
  };
  walk(root, ts.isFunctionDeclaration(root));
  return found;
}

function withComma(node: ts.Node, source: ts.SourceFile): Mutant["edit"] {
  const comma = /^\s*,/.exec(source.text.slice(node.getEnd()))?.[0].length ?? 0;
  return { from: node.getStart(source), to: node.getEnd() + comma, by: "" };
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
