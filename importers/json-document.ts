import type { Root } from "../providers/native.ts";
import * as diagnostics from "./diagnostics.ts";
import type { Files } from "./importer.ts";
import {
  type Choice,
  type ElementVisitor,
  type JsonPath,
  JsonSyntaxError,
  mistakeIn,
  readElements,
  textOf,
} from "./json-elements.ts";
import { asText, type JsonContent, type JsonContext } from "./json-form.ts";
import { asUtf8, decode, type Encoding, encodingOf, lineAt, parseJson } from "./json-text.ts";
import { PlanReader } from "./plan.ts";
import * as planDiagnostics from "./plan-diagnostics.ts";
import { ShownStateReader } from "./show.ts";
import { StateReader } from "./state.ts";

/** Above this a file is read element by element: `JSON.parse` takes several times the text's size, and stops at 512 MiB. */
export const LARGE_BYTES = 64 * 1024 * 1024;

const FIRST_BYTES = 4096;

export interface JsonDocument {
  /** Undefined when the file is of no known form or could not be read; a diagnostic then says why. */
  readonly form: Root["form"] | undefined;
  readonly content: JsonContent;
  readonly complete: boolean;
}

const NOTHING: JsonContent = { natives: [], holes: [], empty: [], unreadable: [] };

/** Reads a plan, a state or a shown state, told apart by content. Of a file that breaks off, what stands before the break is read. */
export async function readJsonDocument(
  path: string,
  files: Files,
  context: JsonContext,
  limits: { readonly largeBytes: number } = { largeBytes: LARGE_BYTES },
): Promise<JsonDocument> {
  const refuse = (diagnostic: Parameters<JsonContext["note"]>[0]): JsonDocument => {
    context.note(diagnostic);
    return { form: undefined, content: NOTHING, complete: false };
  };
  let encoding: Encoding;
  let size: number;
  let head: string;
  try {
    size = (await files.stat(path)).size;
    const bytes = await headOf(path, files);
    if (bytes.length === 0) return refuse(diagnostics.emptyFile(path));
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refuse(diagnostics.planBinary(path));
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return refuse(diagnostics.compressed(path));
    encoding = encodingOf(bytes).encoding;
    const text = decode(bytes, encoding);
    // Control characters stand in no JSON text.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    if (/[\0-\x08\x0e-\x1f]/.test(text)) return refuse(diagnostics.notText(path));
    if (!text.trimStart().startsWith("{")) {
      if (encoding === "utf-8" && text.includes("\ufffd") && !text.trimStart().startsWith("["))
        return refuse(diagnostics.notText(path));
      return refuse(diagnostics.unknownForm(path, text));
    }
    head = text;
    if (encoding !== "utf-8") context.note(diagnostics.utf16(path));
  } catch (error) {
    return refuse(diagnostics.notOpened(path, error));
  }

  const large = size > limits.largeBytes;
  const stream = () => asUtf8(files.chunks(path), encoding);
  const parts = new Parts(context, large);
  let broken = false;
  try {
    const whole = large ? undefined : await parsed(path, files, encoding);
    if (whole && "document" in whole) walk(whole.document, parts);
    else await readElements(stream(), parts);
    // The mistake stands in a part that is not read; the rest may still mean something else than it says.
    if (whole && "position" in whole) throw new JsonSyntaxError(whole.position, false);
    // A large plan is read from its changes; one without any is read from its planned values, on a second pass.
    if (large && parts.needsPlannedValues()) await readElements(stream(), parts.withPlannedValues());
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) {
      if ((error as { code?: unknown } | null)?.code === undefined) throw error;
      return refuse(diagnostics.notOpened(path, error));
    }
    broken = true;
    const line = await lineAt(stream(), error.offset);
    context.note(diagnostics.brokenJson({ file: path, line }, error.truncated, parts.count));
  }
  return parts.finish(path, broken, head);
}

async function headOf(path: string, files: Files): Promise<Uint8Array> {
  for await (const chunk of files.chunks(path)) return chunk.subarray(0, FIRST_BYTES);
  return new Uint8Array(0);
}

/** The document, or where it is not JSON: the splitter then reads what it can. */
async function parsed(
  path: string,
  files: Files,
  encoding: Encoding,
): Promise<{ readonly document: unknown } | { readonly position: number }> {
  const text = decode(await files.read(path), encoding);
  try {
    return { document: parseJson(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { position: mistakeIn(Buffer.from(text)) };
  }
}

/** The same visit over a document already parsed. */
function walk(value: unknown, visitor: Parts, path: (string | number)[] = []): void {
  const choice = visitor.choose(path);
  if (choice === "skip") return;
  if (choice === "value" || typeof value !== "object" || value === null) {
    visitor.take(path, value);
    return;
  }
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    path.push(key);
    walk(item, visitor, path);
    path.pop();
  }
}

const SCALARS = new Set(["version", "format_version", "terraform_version", "errored", "complete", "encrypted_data"]);

/** Sorts the parts of a document to the readers of each form; which form it is shows when all keys have been seen. */
class Parts implements ElementVisitor {
  private readonly context: JsonContext;
  private readonly state: StateReader;
  private readonly shown: ShownStateReader;
  private readonly plan: PlanReader;
  private readonly keys = new Set<string>();
  private readonly scalars = new Map<string, unknown>();
  private plannedValues: boolean;
  private onlyPlannedValues = false;
  private changes = 0;

  constructor(context: JsonContext, large: boolean) {
    this.context = context;
    this.plannedValues = !large;
    this.state = new StateReader(context);
    this.shown = new ShownStateReader(context);
    this.plan = new PlanReader(context);
  }

  get count(): number {
    return this.state.count + this.shown.count + this.plan.count;
  }

  needsPlannedValues(): boolean {
    return this.keys.has("planned_values") && this.changes === 0;
  }

  withPlannedValues(): this {
    this.plannedValues = true;
    this.onlyPlannedValues = true;
    return this;
  }

  choose(path: JsonPath): Choice {
    const [top, second] = path;
    if (path.length === 0) return "enter";
    if (path.length === 1) this.keys.add(String(top));
    if (this.onlyPlannedValues && top !== "planned_values") return "skip";
    switch (top) {
      case "resources":
      case "resource_changes":
      case "deferred_changes":
        return path.length === 1 ? "enter" : "value";
      case "configuration":
      case "variables":
        return "value";
      case "values":
        return inModules(path.slice(1));
      case "planned_values":
        return this.plannedValues ? inModules(path.slice(1)) : "skip";
      case "prior_state":
        if (path.length === 1) return "enter";
        return second === "values" ? (path.length === 2 ? "enter" : inModules(path.slice(2))) : "skip";
      default:
        return SCALARS.has(String(top)) ? "value" : "skip";
    }
  }

  visit(path: JsonPath, bytes: Uint8Array, offset: number): void {
    const text = textOf(bytes);
    try {
      // Looking for long numbers in all of a large state takes a tenth of the time; its reader sees them go by.
      if (path[0] === "resources") this.take(path, JSON.parse(text), () => parseJson(text));
      else this.take(path, parseJson(text));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new JsonSyntaxError(offset + mistakeIn(bytes), false);
    }
  }

  take(path: JsonPath, value: unknown, exact?: () => unknown): void {
    try {
      this.sort(path, value, exact);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // Nested so deeply that the stack ends.
      this.state.bad("", path.join("."));
    }
  }

  private sort(path: JsonPath, value: unknown, exact?: () => unknown): void {
    const [top, index] = path;
    switch (top) {
      case "resources":
        if (path.length === 2) this.state.resource(value, Number(index), exact);
        break;
      case "resource_changes":
        if (path.length !== 2) break;
        this.changes++;
        this.plan.change(value);
        break;
      case "deferred_changes":
        if (path.length === 2) this.plan.deferredChange(value);
        break;
      case "configuration":
        this.plan.configure(value);
        break;
      case "variables":
        this.plan.setVariables(value);
        break;
      case "values":
        if (isResource(path)) this.shown.resource(value);
        break;
      case "planned_values":
        if (isResource(path)) this.plan.plannedResource(value);
        break;
      case "prior_state":
        if (isResource(path)) this.plan.priorResource(value);
        break;
      default:
        this.scalars.set(String(top), value);
    }
  }

  finish(path: string, broken: boolean, head: string): JsonDocument {
    const context = this.context;
    const { keys, scalars } = this;
    const refuse = (diagnostic: Parameters<JsonContext["note"]>[0]): JsonDocument => {
      context.note(diagnostic);
      return { form: undefined, content: NOTHING, complete: false };
    };
    const done = (form: Root["form"], content: JsonContent): JsonDocument => {
      const natives = firstOfEach(content.natives, (twice) => context.note(diagnostics.listedTwice(context.at, twice)));
      const whole = natives.length === content.natives.length && content.unreadable.length === 0;
      return { form, content: { ...content, natives }, complete: !broken && whole };
    };
    const isPlan = keys.has("planned_values") || keys.has("resource_changes");
    if (keys.has("encrypted_data")) return refuse(diagnostics.encryptedState(path));
    if (keys.has("version") && !keys.has("format_version") && !isPlan) {
      const version = scalars.get("version");
      const state = keys.has("resources") || keys.has("modules") || keys.has("lineage") || keys.has("serial");
      if (!state) return broken ? unread() : refuse(diagnostics.unknownForm(path, head));
      if (version !== 4) return refuse(diagnostics.stateVersion(path, version));
      context.note(diagnostics.planIsBetter(path));
      return done("state", this.state.content());
    }
    // A plan cut down by hand is still a plan.
    const format = asText(scalars.get("format_version")) ?? (isPlan && !keys.has("format_version") ? "1.0" : undefined);
    if (format === undefined) return broken ? unread() : refuse(diagnostics.unknownForm(path, head));
    const isEmptyState = !broken && [...keys].every((k) => k === "format_version" || k === "terraform_version");
    if (!isPlan && !keys.has("values") && !isEmptyState)
      return broken ? unread() : refuse(diagnostics.unknownForm(path, head));
    if (!/^[01]\./.test(format)) return refuse(diagnostics.formatVersion(path, format));
    if (!isPlan) {
      context.note(diagnostics.planIsBetter(path));
      return done("state", this.shown.content());
    }
    const plan = done("plan", this.plan.content());
    const isPart = scalars.get("complete") === false || (plan.content.deferred ?? []).length > 0;
    const errored = scalars.get("errored") === true;
    if (errored) context.note(planDiagnostics.erroredPlan(context.at));
    else if (isPart) context.note(planDiagnostics.incompletePlan(context.at, plan.content.deferred ?? []));
    return { ...plan, complete: plan.complete && !errored && !isPart };
  }
}

/** An address names one resource: of entries that share one, the first. */
function firstOfEach(natives: JsonContent["natives"], repeated: (address: string) => void): JsonContent["natives"] {
  const seen = new Set<string>();
  const first = natives.filter(({ address }) => {
    if (seen.has(address)) {
      repeated(address);
      return false;
    }
    seen.add(address);
    return true;
  });
  return first.length === natives.length ? natives : first;
}

function unread(): JsonDocument {
  return { form: undefined, content: NOTHING, complete: false };
}

/** Looks into `root_module`, its resources and its modules; `path` begins inside `values`. */
function inModules(path: JsonPath): Choice {
  if (path.length === 0) return "enter";
  if (path[0] !== "root_module") return "skip";
  let i = 1;
  while (path[i] === "child_modules") {
    if (path.length <= i + 2) return "enter";
    i += 2;
  }
  if (path.length === i) return "enter";
  if (path[i] !== "resources") return "skip";
  return path.length === i + 1 ? "enter" : "value";
}

function isResource(path: JsonPath): boolean {
  return path.at(-2) === "resources" && typeof path.at(-1) === "number";
}
