import { type Command, InvalidArgumentError, Option } from "commander";
import type { Scenario } from "../assessment/result.ts";
import type { Cloud } from "../providers/provider.ts";
import { LANGUAGES, type Lang } from "../report/language/language.ts";
import { UsageError } from "./usage-error.ts";
import { checkFile } from "./write-file.ts";

/** What every command takes. */
export interface CommonOptions {
  readonly format: string;
  readonly out?: string;
  readonly facts?: string;
  readonly date?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly lang?: Lang;
}

/** How an estate is read. */
export interface EstateOptions extends CommonOptions {
  readonly from?: string;
  readonly varFile: readonly string[];
  readonly workspace?: string;
  readonly plan?: string;
}

/** Where it goes. */
export interface TargetOptions {
  readonly to: string;
  readonly region?: string;
}

export interface ScenarioOptions {
  readonly scenario: Scenario;
  readonly priceFactor?: number;
}

export const SCENARIOS = ["planned-exit", "bouton-rouge", "provider-failure", "region-outage", "price-shock"] as const;

/** What `--out` names, for the help. */
type Out = { readonly file: string } | { readonly folder: string };
const RESULT: Out = { file: "file to write (default: stdout)" };

/** A file of `--out` is looked at before the command begins; a folder by the command, which knows whether `--force` is given. */
export function withCommonOptions(command: Command, formats: readonly string[], out = RESULT): Command {
  if ("file" in out) command.hook("preAction", () => checkFile("--out", command.opts<CommonOptions>().out));
  return command
    .addOption(new Option("--format <format>", "how the result is written").choices([...formats]).default(formats[0]))
    .option("--out <path>", "file" in out ? out.file : out.folder, asPath)
    .option("--facts <file>", "what code cannot know: data sizes, team, deadlines (exeat.yaml)")
    .option("--date <YYYY-MM-DD>", "date the result is stated for (default: the newest date of the facts used)", asDate)
    .option("--quiet", "errors only, no progress")
    .option("--no-color", "no colours (also: NO_COLOR in the environment, or output to a file or pipe)");
}

export function withEstateOptions(command: Command): Command {
  return command
    .option("--from <cloud>", "cloud the estate runs on (default: the one most resources belong to)")
    .option("--var-file <file>", "*.tfvars file with values of variables; may be repeated", collect, [])
    .option("--workspace <name>", "value of terraform.workspace (default: the one selected in the root's folder)")
    .option(
      "--plan <file>",
      "plan JSON (`tofu show -json`) laid over the folder: values from it, places from the code",
    );
}

export function withTargetOptions(command: Command, several: boolean): Command {
  return command
    .requiredOption(
      several ? "--to <cloud[:region],…>" : "--to <cloud[:region]>",
      several ? "target clouds, one or several" : "target cloud",
    )
    .option("--region <region>", "region at the target, as the cloud names it (default: the cloud's)");
}

/** Code that is written beside other things, or alone. */
export interface CodeOptions {
  readonly engine?: Cloud["engine"];
  readonly check?: boolean;
  readonly allowPartial?: boolean;
  readonly allowOrders?: boolean;
  readonly force?: boolean;
}

export function withCodeOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--engine <engine>", "engine to write for (default: the cloud's)").choices(["terraform", "pulumi"]),
    )
    .option(
      "--check",
      "judge the code with an engine on emulated providers; exit 1 when it fails or there is no engine",
    )
    .option("--allow-orders", "write what buys something too (a DNS zone at OVHcloud); else it is left out, and said")
    .option("--allow-partial", "with --check: pass although no engine is there or a component was left out")
    .option("--force", "write into a folder with other content, and over files changed by hand");
}

/** Leave that is given to a gate would not be heard where there is none. */
export function checkAllowPartial(
  { allowPartial }: { readonly allowPartial?: boolean | undefined },
  gate: string,
  given: boolean,
): void {
  if (!allowPartial || given) return;
  throw new UsageError(`--allow-partial is for a gate, and there is none: add ${gate}, or leave it out`);
}

/** Formats that are written in a language; the others are read by machines, or by engineers in English. */
const SPOKEN = ["markdown", "html", "svg"];

export function withLanguage(command: Command): Command {
  return command.addOption(
    new Option(
      "--lang <lang>",
      `language of ${SPOKEN.join(", ")}, with numbers and dates as written there (default: en)`,
    ).choices(LANGUAGES),
  );
}

/** A language is for formats that have one, among those offered: `also` says that such files are written besides. */
export function checkLanguage({ lang, format }: CommonOptions, offered: readonly string[], also = false): void {
  if (lang === undefined || lang === "en" || also || SPOKEN.includes(format)) return;
  const spoken = SPOKEN.filter((format) => offered.includes(format));
  throw new UsageError(`--lang ${lang} is for ${spoken.join(", ")}: add --format ${spoken.join(" or --format ")}`);
}

export function withScenario(command: Command): Command {
  return command
    .addOption(new Option("--scenario <scenario>", "why you leave").choices([...SCENARIOS]).default("planned-exit"))
    .option(
      "--price-factor <n>",
      "with price-shock: what the source's prices are multiplied by (default: 3)",
      asFactor,
    );
}

/** A factor that no reading uses would be asked for and not heard. */
export function checkPriceFactor({ priceFactor, scenario }: ScenarioOptions, everyScenario = false): void {
  if (priceFactor === undefined || scenario === "price-shock" || everyScenario) return;
  throw new UsageError("--price-factor is for a price shock: add --scenario price-shock, or leave it out");
}

/** Lines shown below the options: what people type. */
export function withExamples(command: Command, examples: readonly (readonly [line: string, says: string])[]): Command {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, says]) => `  $ ${line.padEnd(width)}  ${says}`.trimEnd());
  return command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}

/** A value of an option that may be repeated. */
export function collect(value: string, list: readonly string[]): readonly string[] {
  return [...list, value];
}

/** An empty variable of a script is no path. */
function asPath(value: string): string {
  if (value.trim() !== "") return value;
  throw new InvalidArgumentError("It is empty: name a path.");
}

/** A file beside the result, which standard output may have to itself. */
export function asFile(value: string): string {
  if (value !== "-") return asPath(value);
  throw new InvalidArgumentError("Standard output is for the result: name a file.");
}

function asFactor(value: string): number {
  const factor = Number(value);
  if (value.trim() !== "" && Number.isFinite(factor) && factor > 0) return factor;
  throw new InvalidArgumentError("Write a number above 0.");
}

function asDate(value: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError("Write a day of the calendar as YYYY-MM-DD.");
}
