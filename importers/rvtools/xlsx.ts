import { type UnzipFileInfo, unzipSync } from "fflate";
import type { Grid, Row } from "../csv.ts";

/** A part of a workbook that unpacks to more than this is no inventory. */
const MAX_BYTES = 512 * 1024 * 1024;

/** Whether bytes begin like a zip archive, which a workbook is. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Whether bytes begin like a compound file: a workbook before 2007, or one that a password closes ([MS-CFB] 2.2). */
export function isClosedWorkbook(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);
}

interface Sheets {
  readonly grids: readonly Grid[];
  /** Parts that cannot be unpacked or end too early. */
  readonly broken: readonly string[];
  /** Whether it is a workbook at all. */
  readonly known: boolean;
}

/** Every sheet of a workbook (ECMA-376, SpreadsheetML). */
export function sheetsOf(bytes: Uint8Array): Sheets {
  const parts = new Set(partNames(bytes));
  const broken: string[] = [];
  const shared = "xl/sharedStrings.xml";
  // Some writers put a prefix before each name.
  const xmlOf = (name: string): string => {
    const xml = unpacked(bytes, name)?.replaceAll(/<(\/?)\w+:/g, "<$1");
    if (xml === undefined || !/<\/?(worksheet|sst)[^<>]*>\s*$/.test(xml)) broken.push(name);
    return xml ?? "";
  };
  const texts = parts.has(shared) ? sharedTexts(xmlOf(shared)) : [];
  const names = [...parts].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  const grids = names.flatMap((name) => {
    const [head, ...rows] = rowsOf(xmlOf(name), texts);
    return head ? [{ columns: head.cells, rows }] : [];
  });
  return { grids, broken, known: names.length > 0 };
}

/** None where the archive ends too early. */
function partNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  const note = ({ name }: UnzipFileInfo) => {
    names.push(name);
    return false;
  };
  try {
    unzipSync(bytes, { filter: note });
    return names;
  } catch {
    return names;
  }
}

/** Undefined for what is broken, encrypted or packed in another way. */
function unpacked(bytes: Uint8Array, part: string): string | undefined {
  try {
    const filter = ({ name, originalSize }: UnzipFileInfo) => name === part && originalSize <= MAX_BYTES;
    const content = unzipSync(bytes, { filter })[part];
    return content && new TextDecoder().decode(content);
  } catch {
    return undefined;
  }
}

/** Texts that cells name by number; a text may be cut into runs. */
function sharedTexts(xml: string): readonly string[] {
  return [...xml.matchAll(/<si(?:\s[^>]*)?>([\s\S]*?)<\/si>|<si\s*\/>/g)].map((m) => runs(m[1] ?? ""));
}

function runs(xml: string): string {
  // Readings for scripts that need them stand beside the text and are none of it.
  const plain = xml.replaceAll(/<rPh[\s\S]*?<\/rPh>/g, "");
  return [...plain.matchAll(/<t(?:\s[^>/]*)?>([\s\S]*?)<\/t>/g)].map((m) => unescaped(m[1] ?? "")).join("");
}

function rowsOf(xml: string, texts: readonly string[]): Row[] {
  const rows = [...xml.matchAll(/<row(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/row>)/g)].map((m, i) => ({
    line: Number(attribute(m[1] ?? "", "r") ?? i + 1),
    cells: cellsOf(m[2] ?? "", texts),
  }));
  return rows.filter(({ cells }) => cells.some((c) => c.trim() !== ""));
}

/** Cells stand where their reference says; those left out are empty. */
function cellsOf(xml: string, texts: readonly string[]): string[] {
  const cells: string[] = [];
  for (const m of xml.matchAll(/<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const at = columnOf(attribute(m[1] ?? "", "r")) ?? cells.length;
    while (cells.length < at) cells.push("");
    cells[at] = cellText(m[2] ?? "", attribute(m[1] ?? "", "t"), texts);
  }
  return cells;
}

function cellText(xml: string, type: string | undefined, texts: readonly string[]): string {
  if (type === "inlineStr") return runs(xml);
  const value = unescaped(/<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(xml)?.[1] ?? "");
  if (type === "s") return texts[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "True" : "False";
  // Numbers are written for machines: a full stop before the fraction, never between thousands.
  return type === undefined || type === "n" ? plainNumber(value) : value;
}

/** In digits that nobody takes for another number: of a fraction never just three. */
function plainNumber(value: string): string {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return value;
  return Number.isInteger(number) ? String(number) : number.toFixed(6);
}

/** `C7` → 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function attribute(xml: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1];
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return NAMED[name ?? ""] ?? whole;
    },
  );
}
