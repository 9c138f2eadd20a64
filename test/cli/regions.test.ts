import { describe, expect, test } from "@jest/globals";
import { oneTarget, regionDiagnostics, targetsNamed } from "../../cli/targets.ts";
import { exeat, STACK } from "./exeat.ts";

const synth = (...to: string[]) => exeat(["synth", STACK, "--check", "--allow-partial", ...to]);

test("a region is found whatever its case, and written as its cloud writes it", async () => {
  const words = ["diff", STACK, "--from", "aws", "--to", "ovh:eu-west-par,scaleway:FR-PAR", "--format", "json"];
  const { code, out, err } = await exeat(words);
  expect(code).toBe(0);
  expect(err).not.toContain("EX0002");
  const targets = JSON.parse(out).results.map((r: { target: unknown }) => r.target);
  expect(targets).toEqual([
    { cloud: "ovh", region: "EU-WEST-PAR" },
    { cloud: "scaleway", region: "fr-par" },
  ]);
});

describe("a slip is refused with what was meant, before anything is read:", () => {
  test.each([
    ["a letter too few", "ovh:EU-WST-PAR", "EU-WEST-PAR"],
    ["a letter too many", "ovh:grra11", "GRA11"],
    ["another letter", "scaleway:fr-pat", "fr-par"],
    ["two letters swapped", "aws:eu-wset-3", "eu-west-3"],
    ["a zone of AWS", "aws:eu-west-3a", "eu-west-3"],
    ["a zone of Scaleway", "scaleway:fr-par-1", "fr-par"],
  ])("%s", async (_, to, meant) => {
    expect(await synth("--to", to)).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(new RegExp(`^error\\[EX0001\\]: .* the region .*: did you mean ${meant}\\?\n$`)),
    });
    const [cloud = "", region = ""] = to.split(":");
    expect((await synth("--to", cloud, "--region", region)).err).toContain(`did you mean ${meant}?`);
  });
});

test.each([
  "aws:us-west-1",
  "aws:me-south-1",
  "aws:eu-west-4",
  "ovh:GRA5",
  "ovh:GRA",
  "ovh:US-EAST-VA-1",
  "scaleway:xx-new",
])("%s may be a region that the catalogue does not know: it is a warning", (to) => {
  const target = oneTarget({ to });
  expect(`${target.cloud.id}:${target.region}`).toBe(to);
  expect(regionDiagnostics([target]).map((d) => d.code)).toEqual(["EX0002"]);
});

test("two regions for one target contradict each other; one said twice does not", async () => {
  const { code, err } = await synth("--to", "aws:eu-west-1", "--region", "eu-west-3");
  expect([code, err]).toEqual([2, expect.stringMatching(/--to aws:eu-west-1 and --region eu-west-3 name two regions/)]);
  expect(targetsNamed({ to: "ovh:GRA11", region: "gra11" })[0].region).toBe("GRA11");
});
