import { kindNames } from "../constructs/kinds.ts";
import { group, peek } from "../providers/group.ts";
import { type Native, nativeId } from "../providers/native.ts";
import { normalise } from "../providers/normalise.ts";
import { type Cloud, type Complete, isImplemented } from "../providers/provider.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import type { Evidence } from "./evidence.ts";
import { law } from "./law.ts";
import { type Reading, surveyOf } from "./reading.ts";
import type { Specimen } from "./specimen.ts";
import type { Workload } from "./workload.ts";

const SENTENCE = "A native has at most one anchor claim and one owner.";

export const claims = law<Specimen>(
  2,
  "claims",
  `${SENTENCE} What is written for a component is one group with no orphan.`,
  ({ natives, cloud }, fail) => {
    const { groups, ungrouped, ambiguous, diagnostics } = group(natives, cloud);
    if (groups.length !== 1)
      fail(`it is written as ${groups.length} groups: ${natives.map((n) => n.address).join(", ")}`);
    for (const n of ungrouped) fail(`${n.address} belongs to nothing`);
    for (const n of ambiguous) fail(`${n.address} may belong to it or not`);
    for (const d of diagnostics) fail(`${d.address}: ${d.detail}`);
    for (const n of natives) severalAnchors(n, cloud, fail);
    writtenTwice(natives, fail);
  },
);

export const claimsOnEstates = law<Reading>(2, "claims-on-estates", SENTENCE, ({ natives, cloud, groups }, fail) => {
  const owners = new Map<string, number>();
  for (const { group: g } of groups) {
    for (const n of [...(g.anchor ? [g.anchor] : []), ...g.owned]) {
      owners.set(nativeId(n), (owners.get(nativeId(n)) ?? 0) + 1);
    }
  }
  for (const [id, count] of owners) if (count > 1) fail(`${id} belongs to ${count} components`);
  for (const n of natives) severalAnchors(normalise(n, resourceSchema(cloud, n)), cloud, fail);
});

/** Side by side with others a component keeps its natives and takes none of theirs. */
export const claimsSideBySide = law<Workload>(
  2,
  "claims-side-by-side",
  "Components written into one workload are read as the same groups of natives, as one in each zone where their cloud says so.",
  ({ cloud, components, synthesis, natives }, fail) => {
    const groups = group(natives, cloud).groups.map((g) =>
      [...(g.anchor ? [g.anchor] : []), ...g.owned, ...g.shared].map((n) => n.address).sort(),
    );
    const zonal = new Set(components.filter((c) => inEachZone(c, cloud)).map((c) => c.id));
    let read = 0;
    for (const [id, own] of synthesis.components) {
      const addresses = own.map((n) => n.address).sort();
      const mine = groups.filter((g) => g.some((address) => addresses.includes(address)));
      if ((mine.length !== 1 && !zonal.has(id)) || mine.flat().sort().join() !== addresses.join()) {
        fail(`${id} is written as ${addresses.join(", ")} and read as ${mine.map((g) => g.join(", ")).join(" | ")}`);
      }
      read += zonal.has(id) ? mine.length : 1;
    }
    writtenTwice(natives, fail);
    if (groups.length !== read) fail(`${read} components are read as ${groups.length}`);
  },
);

/** With nothing beside it, and nothing but what its schema asks for. */
export const claimsStandingAlone = law<Evidence>(
  2,
  "claims-standing-alone",
  "What a claim names is never of unknown type: alone it is a component, a fragment of one, or described as foreign.",
  ({ cloud }, fail) => {
    const claims = Object.values(cloud.kinds).flatMap((entry) => (isImplemented(entry) ? entry.claims : []));
    const managed = claims.filter((c) => (c.mode ?? "managed") === "managed");
    for (const type of new Set(managed.map((c) => c.type))) {
      const { unknown } = surveyOf([alone(type, cloud)], cloud);
      if (unknown.some((u) => !u.ambiguous)) fail(`${type} is of unknown type where nothing names it`);
    }
  },
);

function writtenTwice(natives: readonly Native[], fail: (says: string) => void): void {
  const places = Map.groupBy(natives, (n) => n.address);
  for (const [address, { length }] of places) if (length > 1) fail(`${length} natives are written as ${address}`);
}

function inEachZone({ kind }: Complete, cloud: Cloud): boolean {
  const entry = cloud.kinds[kind];
  return isImplemented(entry) && entry.inEachZone === true;
}

function alone(type: string, cloud: Cloud): Native {
  const provider = { name: cloud.providers.find((p) => type.startsWith(`${p.name}_`))?.name ?? "" };
  const { attributes = {} } = resourceSchema(cloud, { type, mode: "managed" })?.block ?? {};
  const required = Object.keys(attributes).filter((name) => attributes[name]?.required);
  return {
    address: `${type}.alone`,
    root: ".",
    mode: "managed",
    type,
    name: "alone",
    provider,
    args: Object.fromEntries(required.map((name) => [name, "something"])),
    refs: [],
    configured: new Set(required),
    at: { file: "", line: 0 },
  };
}

function severalAnchors(native: Native, cloud: Cloud, fail: (says: string) => void): void {
  const anchors = kindNames.flatMap((kind) => {
    const entry = cloud.kinds[kind];
    if (!isImplemented(entry)) return [];
    return entry.claims
      .filter((c) => c.role === "anchor" && c.type === native.type && (c.mode ?? "managed") === native.mode)
      .filter((c) => (c.when?.(peek(native)) ?? true) === true)
      .map(() => kind);
  });
  if (anchors.length > 1) fail(`${native.address} is the anchor of ${anchors.join(" and ")}`);
}
