import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Kind } from "exeat";
import { authored, componentLaws, engineFaithful, type Proof, proveCloud, Reading, Specimen } from "exeat/laws";
import type { Cloud, Implementation } from "exeat/providers";
import { terraformFiles } from "../../engines/terraform.ts";
import { writtenDifferences } from "../../engines/written-differences.ts";
import { subjectsOf } from "../../laws/subjects.ts";
import { translate } from "../../providers/translate.ts";
import { meadow } from "../fixtures/example-cloud/index.ts";
import { proof } from "../fixtures/example-cloud/proof.ts";

const folder = new URL("../fixtures/example-cloud/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
const { exports } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  exports: object;
};

describe("a cloud that is not of this repository", () => {
  test.each(files)("%s imports its neighbours and what the package publishes, nothing else", (file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const imported = [...text.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name = ""]) => name);
    const allowed = [...Object.keys(exports).map((name) => name.replace(".", "exeat")), ...files.map((f) => `./${f}`)];
    expect(imported.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test("keeps every law", () => {
    expect(proveCloud(meadow, proof)).toEqual([]);
  }, 120_000);

  test("is written down as it was lowered, without a class for any of its types", async () => {
    const { workloads } = subjectsOf(meadow, { ...proof, generated: { count: 20, seed: 1 } });
    const terraform = {
      name: "Terraform",
      differences: async (...[synthesis, cloud]: Parameters<typeof terraformFiles>) =>
        writtenDifferences(await terraformFiles(synthesis, cloud), synthesis, cloud),
    };
    for (const workload of workloads) expect(await engineFaithful.check(workload, terraform)).toEqual([]);
  });

  test("may leave kinds out, and says of them what is known", () => {
    const to = (kind: Kind) => translate({ kind, id: "it", props: {}, requested: new Set(), holes: [] }, meadow);
    expect(to("vm").unsupported).toEqual({ why: "not written", substitute: null });
    expect(to("dns-zone").unsupported?.why).toBe("Meadow answers for no domain names.");
  });
});

describe("it is told what is wrong with it", () => {
  const few: Proof = { ...proof, generated: { count: 0, seed: 1 } };
  const changed = <K extends Kind>(
    kind: K,
    change: (honest: Implementation<K>) => Partial<Implementation<K>>,
  ): Cloud => {
    const honest = meadow.kinds[kind] as Implementation<K>;
    return { ...meadow, kinds: { ...meadow.kinds, [kind]: { ...honest, ...change(honest) } } };
  };
  const broken = (cloud: Cloud) => [...new Set(proveCloud(cloud, few).map((failure) => failure.name))];

  /** Every argument that is written, by the type it is written for. */
  const written: readonly (readonly [Kind, string, string])[] = [
    ...["name", "versioned", "public", "deletable_when_full", "labels"].map(
      (arg) => ["object-bucket", "meadow_bucket", arg] as const,
    ),
    ...["bucket", "target", "prefix"].map((arg) => ["object-bucket", "meadow_bucket_log", arg] as const),
    ...["name", "size_gib", "class", "zone", "encrypted", "snapshot", "labels"].map(
      (arg) => ["volume", "meadow_volume", arg] as const,
    ),
  ];

  test.each(written)("%s: %s is written without %s", (kind, type, argument) => {
    const cloud = changed(kind, ({ lower }) => ({
      lower: (component, ctx) =>
        lower(component, {
          ...ctx,
          native: (of, args, options) =>
            ctx.native(of, of === type ? { ...args, [argument]: undefined } : args, options),
        }),
    }));
    const cases = (proof.cases[kind] ?? []).map(
      (c) => new Specimen(c.title, cloud, authored(kind, "component", c.props), c.region),
    );
    expect(componentLaws.flatMap((law) => cases.flatMap((specimen) => law.check(specimen)))).not.toEqual([]);
  });

  test("labels that lower forgets are asked for and do not come back", () => {
    const cloud = changed("volume", ({ lower }) => ({
      lower: (component, ctx) => lower({ ...component, props: { ...component.props, labels: undefined } }, ctx),
    }));
    expect(proveCloud(cloud, few)).toContainEqual({
      law: 3,
      name: "round-trip",
      subject: "a fast encrypted volume in the second zone of the south",
      says: expect.stringMatching(/^labels was asked to be \{"a":"b"\} and came back as nothing/),
    });
  });

  test("a loss that no case meets, a claim that is missing", () => {
    const losses = changed("volume", (honest) => ({
      losses: [...honest.losses, { ...honest.losses[0]!, path: "sizeGiB", when: () => false }],
    }));
    expect(broken(losses)).toEqual(["losses-seen"]);
    expect(broken(changed("object-bucket", ({ claims }) => ({ claims: claims.slice(0, 1) })))).toContain("claims");
  });

  test("what is rewritten and not declared is shown as coarsened, and so has a price", () => {
    const coarsened = (cloud: Cloud) =>
      new Reading("volumes", cloud, proof.fixtures[1]?.natives ?? []).survey.components.flatMap((component) =>
        component.coarsened.map((leaf) => `${leaf.address}.${leaf.path}`),
      );
    expect(coarsened(meadow)).toEqual([]);
    expect(coarsened(changed("volume", () => ({ rewrites: [] })))).toEqual(["meadow_volume.orders.size_mib"]);
  });
});
