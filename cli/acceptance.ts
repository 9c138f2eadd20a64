import type { z } from "zod";
import { Baseline, Waivers } from "../assessment/change.ts";
import type { Readable } from "./read-text.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

/** A file of what is accepted, or what is wrong with it: nothing is accepted by half. */
type Read<T> = YamlFile<T>;

const BASELINE = {
  name: "the baseline",
  remedy: "Write it anew with --write-baseline, or leave --baseline out: then nothing is accepted.",
};
const WAIVERS = {
  name: "the file of waivers",
  remedy: "Write `formatVersion: 1` and a list of `waivers`, or leave --waivers out: then nothing is waived.",
};

/** Written by `--write-baseline`. */
export async function readBaseline(file: string | undefined, files: Readable): Promise<Read<Baseline>> {
  return file === undefined ? { diagnostics: [] } : readYaml(file, files, Baseline, BASELINE);
}

/** Written by people: YAML, each waiver with owner, reason and last day. */
export async function readWaivers(file: string | undefined, files: Readable): Promise<Read<z.infer<typeof Waivers>>> {
  return file === undefined ? { diagnostics: [] } : readYaml(file, files, Waivers, WAIVERS);
}
