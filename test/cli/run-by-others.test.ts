import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { exeat, temporary } from "./exeat.ts";

const folder = temporary();

function machines(name: string, ...regions: string[]): string {
  const text = regions.map((region, i) => {
    const [alias, provider] = i === 0 ? ["", ""] : [`  alias = "r${i}"\n`, `  provider = aws.r${i}\n`];
    return `provider "aws" {\n${alias}  region = "${region}"\n}\nresource "aws_instance" "m${i}" {\n${provider}  ami = "ami-1"\n  instance_type = "m5.large"\n}\n`;
  });
  const at = join(folder, name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "main.tf"), text.join(""));
  return at;
}

const assessed = async (at: string, format = "json") =>
  (await exeat(["assess", at, "--to", "scaleway", "--format", format])).out;

describe("a region that another company runs", () => {
  test("has that company in control, not the cloud whose technology it is", async () => {
    const at = machines("beijing", "cn-north-1");
    const { source } = JSON.parse(await assessed(at)).jurisdiction;
    expect(source.controlledFrom).toBe("CN");
    expect(source.operator).toMatch(/^Beijing Sinnet/);
    expect(source.regions).toMatchObject([{ region: "cn-north-1", place: "Beijing", country: "CN" }]);
    expect(await assessed(at, "text")).toContain("Control from China (Beijing Sinnet Technology Co., Ltd., with");
  });

  test("stands beside the others, and is named apart from them", async () => {
    const at = machines("both", "eu-west-3", "cn-northwest-1");
    expect(JSON.parse(await assessed(at)).jurisdiction.source).toMatchObject({
      controlledFrom: "US",
      regions: [
        { region: "cn-northwest-1", runBy: { operator: expect.stringMatching(/^Ningxia Western Cloud/) } },
        { region: "eu-west-3", place: "Paris" },
      ],
    });
    expect(await assessed(at, "text")).toMatch(
      /from United States \(Amazon.com, Inc.\), in cn-northwest-1 from China \(N/,
    );
    expect(await assessed(at, "markdown")).toContain("Ningxia, China (cn-northwest-1), run by Ningxia Western Cloud");
  });

  test("is OVH US LLC's at OVHcloud", async () => {
    const at = join(folder, "us");
    mkdirSync(at);
    writeFileSync(
      join(at, "main.tf"),
      'resource "ovh_cloud_project_instance" "m" {\n  region = "US-EAST-VA-1"\n  billing_period = "hourly"\n}\n',
    );
    const { jurisdiction } = JSON.parse(await assessed(at));
    expect(jurisdiction.source.operator).toMatch(/^OVH US LLC.*CLOUD Act/);
    expect(jurisdiction.source.regions).toMatchObject([{ place: "Vint Hill", country: "US" }]);
  });
});

test.each([
  "cn-north-1",
  "us-gov-west-1",
  "eusc-de-east-1",
])("prices of other regions do not stand for %s", async (region) => {
  const { cost } = JSON.parse(await assessed(machines(region, region)));
  expect(cost.monthly.source).toMatchObject({ amounts: [], covers: { resources: 1, priced: 0 } });
  expect(JSON.stringify(cost.unpriced)).toContain(`a price for \`aws_instance (${region})\``);
  expect(cost.oneOff.egress.amounts).toEqual([]);
});
