import { compareDiagnostics, type Diagnostic } from "../constructs/diagnostic.ts";
import type { Cloud } from "../providers/provider.ts";
import { type Ended, type EngineFolder, withEngineFolder } from "./engine-folder.ts";
import { type Engine, findEngine } from "./find-engine.ts";
import { serveProviders } from "./schema-provider/serve.ts";
import { isJsonObject, type Json, type JsonObject } from "./terraform-json.ts";

export interface EngineChecked {
  readonly ran: true;
  readonly engine: Engine["name"];
  /** What the engine said, in its own words. */
  readonly diagnostics: readonly Diagnostic[];
  /** The plan as the engine shows it in JSON; absent where the code was refused. */
  readonly plan?: JsonObject;
}

/** Not a verdict: nothing was judged, and a gate that asks for one fails. */
export interface EngineNotRun {
  readonly ran: false;
  readonly why: string;
}

/**
 * Judges Terraform code with a real engine, on providers served from the cloud's committed schemas: initialise, validate, plan.
 * Emulated: no cloud is asked, what a provider would compute is unknown. Variables without a default get a stand-in.
 */
export async function checkWithEngine(
  files: ReadonlyMap<string, string>,
  cloud: Cloud,
  engine: Engine | undefined = findEngine(),
): Promise<EngineChecked | EngineNotRun> {
  if (!engine) {
    return {
      ran: false,
      why: "no engine found: put `tofu` or `terraform` on the PATH, or set EXEAT_TOFU to a tofu binary. The code was not planned.",
    };
  }
  const types = new Set([...files.values()].flatMap((text) => text.match(/[a-z][a-z0-9]*_[a-z0-9_]+/g) ?? []));
  const served = await serveProviders({ providers: cloud.providers, types });
  try {
    const code = new Map([...files].filter(([name]) => /\.(tf|tofu)(\.json)?$/.test(name)));
    code.set("stand-ins.auto.tfvars.json", JSON.stringify(standIns(files)));
    return await withEngineFolder(code, engine, served.env, async (folder) => ({
      ran: true,
      engine: engine.name,
      ...(await judged(folder)),
    }));
  } finally {
    served.close();
  }
}

async function judged(folder: EngineFolder): Promise<Pick<EngineChecked, "diagnostics" | "plan">> {
  const init = await folder.run("init", "-no-color", "-input=false");
  if (init.code !== 0) return { diagnostics: [failed("init", init)] };
  const validate = await folder.run("validate", "-json");
  const verdict = JSON.parse(validate.stdout) as { diagnostics: EngineDiagnostic[] };
  if (validate.code !== 0) return { diagnostics: sorted(verdict.diagnostics) };
  const plan = await folder.run("plan", "-json", "-input=false", "-refresh=false", "-lock=false", "-out=plan.bin");
  const said = plan.stdout.split("\n").flatMap((line) => {
    const event = line.startsWith("{") ? (JSON.parse(line) as { diagnostic?: EngineDiagnostic }) : {};
    return event.diagnostic ? [event.diagnostic] : [];
  });
  if (plan.code !== 0) return { diagnostics: said.length > 0 ? sorted(said) : [failed("plan", plan)] };
  const show = await folder.run("show", "-json", "plan.bin");
  return { diagnostics: sorted(said), plan: JSON.parse(show.stdout) as JsonObject };
}

// ---------------------------------------------------------------- variables

const STAND_INS: Readonly<Record<string, Json>> = { number: 1, bool: false, "list(string)": [] };

/** A value for each variable of the JSON code that has none. */
function standIns(files: ReadonlyMap<string, string>): JsonObject {
  const variables = [...files].flatMap(([name, text]) => {
    const code = name.endsWith(".tf.json") ? (JSON.parse(text) as JsonObject) : {};
    return isJsonObject(code["variable"]) ? Object.entries(code["variable"]) : [];
  });
  return Object.fromEntries(
    variables.flatMap(([name, variable]) =>
      isJsonObject(variable) && variable["default"] === undefined
        ? [[name, STAND_INS[String(variable["type"])] ?? `stand-in-for-${name.replaceAll("_", "-")}`]]
        : [],
    ),
  );
}

// ---------------------------------------------------------------- diagnostics

interface EngineDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  readonly snippet?: { readonly context?: string | null };
}

function sorted(found: readonly EngineDiagnostic[]): Diagnostic[] {
  return found.map(fromEngine).sort(compareDiagnostics);
}

function fromEngine({ severity, summary, detail, address, range, snippet }: EngineDiagnostic): Diagnostic {
  const at = address ?? addressIn(snippet?.context ?? "");
  return {
    severity,
    code: severity === "error" ? "EX0620" : "EX0621",
    summary,
    detail: detail ?? "",
    ...(at === undefined ? {} : { address: at }),
    ...(range === undefined ? {} : { source: { file: range.filename, line: range.start.line } }),
  };
}

/** `resource "type" "name"` in HCL, `resource.type.name` in JSON. */
function addressIn(context: string): string | undefined {
  const [, mode, type, name] = /^(resource|data)[ .]"?([\w-]+)"?[ .]"?([\w-]+)"?$/.exec(context) ?? [];
  if (type === undefined || name === undefined) return undefined;
  return `${mode === "data" ? "data." : ""}${type}.${name}`;
}

function failed(command: string, { stderr, stdout }: Ended): Diagnostic {
  return {
    severity: "error",
    code: "EX0622",
    summary: "The engine stopped before it judged the code",
    detail: `\`${command}\` said: ${(stderr || stdout).trim()}`,
  };
}
