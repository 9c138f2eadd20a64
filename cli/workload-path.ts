import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { Files } from "../importers/importer.ts";

const HEAD_BYTES = 4096;

/** Whether a path is a workload rather than an estate: by its name, and where that does not tell, by how it begins. */
export async function isWorkloadPath(path: string, files: Files): Promise<boolean> {
  if (/\.([mc]?[tj]s|ya?ml)$/i.test(path)) return true;
  if (path !== "-" && !/\.json$/i.test(path)) return false;
  try {
    for await (const piece of files.chunks(path)) {
      const head = new TextDecoder().decode(piece.subarray(0, HEAD_BYTES));
      return /(^|[\s{,"'])(formatVersion|components)["']?\s*:/.test(head) && !/"format_version"|"lineage"/.test(head);
    }
  } catch {
    // Whoever reads it says what is wrong with it.
  }
  return false;
}

const NO_KNOWN_FORM = "EX0210";

/** Says of a workload that was given as an estate which commands take it. */
export async function workloadHints(diagnostics: readonly Diagnostic[], files: Files): Promise<Diagnostic[]> {
  return Promise.all(
    diagnostics.map(async (diagnostic) => {
      const file = diagnostic.code === NO_KNOWN_FORM ? diagnostic.source?.file : undefined;
      if (file === undefined || !(await isWorkloadPath(file, files))) return diagnostic;
      return {
        ...diagnostic,
        summary: "A workload was given in place of an estate",
        detail: `${file} has the form of a workload, a description: this command reads what runs. Compare it on two clouds with \`exeat diff ${file} --from CLOUD --to CLOUD\`, write it for one with \`exeat synth ${file} --to CLOUD --out FOLDER\`, or name the code, plan or state of what runs.`,
      };
    }),
  );
}
