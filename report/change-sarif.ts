import type { Change, Finding } from "../assessment/change.ts";
import { acceptance } from "./change-text.ts";
import type { Reporter } from "./reporter.ts";

/** What each rule means, for the page that shows it. */
const RULES: Readonly<Record<Finding["rule"], { name: string; level: Finding["level"]; short: string; help: string }>> =
  {
    "blocking-loss": {
      name: "BlockingLoss",
      level: "error",
      short: "The target cannot carry this",
      help: "A property without which the component is not the same thing, or a whole kind, that the target does not have. Substitute or rebuild it, or keep it out of what must be able to leave.",
    },
    loss: {
      name: "Loss",
      level: "warning",
      short: "A property is lost at the target",
      help: "The target does not give back what is asked for here, or not for every value it could have. Each loss names what to do instead; a waiver with owner, reason and expiry accepts it.",
    },
    "foreign-type": {
      name: "ForeignType",
      level: "warning",
      short: "A resource type that has no counterpart elsewhere",
      help: "No neutral kind covers this type: what replaces it is chosen and built by hand. Reported for the first resource of a type in the estate.",
    },
    "unknown-type": {
      name: "UnknownType",
      level: "warning",
      short: "A resource type nobody described",
      help: "What leaving this type takes is not known, so it is charged as the dearest thing it could be. Reported for the first resource of a type in the estate.",
    },
    hole: {
      name: "Hole",
      level: "note",
      short: "Something that could not be read",
      help: "A module that is not downloaded, or a value nobody gave: it widens every range. Run `tofu init`, or give the value in a tfvars file.",
    },
  };

/** SARIF 2.1.0 with what is new. What is accepted is there, suppressed; what was there before or is gone is not. */
export const changeSarif: Reporter<Change> = (change) => {
  const { tool, target, findings, gate } = change;
  const names = Object.keys(RULES) as Finding["rule"][];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Exeat",
            semanticVersion: tool.version,
            rules: names.map((id) => {
              const { name, level, short, help } = RULES[id];
              return {
                id,
                name,
                shortDescription: { text: `${short}.` },
                fullDescription: { text: help },
                help: { text: help },
                defaultConfiguration: { level },
              };
            }),
          },
        },
        automationDetails: { id: `exeat/${target.cloud}/` },
        columnKind: "utf16CodeUnits",
        results: findings.filter((f) => f.state === "new").map((f) => resultOf(f, names.indexOf(f.rule))),
        properties: { complete: change.complete, failed: gate.failed.map((f) => f.condition) },
      },
    ],
  };
  return { output: `${JSON.stringify(log, null, 2)}\n`, exitCode: gate.failed.length === 0 ? 0 : 1 };
};

function resultOf(finding: Finding, ruleIndex: number) {
  const { rule, level, message, instead, fingerprint, accepted } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: [message, instead].filter(Boolean).join(" ") },
    locations: [locationOf(finding)],
    // Code hosts match alerts by the second name; both say what it is and not where it stands.
    partialFingerprints: { "exeat/v1": fingerprint, primaryLocationLineHash: `${hash(fingerprint)}:1` },
    baselineState: "new",
    ...(accepted
      ? { suppressions: [{ kind: "external", status: "accepted", justification: acceptance(finding) }] }
      : {}),
  };
}

/** The file where there is one, the line where it has lines; the component always. */
function locationOf({ at, subject, path, addresses }: Finding) {
  const region = at.line === undefined ? {} : { region: { startLine: at.line } };
  return {
    ...(at.file === "-" ? {} : { physicalLocation: { artifactLocation: { uri: uriOf(at.file) }, ...region } }),
    logicalLocations: [
      { fullyQualifiedName: [addresses[0] ?? subject, path].filter(Boolean).join(" "), kind: "resource" },
    ],
  };
}

/** Relative as it was given, or a `file:` address. */
function uriOf(file: string): string {
  const path = file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${path}` : path.replace(/^\.\//, "");
}

/** 64 bits of FNV-1a, in hexadecimal digits: short, and the same on every machine. */
function hash(text: string): string {
  let h = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n);
  return h.toString(16).padStart(16, "0");
}
