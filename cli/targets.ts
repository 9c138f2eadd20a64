import type { Diagnostic } from "../constructs/diagnostic.ts";
import { edits } from "../constructs/nearest.ts";
import { clouds } from "../providers/index.ts";
import type { Cloud } from "../providers/provider.ts";
import type { TargetOptions } from "./common-options.ts";
import { UsageError } from "./usage-error.ts";

export interface Target {
  readonly cloud: Cloud;
  readonly region: string;
}

/** The cloud of an id, to leave it or to go there. */
export function cloudNamed(id: string): Cloud {
  return oneOf(Object.values(clouds), id);
}

/** The cloud of an id, to go there. */
function targetNamed(id: string): Cloud {
  const targets = Object.values(clouds).filter((cloud) => !cloud.sourceOnly);
  const left = Object.values(clouds).find((cloud) => cloud.id === id && cloud.sourceOnly);
  if (!left) return oneOf(targets, id);
  throw new UsageError(`${left.title} can only be left, never gone to: name one of ${idsOf(targets)} with --to`);
}

function oneOf(offered: readonly Cloud[], id: string): Cloud {
  const cloud = offered.find((c) => c.id === id);
  if (cloud) return cloud;
  throw new UsageError(`there is no cloud "${id}": name one of ${idsOf(offered)}`);
}

function idsOf(list: readonly Cloud[]): string {
  return list.map((cloud) => cloud.id).join(", ");
}

/** `scaleway`, `scaleway:fr-par`, `scaleway,ovh:GRA`. */
export function targetsNamed({ to, region }: TargetOptions): [Target, ...Target[]] {
  const words = to.split(",").map((word) => word.trim());
  if (words.length > 1 && region !== undefined) {
    throw new UsageError(`--region goes with one target: write the region behind each, --to ${words[0]}:${region},…`);
  }
  const targetOf = (word: string): Target => {
    const [id = "", own] = word.split(":");
    const cloud = targetNamed(id);
    const [named, other] = [own, region].flatMap((each) => (each ? [regionNamed(each, cloud)] : []));
    if (other !== undefined && other !== named) {
      throw new UsageError(`--to ${word} and --region ${region} name two regions: leave one out`);
    }
    return { cloud, region: named ?? cloud.defaultRegion };
  };
  const [first = "", ...rest] = words;
  const targets: [Target, ...Target[]] = [targetOf(first), ...rest.map(targetOf)];
  const twice = targets.find((t, i) => targets.findIndex((o) => o.cloud === t.cloud) !== i);
  if (twice) throw new UsageError(`--to names ${twice.cloud.id} twice`);
  return targets;
}

export function oneTarget(options: TargetOptions): Target {
  const [target, ...more] = targetsNamed(options);
  if (more.length === 0) return target;
  throw new UsageError("this command takes one target cloud");
}

/** A region as its cloud writes it, whatever the case. What is one slip away from it is refused: code for nowhere would be written. */
function regionNamed(region: string, { title, jurisdiction }: Cloud): string {
  const written = region.toLowerCase();
  const known = Object.keys(jurisdiction.regions);
  const same = known.find((name) => name.toLowerCase() === written);
  if (same !== undefined) return same;
  const meant = known.find((name) => isSlip(written, name.toLowerCase()));
  if (meant === undefined) return region;
  throw new UsageError(`${title} is not known to have the region ${region}: did you mean ${meant}?`);
}

/** A letter or sign too many, too few or another, two of them swapped, or a zone in place of its region. Another number is another region. */
function isSlip(written: string, known: string): boolean {
  if (written.startsWith(known) && /^(-\w|[a-z])$/.test(written.slice(known.length))) return true;
  const numbers = (text: string) => text.replaceAll(/\D/g, "");
  if (numbers(written) !== numbers(known)) return false;
  const letters = (text: string) => [...text].sort().join("");
  return edits(written, known, 1) <= 1 || (letters(written) === letters(known) && edits(written, known, 2) <= 2);
}

/** Other regions are passed on as written: the catalogue need not know the newest. */
export function regionDiagnostics(targets: readonly Target[]): Diagnostic[] {
  return targets
    .filter(({ cloud, region }) => !(region in cloud.jurisdiction.regions))
    .map(({ cloud, region }) => ({
      severity: "warning",
      code: "EX0002",
      summary: "A region is not in the catalogue",
      detail: `${cloud.title} is not known to have ${region}; it is written as given. Known: ${Object.keys(cloud.jurisdiction.regions).join(", ")}.`,
    }));
}
