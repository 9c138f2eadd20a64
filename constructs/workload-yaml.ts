import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { Diagnostic, Location } from "./diagnostic.ts";
import { canonicalWorkload, type WorkloadDocument } from "./workload-file.ts";
import { malformed } from "./workload-problems.ts";
import type { Path, WrittenWorkload } from "./written.ts";

/** After the first mistakes of a text, most of what follows comes from them. */
const MOST_MISTAKES = 3;

/** Reads a workload from YAML or JSON, which is YAML as well. Never throws; what is no workload is found out later. */
export function parseWorkload(text: string, file: string): WrittenWorkload {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "error" });
  const lineOf = (offset: number) => ({ file, line: Math.max(1, lineCounter.linePos(offset).line) });
  const mistakes = (found: readonly Diagnostic[]): WrittenWorkload => ({
    document: undefined,
    at: () => ({ file }),
    problems: found.slice(0, MOST_MISTAKES).map((diagnostic) => ({ path: [], diagnostic })),
  });
  // A tag that is not known changes what a value means.
  const wrong = [...yaml.errors, ...yaml.warnings];
  if (wrong.length > 0) {
    // Of several on one line, the last to be found is the outermost.
    const told = new Map(wrong.map((error) => [lineOf(error.pos[0]).line, error.message]));
    return mistakes([...told].map(([line, message]) => malformed({ file, line }, message)));
  }
  try {
    return { document: yaml.toJS(), at: (path) => locate(yaml, path, lineOf), problems: [] };
  } catch (error) {
    // Anchors that are not there, or that multiply beyond reason.
    return mistakes([malformed({ file }, (error as Error).message)]);
  }
}

/** The line of the key (or list item) that a path ends at, or of the last part of it that exists. */
function locate(yaml: Document, path: Path, lineOf: (offset: number) => Location): Location {
  let node: unknown = yaml.contents;
  let offset = (node as Node | null)?.range?.[0] ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(yaml);
    if (isMap(node)) {
      const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return lineOf(offset);
}

/**
 * A workload as YAML: in canonical form, so that the same workload is the same bytes. Reading it gives the workload back.
 * `schema` is the JSON Schema that editors complete with: a path or an address.
 */
export function workloadYaml(workload: WorkloadDocument, { schema }: { readonly schema?: string } = {}): string {
  // Words that YAML 1.1 reads as something else (`no`, `03:00`) are quoted: a workload means the same to every tool.
  const yaml = new Document(canonicalWorkload(workload), { compat: "yaml-1.1", aliasDuplicateObjects: false });
  const components = yaml.get("components");
  if (isSeq(components)) {
    for (const item of components.items.slice(1)) if (isMap(item)) item.spaceBefore = true;
  }
  visit(yaml, {
    Collection: (_, node) => {
      node.flow = isShort(node);
    },
  });
  const head = schema === undefined ? "" : `# yaml-language-server: $schema=${schema}\n`;
  return head + yaml.toString({ lineWidth: 0 });
}

/** Lists of words and references read better on one line, empty collections can stand nowhere else. */
function isShort(node: unknown): boolean {
  if (!isCollection(node)) return false;
  if (node.items.length === 0) return true;
  const flat = isSeq(node)
    ? node.items.every(isScalar)
    : isMap(node) && (node.has("component") || node.has("external"));
  return flat && JSON.stringify(node).length <= 80;
}
