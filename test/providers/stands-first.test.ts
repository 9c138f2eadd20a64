import { expect, test } from "@jest/globals";
import { LoadBalancer, Network, Workload, workloadComponents } from "../../constructs/index.ts";
import { clouds } from "../../providers/index.ts";
import { lowerAll } from "../../providers/lower.ts";

const workload = new Workload();
const net = new Network(workload, "net", {
  subnets: [{ name: "front", cidr: "10.0.0.0/24", public: true, zone: "a" }],
});
new LoadBalancer(workload, "edge", { subnets: [net.outputs.subnet.of("front")] });
const { components } = workloadComponents(workload);

test.each([
  ["aws", "aws_lb.edge", ["aws_internet_gateway.net"]],
  ["ovh", "openstack_networking_floatingip_v2.edge", ["ovh_cloud_gateway.net"]],
] as const)("on %s what is reached from the internet waits for the way in", (cloud, address, first) => {
  const { natives } = lowerAll(components, clouds[cloud] as never);
  expect(natives.find((n) => n.address === address)?.dependsOn).toEqual(first);
});
