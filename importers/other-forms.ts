import { basename } from "node:path";
import type { Files } from "./importer.ts";

/** A way to describe infrastructure that is not read. */
export type OtherForm = "cloudformation" | "pulumi" | "cdk" | "serverless" | "bicep" | "kubernetes";

const BY_NAME: readonly (readonly [RegExp, OtherForm])[] = [
  [/^Pulumi\.ya?ml$/, "pulumi"],
  [/^cdk\.json$/, "cdk"],
  [/^serverless\.(?:ya?ml|json|[mc]?[jt]s)$/, "serverless"],
  [/^samconfig\.(?:toml|ya?ml)$/, "cloudformation"],
  [/\.bicep$/, "bicep"],
];
const BY_CONTENT: readonly (readonly [RegExp, OtherForm])[] = [
  // Keys of the document itself, not of a text that stands in it.
  [/(?:^|[{,])\s*["']?(?:AWSTemplateFormatVersion["']?\s*:|Type["']?\s*:\s*["']?AWS::\w)/m, "cloudformation"],
  [/"urn:pulumi:/, "pulumi"],
  [/^\s*\{?\s*"?apiVersion"?\s*:/m, "kubernetes"],
];
/** Files that may hold a template of CloudFormation, which no name gives away. */
const MAY_BE_TEMPLATE = /\.(?:ya?ml|json|template)$/i;

/** What a file is that holds no estate that can be read, told by how it begins. */
export function otherFormOf(head: string): OtherForm | undefined {
  return BY_CONTENT.find(([form]) => form.test(head))?.[1];
}

function namedForm(path: string): OtherForm | undefined {
  return BY_NAME.find(([name]) => name.test(basename(path)))?.[1];
}

/** Whether a file may describe resources in another way: by its name, or once somebody has looked into it. */
export function mayBeOtherForm(path: string): boolean {
  return namedForm(path) !== undefined || MAY_BE_TEMPLATE.test(path);
}

/** The other way in which a file describes resources, by its name or its first kilobytes. */
export async function otherFormAt(path: string, files: Files): Promise<OtherForm | undefined> {
  const named = namedForm(path);
  if (named !== undefined) return named;
  try {
    for await (const chunk of files.chunks(path)) {
      const form = otherFormOf(new TextDecoder().decode(chunk.subarray(0, HEAD_BYTES)));
      return form === "cloudformation" ? form : undefined;
    }
  } catch {
    // A file that nobody named and that cannot be opened: nothing says that it belongs to the estate.
  }
  return undefined;
}

const HEAD_BYTES = 16 * 1024;
