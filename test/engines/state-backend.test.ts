import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import { stateBackend } from "../../engines/state-backend.ts";
import { plan } from "../../migration-plans/planner.ts";
import { clouds } from "../../providers/index.ts";
import { placeOf } from "../../providers/state-place.ts";
import { languageOf } from "../../report/language/language.ts";
import { shop } from "../assessment/estate.ts";
import { readFolder } from "../importers/hcl/memory-files.ts";

const targets = Object.values(clouds).filter((cloud) => !cloud.sourceOnly);

describe("the state of the target's code", () => {
  test.each(
    targets.map((cloud) => [cloud.id, cloud] as const),
  )("is kept at %s: what is written is read as standing there", async (_, cloud) => {
    const kept = stateBackend(cloud, cloud.defaultRegion, "terraform")!;
    expect([...kept.files.keys()]).toEqual(["backend.tf", "backend.hcl.example"]);
    const filled = kept.files.get(kept.example)!.replace('bucket = ""', 'bucket = "states"');
    const { roots, diagnostics } = await readFolder({
      "/w/backend.tf": kept.files.get("backend.tf")!,
      "/w/backend.hcl": filled,
    });
    expect(diagnostics).toEqual([]);
    const [backend] = roots[0]!.backends!;
    expect(placeOf(backend!, cloud)).toBe("source");
    expect(backend?.given).toEqual(expect.arrayContaining(["bucket", "key", "region"]));
    // Nothing that opens the bucket, and nobody else's store.
    expect(backend?.given.filter((name) => /secret|access|token|profile/.test(name))).toEqual([]);
    for (const other of targets) if (other !== cloud) expect(placeOf(backend!, other)).not.toBe("source");
  });

  test("is kept by Pulumi in a bucket of the target too, with what is secret in it encrypted", () => {
    const { example, files } = stateBackend(clouds["ovh"]!, "GRA11", "pulumi")!;
    expect([...files.keys()]).toEqual([example]);
    const text = files.get(example)!;
    expect(text).toContain(
      'PULUMI_BACKEND_URL="s3://${STATE_BUCKET}?endpoint=s3.gra.io.cloud.ovh.net&region=gra&s3ForcePathStyle=true"',
    );
    expect(text).toContain("PULUMI_CONFIG_PASSPHRASE");
  });

  test("is left to people where a cloud says of none of its buckets that they keep states", () => {
    const { signs: _, ...silent } = clouds["scaleway"]!;
    expect(stateBackend(silent, "fr-par", "terraform")).toBeUndefined();
    expect(stateBackend(clouds["vmware"]!, "dc", "terraform")).toBeUndefined();
  });

  test.each([
    ["terraform", "target/backend.hcl.example"],
    ["pulumi", "target/state.env.example"],
  ] as const)("has its bucket made by hand before the code is planned by %s", (engine, state) => {
    const input = shop();
    const { steps } = plan({
      ...{ assessment: assess(input), survey: input.survey, translations: input.translations },
      ...{ source: input.source, target: input.target },
      targetCode: { engine, folder: "target", files: [state], state },
    }).plan;
    const at = (id: string) => steps.findIndex((s) => s.id === id);
    expect(at("prepare.target.state")).toBeGreaterThan(at("prepare.target.account"));
    const first = steps.find((s) => s.id.startsWith("foundation.target"))!;
    expect(first.needs).toContain("prepare.target.state");
    if (engine === "terraform") expect(first.action.run).toContain("-backend-config=backend.hcl");
    const made = steps[at("prepare.target.state")]!;
    expect(made.action.manual).toContain(`copy \`${state}\` to \`${state.replace(".example", "")}\``);
    const said = [made.title, made.action.manual!, made.verify.manual!, made.rollback!.manual!];
    expect(
      said.flatMap((s) =>
        languageOf("fr")
          .fact(s)
          .filter((piece) => piece.lang === "en"),
      ),
    ).toEqual([]);
  });
});
