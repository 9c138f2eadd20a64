import { describe, expect, test } from "@jest/globals";
import { importKnowledge } from "../../cli/import-knowledge.ts";
import { readEstate } from "../../importers/read-estate.ts";
import { aws } from "../../providers/aws/index.ts";
import { memoryFiles } from "./memory-files.ts";

type Attributes = Readonly<Record<string, string>>;
const PROVIDER = 'provider["registry.terraform.io/hashicorp/aws"]';
const ARN = "arn:aws:ec2:us-west-2:123456789012:vpc/vpc-1";

async function regionsIn(text: unknown): Promise<Record<string, string | undefined>> {
  const files = memoryFiles({ "a.json": JSON.stringify(text) });
  const { roots } = await readEstate(["a.json"], { files, knowledge: importKnowledge([aws]) });
  const natives = roots.flatMap((root) => root.natives);
  return Object.fromEntries(natives.map((n) => [n.address, n.provider.region]));
}

const state = (...resources: (readonly [address: string, attributes: Attributes, alias?: string])[]) => ({
  version: 4,
  terraform_version: "1.9.0",
  resources: resources.map(([address, attributes, alias]) => {
    const [mode, type, name] = address.startsWith("data.")
      ? ["data", ...address.split(".").slice(1)]
      : ["managed", ...address.split(".")];
    const provider = alias === undefined ? PROVIDER : `${PROVIDER}.${alias}`;
    return { mode, type, name, provider, instances: [{ attributes }] };
  }),
});

describe("in a state, which names no provider's region", () => {
  test.each<[string, string, Attributes]>([
    ["its ARN", "aws_vpc.a", { arn: ARN }],
    ["an id that is an ARN", "aws_lb.a", { id: "arn:aws:elasticloadbalancing:us-west-2:1:loadbalancer/app/a/1" }],
    ["its zone", "aws_ebs_volume.a", { availability_zone: "us-west-2a" }],
    ["a local zone", "aws_ebs_volume.a", { availability_zone: "us-west-2-lax-1a" }],
    ["what the provider wrote down", "aws_s3_bucket.a", { arn: "arn:aws:s3:::a", region: "us-west-2" }],
  ])("%s tells where a resource stands", async (_, address, attributes) => {
    expect(await regionsIn(state([address, attributes]))).toEqual({ [address]: "us-west-2" });
  });

  test("an ARN of another partition tells it too, and one of a global service tells none", async () => {
    const told = await regionsIn(
      state(
        ["aws_vpc.c", { arn: "arn:aws-cn:ec2:cn-north-1:1:vpc/vpc-1" }, "china"],
        ["aws_iam_role.r", { arn: "arn:aws:iam::1:role/r" }],
      ),
    );
    expect(told).toEqual({ "aws_vpc.c": "cn-north-1", "aws_iam_role.r": undefined });
  });

  test("others of the same configuration stand where those do that say it, unless they say two", async () => {
    const gateway = ["aws_nat_gateway.g", { subnet_id: "subnet-1" }] as const;
    const west = ["aws_vpc.w", { arn: ARN }] as const;
    const east = { arn: ARN.replace("us-west-2", "us-east-1") };
    expect(await regionsIn(state(gateway, west, ["aws_vpc.e", east, "east"]))).toEqual({
      "aws_nat_gateway.g": "us-west-2",
      "aws_vpc.w": "us-west-2",
      "aws_vpc.e": "us-east-1",
    });
    expect((await regionsIn(state(gateway, west, ["aws_vpc.e", east])))["aws_nat_gateway.g"]).toBeUndefined();
    expect((await regionsIn(state(gateway, ["data.aws_vpc.e", east])))["aws_nat_gateway.g"]).toBeUndefined();
  });
});

test("a plan whose provider says no region is read so too; what the provider says counts first", async () => {
  const resource = { address: "aws_vpc.a", mode: "managed", type: "aws_vpc", name: "a" };
  const provider_name = "registry.terraform.io/hashicorp/aws";
  const plan = (expressions: object) => ({
    format_version: "1.2",
    planned_values: { root_module: { resources: [{ ...resource, provider_name, values: { arn: ARN } }] } },
    configuration: {
      provider_config: { aws: { name: "aws", expressions } },
      root_module: { resources: [{ ...resource, provider_config_key: "aws", expressions: {} }] },
    },
  });
  expect(await regionsIn(plan({}))).toEqual({ "aws_vpc.a": "us-west-2" });
  expect(await regionsIn(plan({ region: { constant_value: "eu-west-3" } }))).toEqual({ "aws_vpc.a": "eu-west-3" });
});
