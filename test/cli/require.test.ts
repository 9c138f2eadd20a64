import { describe, expect, test } from "@jest/globals";
import { Assessment } from "../../assessment/assessment.ts";
import { Matrix } from "../../assessment/matrix.ts";
import { exeat, SHOP } from "./exeat.ts";

const assessShop = (...words: string[]) => exeat(["assess", SHOP, "--to", "ovh", ...words]);

describe("exeat assess --require", () => {
  test("says on the first page how many components comply, makes the others specific, and ends 0", async () => {
    const { code, out } = await assessShop("--require", "secnumcloud");
    expect(code).toBe(0);
    expect(out.split("\n")[1]).toBe("0 of 5 components would run on a service qualified for secnumcloud");
    expect(out).toContain("0 core · 0 implementation · 5 specific");
  });

  test("takes several, as their referentials write them too, and the day for which they must hold", async () => {
    const words = ["--require", "SecNumCloud, hds,hds", "--date", "2031-01-01", "--format", "json"];
    const { requirements, components } = Assessment.parse(JSON.parse((await assessShop(...words)).out));
    expect(requirements.map((r) => [r.qualification, r.complies, r.of])).toEqual([
      ["secnumcloud", 0, 5],
      ["hds", 0, 5],
    ]);
    for (const c of components) expect(c.unqualified).toEqual(["secnumcloud", "hds"]);
    for (const { why } of requirements[0]?.components ?? [])
      expect(why.join()).toMatch(/VMware on OVHcloud.*Bare Metal Pod/);
  });

  test("goes with every reason to leave", async () => {
    const { out } = await assessShop("--require", "hds", "--all-scenarios", "--format", "json");
    const { requirements } = Matrix.parse(JSON.parse(out));
    expect(requirements).toEqual([{ target: "ovh", qualification: "hds", complies: 0, mayComply: 5, of: 5 }]);
  });

  test.each([
    "eucs",
    "secnumcloud,",
    "hds,constructor",
  ])("of a name nobody has on record (%s) is a usage error that lists the names", async (names) => {
    const { code, out, err } = await assessShop("--require", names);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(
      /^error\[EX0001\]: no cloud has a qualification ".*" on record: name one of hds, secnumcloud\n$/,
    );
  });
});
