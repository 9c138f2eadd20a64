import { strToU8, zipSync } from "fflate";
import { importKnowledge } from "../../cli/import-knowledge.ts";
import { readEstate } from "../../importers/read-estate.ts";
import { clouds } from "../../providers/index.ts";
import { takeSurvey } from "../../providers/take-survey.ts";
import { memoryFiles } from "./memory-files.ts";

const knowledge = importKnowledge(Object.values(clouds));
const vmware = Object.values(clouds).filter((c) => c.machinesListed)[0];

type Tree = Parameters<typeof memoryFiles>[0];

/** What is read of the files of a folder `x`, or of a path in it. */
export async function read(tree: Tree, path = "x") {
  const files = Object.fromEntries(Object.entries(tree).map(([name, content]) => [`x/${name}`, content]));
  const estate = await readEstate([path], { files: memoryFiles(files), knowledge });
  if (!vmware) throw new Error("no cloud takes inventories");
  const survey = takeSurvey(estate, vmware);
  const vms = survey.components.filter((c) => c.kind === "vm");
  const told = estate.diagnostics.map((d) => `${d.code} ${d.source?.file}:${d.source?.line ?? ""} ${d.detail}`);
  return { estate, survey, vms, told };
}

export const INFO =
  "VM,Powerstate,Template,CPUs,Memory,In Use MiB,Provisioned MiB,OS according to the VMware Tools,VM ID\n";
export const DISK = "VM,Disk,Capacity MiB,Raw,Disk Mode,Sharing mode,VM ID\n";
export const CARD = "VM,NIC label,Network,Switch,VM ID\n";
export const web = "web,poweredOn,False,2,4096,20480,45056,Debian GNU/Linux 12 (64-bit),vm-1\n";

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

/** A sheet of a workbook with texts in its cells; numbers stand as numbers. */
export function sheetOf(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) =>
    typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  return sheet(rows.map((cells, i) => `<row r="${i + 1}">${cells.map(cell).join("")}</row>`).join(""));
}

/** A zip archive of texts. */
export function zip(parts: Readonly<Record<string, string>>, packed: boolean): Uint8Array {
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { level: packed ? 6 : 0 });
}
