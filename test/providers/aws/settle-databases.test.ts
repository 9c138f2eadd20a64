import { expect, test } from "@jest/globals";
import { Firewall, Network, SqlDatabase, Workload, workloadComponents } from "../../../constructs/index.ts";
import { aws } from "../../../providers/aws/index.ts";
import { lowerAll } from "../../../providers/lower.ts";
import { cidr, https } from "./on-aws.ts";

const inside = (item: string) => ({ component: "net", output: "subnet" as const, item });
const both = [inside("data"), inside("small")];

/** Who may connect to a database by a list of its own, and what is said of it. */
function clients(props: object, firewall = false) {
  const workload = new Workload();
  const subnets = [
    { name: "data", cidr },
    { name: "small", cidr: "10.0.9.8/29" },
  ];
  new Network(workload, "net", { subnets });
  const open = new Firewall(workload, "open", { rules: [https] });
  const firewalls = firewall ? { firewalls: [open.outputs.id] } : {};
  new SqlDatabase(workload, "db", { engine: "mysql", ...firewalls, ...props });
  const { components, diagnostics: mistakes } = workloadComponents(workload);
  expect(mistakes).toEqual([]);
  const { natives, diagnostics } = lowerAll(components, aws);
  const group = natives.find((n) => n.address === "aws_security_group.db");
  const [rule] = (group?.args["ingress"] ?? []) as { cidr_blocks: string[] }[];
  return [
    ...(rule?.cidr_blocks ?? []),
    ...diagnostics.filter((d) => d.address === "db").map((d) => `${d.code}: ${d.detail.split(",")[0]}`),
  ];
}

test("the network of a database may connect where nothing says who may", () => {
  expect(clients({ subnets: both })).toEqual([cidr, "10.0.9.0/28"]);
  expect(clients({ subnets: both, allowedCidrs: ["10.0.7.0/24"] })).toEqual(["10.0.7.0/24"]);
  expect(clients({ subnets: both, allowedCidrs: [] })).toEqual([]);
  expect(clients({ subnets: both }, true)).toEqual([]);
  // What was read of RDS without a group has none.
  expect(clients({ subnets: both, firewalls: [] })).toEqual([]);
  expect(clients({ subnets: [{ external: "subnet-1" }] })).toEqual(["EX0340: Its network is not in this workload"]);
  expect(clients({})).toEqual([]);
});

test("a public one that nobody is let into is said to be unreached", () => {
  expect(clients({ publicAccess: true })).toEqual(["EX0318: Nothing lists who may connect"]);
  expect(clients({ publicAccess: true, allowedCidrs: ["198.51.100.0/24"] })).toEqual(["198.51.100.0/24"]);
  expect(clients({ publicAccess: true }, true)).toEqual([]);
});
