import type { Args, StateBackend, Tree } from "../../providers/native.ts";
import { Unknown } from "../../providers/native.ts";
import { HOST_ARGUMENTS, setIn, toldBy } from "../state-backends.ts";
import { attributeOf, type Block, type Body, type Expression, sourceText } from "./ast.ts";
import type { HclParser } from "./parse.ts";
import { Source } from "./source.ts";

type ValueOf = (expression: Expression) => Tree;

/** A `backend` or `cloud` block. Only what may name a host is evaluated: the rest may be a secret, and says nothing of where it is. */
export function backendOfBlock(root: string, block: Block, value: ValueOf): StateBackend {
  const [type = block.type] = block.labels;
  const address = block.type === "cloud" ? "cloud" : `backend ${JSON.stringify(type)}`;
  return { root, address, type, ...toldByBody(type, block.body, value), at: block.source.at(block.start) };
}

function toldByBody(type: string, body: Body, value: ValueOf) {
  const given = [...body.attributes, ...body.blocks.map((b) => ({ name: b.type, value: undefined }))];
  const hosts = HOST_ARGUMENTS.flatMap((name) => {
    const expression = attributeOf(body, name);
    return expression === undefined ? [] : [[name, value(expression)] as const];
  });
  const set = given.filter((g) => g.value?.kind !== "literal" || (g.value.value !== null && g.value.value !== ""));
  return toldBy(
    type,
    set.map((g) => g.name),
    Object.fromEntries(hosts),
  );
}

/** What a file of arguments beside the code says (`-backend-config`), of a backend whose block leaves them out. */
export function backendOfFile(open: StateBackend, file: Source, parser: HclParser): StateBackend {
  const { body } = parser.file(file);
  const told = toldByBody(open.type ?? "", body, plainly);
  return { ...open, ...told, given: [...new Set([...open.given, ...told.given])].sort(), at: file.at(0) };
}

/** What the engine wrote down when it was told all (`.terraform/terraform.tfstate`); undefined when that is something else. */
export function backendInitialised(open: StateBackend, text: string): StateBackend | undefined {
  try {
    const { backend } = JSON.parse(text) as { backend?: { type?: unknown; config?: unknown } };
    if (typeof backend?.type !== "string" || typeof backend.config !== "object" || backend.config === null) return;
    const config = backend.config as Args;
    const { type } = backend;
    return { root: open.root, address: open.address, type, ...toldBy(type, setIn(config), config), at: open.at };
  } catch {
    return undefined;
  }
}

/** What Terragrunt writes into the code it runs: its `remote_state`, or the text of a generated file. */
export function backendsOfTerragrunt(body: Body, parser: HclParser): StateBackend[] {
  const stated = body.blocks.filter((b) => b.type === "remote_state").map(remoteState);
  const generated = body.blocks.flatMap((block): StateBackend[] => {
    const contents = block.type === "generate" ? attributeOf(block.body, "contents") : undefined;
    const text = contents && /^<<-?\s*(\w+)\r?\n([\s\S]*?)\n\s*\1\s*$/.exec(sourceText(contents));
    if (!contents || !text) return [];
    const inner = new Source(contents.source.file, text[2] ?? "", contents.source.line(contents.start) + 1);
    const blocks = parser
      .file(inner)
      .body.blocks.filter((b) => b.type === "terraform")
      .flatMap((b) => b.body.blocks);
    return blocks.filter((b) => b.type === "backend" || b.type === "cloud").map((b) => backendOfBlock("", b, plainly));
  });
  return [...stated, ...generated];
}

function remoteState(block: Block): StateBackend {
  const kind = attributeOf(block.body, "backend");
  const type = kind?.kind === "literal" && typeof kind.value === "string" ? kind.value : null;
  const config = attributeOf(block.body, "config");
  const args = config === undefined ? {} : plainly(config);
  const known = typeof args === "object" && args !== null && !(args instanceof Unknown) ? (args as Args) : {};
  const address = type === null ? "remote_state" : `remote_state ${JSON.stringify(type)}`;
  return { root: "", address, type, ...toldBy(type, setIn(known), known), at: block.source.at(block.start) };
}

/** What can be known without evaluating: literals, and objects of them. */
function plainly(expression: Expression): Tree {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind !== "object") return new Unknown(sourceText(expression));
  return Object.fromEntries(
    expression.items.flatMap(({ key, value }) => {
      return key.kind === "literal" ? [[String(key.value), plainly(value)] as const] : [];
    }),
  );
}
