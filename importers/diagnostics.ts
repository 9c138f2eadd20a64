import type { Diagnostic, Location } from "../constructs/diagnostic.ts";
import { LEADS_OUT } from "./fenced-files.ts";
import { type OtherForm, otherFormOf } from "./other-forms.ts";

// One function per thing that can be wrong with what the user named; the remedy is in the text.

/** A file as a sentence begins with it. */
export function called(file: string): string {
  return file === "-" ? "Standard input" : file;
}

/** Of what `readEstate` says where it read nothing: what follows from the causes beside it. */
export const NOTHING_READ = "EX0201";

/** Of a module that counts although nobody calls it. */
export const CALLED_BY_NOBODY = "EX0119";

/** Of what counts as one because nobody knows how many there are. */
export const UNKNOWN_NUMBER = "EX0110";

export function nothingKnown(paths: readonly string[], refused: boolean): Diagnostic {
  const cause = refused
    ? "what is there could not be read, for the reasons said beside this. Mend that and read it again, or"
    : "no Terraform or OpenTofu code, plan, state, cdktf.out folder or inventory of machines is there:";
  return {
    severity: "error",
    code: NOTHING_READ,
    summary: refused ? "Nothing could be read" : "Nothing of a known form was found",
    detail: `${paths.map(called).join(", ") || "No path was given"}: ${cause} name a folder with *.tf files, a plan written by \`tofu show -json plan\`, a state, or an export of RVTools.`,
    ...(paths[0] === undefined ? {} : { source: { file: paths[0] } }),
  };
}

/** Of a link that is not followed. */
export const LINKED =
  "It leads to what lies outside of what was named, or is no code, and is not followed: a report would show what stands there. Name the folder that holds both, or put a copy in its place.";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "It does not exist. Check the path.",
  EACCES: "The system refuses to let this user read it. Change its permissions or run as a user who may.",
  EPERM: "The system refuses to let this user read it. Change its permissions or run as a user who may.",
  ELOOP: "Its links lead round in a circle. Remove the link.",
  EISDIR: "It is a folder where a file was expected.",
  ENOTDIR: "Part of the path is a file. Check the path.",
  [LEADS_OUT]: LINKED,
};

export function notOpened(file: string, error: unknown): Diagnostic {
  const code = (error as { code?: unknown } | null)?.code;
  const reason =
    typeof code === "string" ? (REASONS[code] ?? `The system says ${code}.`) : "The system gave no reason.";
  return {
    severity: "error",
    code: "EX0202",
    summary: "A path could not be opened",
    detail: `${called(file)}: ${reason}`,
    source: { file },
  };
}

export function notFileOrFolder(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0202",
    summary: "A path could not be opened",
    detail: `${file}: it is neither a file nor a folder. Name one of these; what comes through a pipe is named -.`,
    source: { file },
  };
}

export function brokenJson(at: Location, truncated: boolean, kept: number): Diagnostic {
  const what = truncated ? "The file ends in the middle: it was cut off." : "From this line on it is not JSON.";
  const rest = kept > 0 ? ` The ${kept} resources before that are counted, what follows is missing.` : "";
  return {
    severity: "error",
    code: "EX0203",
    summary: truncated ? "JSON is cut off" : "JSON is malformed",
    detail: `${what}${rest} Write the file again (\`tofu show -json plan > plan.json\`, \`tofu state pull > state.json\`).`,
    source: at,
  };
}

export function emptyFile(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0203",
    summary: file === "-" ? "Standard input is empty" : "A file is empty",
    detail:
      file === "-"
        ? "Nothing came through the pipe. Look at what the command before it says: it failed, or had nothing to write."
        : `${file} has no content. Write it again (\`tofu show -json plan > plan.json\`).`,
    source: { file },
  };
}

export function notText(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0204",
    summary: "A binary file was given",
    detail: `${called(file)} is not text. Exeat reads code (*.tf), plans and states in JSON.`,
    source: { file },
  };
}

export function planBinary(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0205",
    summary: "A plan in the engine's own format was given",
    detail: `${file} is an archive that only the engine that wrote it can read. Run \`tofu show -json ${file} > plan.json\` (or \`terraform show -json\`) where it was planned, and name plan.json.`,
    source: { file },
  };
}

export function compressed(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0205",
    summary: "A compressed file was given",
    detail: `${called(file)} is an archive. Unpack it and name what is inside.`,
    source: { file },
  };
}

export function utf16(file: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0206",
    summary: "A file is in UTF-16",
    detail: `${called(file)} was read all the same. Windows PowerShell writes UTF-16 with \`>\`; other tools refuse it: use \`| Out-File -Encoding utf8\`.`,
    source: { file },
  };
}

export function stateVersion(file: string, version: unknown): Diagnostic {
  const old = typeof version === "number" && version < 4;
  return {
    severity: "error",
    code: "EX0207",
    summary: old ? "A state is too old" : "A state is of a version not known yet",
    detail: old
      ? `State version ${version} was written by Terraform before 0.12; version 4 is read. Pull it with Terraform 0.12 or newer, or OpenTofu (\`tofu state pull > state.json\`), which upgrades it.`
      : `State version ${String(version)} is newer than 4, the newest known here: reading it could miss resources. Use a newer Exeat, or give a plan (\`tofu show -json plan > plan.json\`).`,
    source: { file },
  };
}

export function formatVersion(file: string, version: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0208",
    summary: "A JSON format is of a version not known yet",
    detail: `format_version ${version} is newer than 1.x, the newest known here: reading it could miss resources. Use a newer Exeat.`,
    source: { file },
  };
}

export function encryptedState(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0209",
    summary: "A state is encrypted",
    detail: `${called(file)} can only be read with its key. Give a plan, or the state in clear from a safe place (\`tofu state pull > state.json\`).`,
    source: { file },
  };
}

/** What resources are described in, where nobody reads it, and what to do instead. */
const OTHER_FORMS: Readonly<Record<OtherForm, string>> = {
  cloudformation: "CloudFormation",
  pulumi: "Pulumi",
  cdk: "the AWS CDK",
  serverless: "the Serverless Framework",
  bicep: "Bicep",
  kubernetes: "objects of Kubernetes",
};
const IMPORT_IT =
  "Take it over in a copy (import blocks, then `tofu plan -generate-config-out=generated.tf -out plan && tofu show -json plan > plan.json`), and name plan.json.";

function notCounted(form: OtherForm): string {
  const remedy = form === "kubernetes" ? "They move with their cluster: name the code that makes it." : IMPORT_IT;
  return `What is described in ${OTHER_FORMS[form]} is not read, and none of it is counted. ${remedy}`;
}

/** Of resources described beside code, or in place of it, in a way that is not read. */
export const OTHER_FORM = "EX0225";

export function otherFormBeside(file: string, form: OtherForm): Diagnostic {
  return {
    severity: "warning",
    code: OTHER_FORM,
    summary: "Resources are described in a form that is not read",
    detail: `${notCounted(form)} Where they are no part of this estate, name the folders of its code in place of one that holds both.`,
    source: { file },
  };
}

/** A file that was named; `head` is how it begins. */
export function unknownForm(file: string, head: string): Diagnostic {
  const form = otherFormOf(head);
  if (form === undefined) return unknownJson(file);
  return { ...otherFormBeside(file, form), severity: "error", code: "EX0226", detail: notCounted(form) };
}

function unknownJson(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0210",
    summary: "A file is of no known form",
    detail: `${called(file)} is neither a plan (format_version with planned_values), nor a state (version 4 with resources), nor a shown state (format_version with values). Name one of these, or the folder with the code.`,
    source: { file },
  };
}

export function codeFile(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0210",
    summary: "A single file of code was given",
    detail: `${file} means nothing without the files beside it. Name its folder.`,
    source: { file },
  };
}

export function givenTwice(file: string, first: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0211",
    summary: "A path was given twice",
    detail:
      file === first ? `${file} is read once.` : `${file} is the same as ${first}, or inside it: it is read once.`,
    source: { file },
  };
}

export function planIsBetter(file: string): Diagnostic {
  return {
    severity: "info",
    code: "EX0212",
    summary: "A plan of the running estate tells more than a state",
    detail: `${called(file)} is a state: it cannot tell what was asked for from what the provider chose, nor what refers to what. In the folder of the code: \`tofu plan -out plan && tofu show -json plan > plan.json\`, and name plan.json.`,
    source: { file },
  };
}

export function besideCode(file: string, form: "state" | "plan" | "table"): Diagnostic {
  return {
    severity: "info",
    code: "EX0213",
    summary: `A ${form} beside the code was not read`,
    detail:
      form === "plan"
        ? `${file} may describe the same resources as the code, which would count twice. To use its values: \`--plan ${file}\`.`
        : `${file} may describe the same resources as the code, which would count twice. To read it instead, name it alone.`,
    source: { file },
  };
}

export function deposed(at: Location, address: string): Diagnostic {
  return {
    severity: "info",
    code: "EX0214",
    summary: "An instance waits for its deletion",
    detail: `${address} was replaced and its predecessor not yet deleted: the predecessor is not counted. \`tofu apply\` deletes it.`,
    address,
    source: at,
  };
}

export function unreadableEntry(at: Location, address: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0215",
    summary: "A resource could not be read",
    detail: `${address}: its entry is not what a plan or state holds. Write the file again.`,
    address,
    source: at,
  };
}

export function listedTwice(at: Location, address: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0218",
    summary: "A resource is listed twice",
    detail: `${address} names two entries: the first counts. Engines list each once: write the file again, or mend what was merged by hand.`,
    address,
    source: at,
  };
}

export function variablesNotUsed(file: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0224",
    summary: "--var-file needs a folder of code",
    detail: `${called(file)} was not used: plans and states hold the values they were made with. Leave it out, or name a folder with *.tf files.`,
    source: { file },
  };
}
