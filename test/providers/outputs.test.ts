import { expect, test } from "@jest/globals";
import { Network, Workload, workloadComponents } from "../../constructs/index.ts";
import { clouds } from "../../providers/index.ts";
import { lowerAll } from "../../providers/lower.ts";
import type { Cloud } from "../../providers/provider.ts";

const workload = new Workload();
new Network(workload, "net", {
  subnets: [
    { name: "front-1", cidr: "10.0.0.0/24", public: true },
    { name: "back", cidr: "10.0.1.0/24" },
    { name: "id", cidr: "10.0.2.0/24" },
  ],
});
new Network(workload, "net-subnet", { subnets: [] });

test.each(["aws", "ovh", "scaleway"] as const)("on %s each subnet has an output, and no two outputs one name", (id) => {
  const { components } = workloadComponents(workload);
  const { outputs } = lowerAll(components, clouds[id] as Cloud);
  const said = outputs.flatMap(({ name, description }) => (/subnet_/.test(name) ? [`${name}: ${description}`] : []));
  expect(said.filter((line) => !line.includes("private_subnets"))).toEqual([
    "net_subnet_back: The subnet back of net (Private network with its subnets).",
    "net_subnet_front_1: The subnet front-1 of net (Private network with its subnets).",
    "net_subnet_id: The subnet id of net (Private network with its subnets).",
    "net_subnet_id_2: The id of net-subnet (Private network with its subnets).",
  ]);
  const values = outputs.filter(({ name }) => /^net_subnet_(back|front_1)$/.test(name)).map(({ value }) => value);
  expect(values[0]).not.toEqual(values[1]);
});
