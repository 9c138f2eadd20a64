import { describe, expect, test } from "@jest/globals";
import { Support, support } from "../../assessment/support.ts";
import { clouds } from "../../providers/index.ts";
import type { Cloud, Implementation } from "../../providers/provider.ts";

const { aws, ovh, scaleway } = clouds as Record<"aws" | "ovh" | "scaleway", Cloud>;
const result = support([aws, ovh, scaleway], ["object-bucket", "volume"]);

function verdicts(of: Support, kind: string, prop: string): Record<string, string> {
  const row = of.kinds.find((k) => k.kind === kind)?.props.find((p) => p.prop === prop);
  return Object.fromEntries(row?.clouds.map((c) => [c.cloud, c.verdict]) ?? []);
}

describe("what each cloud holds", () => {
  test("has the shape it promises", () => {
    expect(Support.parse(JSON.parse(JSON.stringify(result)))).toEqual(JSON.parse(JSON.stringify(result)));
  });

  test("a property is held, lost, or held under a condition that is cited", () => {
    expect(verdicts(result, "object-bucket", "accessLogs")).toEqual({ aws: "held", ovh: "lost", scaleway: "lost" });
    expect(verdicts(result, "object-bucket", "versioning")).toEqual({ aws: "held", ovh: "held", scaleway: "held" });
    const losses = result.kinds.flatMap((k) => k.props.flatMap((p) => p.clouds.flatMap((c) => c.losses)));
    expect(losses.length).toBeGreaterThan(0);
    expect(losses.filter((l) => l.citation.source === "" || l.why === "")).toEqual([]);
  });

  test("the catalogues that writing a kind asks are listed, and no others", () => {
    const names = result.kinds[0]?.catalogues.map((c) => `${c.cloud} ${c.name}`);
    expect(names).toEqual(["aws storageClass", "ovh storageClass", "scaleway storageClass"]);
  });

  test("a loss that happens and that nobody declared is not called held", () => {
    const bucket = scaleway.kinds["object-bucket"] as Implementation<"object-bucket">;
    const silent = { ...bucket, losses: bucket.losses.filter((l) => l.path !== "accessLogs") };
    const lying = { ...scaleway, kinds: { ...scaleway.kinds, "object-bucket": silent } } as Cloud;
    expect(verdicts(support([lying], ["object-bucket"]), "object-bucket", "accessLogs")["scaleway"]).not.toBe("held");
  });

  test("a kind that a cloud has not is not there", () => {
    expect(verdicts(support([{ ...ovh, kinds: {} }], ["volume"]), "volume", "sizeGiB")).toEqual({ ovh: "absent" });
  });
});
