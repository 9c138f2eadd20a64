import { describe, expect, test } from "@jest/globals";
import { aws } from "../../providers/aws/index.ts";
import { lowerAll } from "../../providers/lower.ts";
import { Unknown } from "../../providers/native.ts";
import { ovh } from "../../providers/ovh/index.ts";
import type { Cloud } from "../../providers/provider.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import { complete } from "../../providers/witness.ts";

const authored = (kind: "network" | "vm" | "load-balancer", id: string, props: Record<string, unknown>) =>
  complete({ kind, id, props, requested: new Set(Object.keys(props)), holes: [] });
const subnet = { component: "net", output: "subnet", item: "app" };
const components = [
  authored("network", "net", { subnets: [{ name: "app", cidr: "10.0.1.0/24" }] }),
  authored("vm", "web", { subnet }),
  authored("load-balancer", "front", {
    subnets: [subnet],
    listeners: [{ port: 80, protocol: "http", backend: "web" }],
    backends: [{ name: "web", port: 8080, protocol: "http", targets: [{ component: "web", output: "id" }] }],
  }),
];

/** What stands at an argument of the only native of a type: the expression of the first value. */
function at(cloud: Cloud, type: string, argument: string): string {
  const value = [lowerAll(components, cloud).natives.find((n) => n.type === type)?.args[argument]].flat()[0];
  return value instanceof Unknown ? value.expression : JSON.stringify(value);
}

describe("a load balancer beside its network and a machine", () => {
  test("a target group stands in the network of the subnets, and knows the machine by its id", () => {
    expect(at(aws, "aws_lb_target_group", "vpc_id")).toBe("aws_vpc.net.id");
    expect(at(aws, "aws_lb_target_group_attachment", "target_id")).toBe("aws_instance.web.id");
  });

  test("where load balancers know no machines, the machine's private address stands in its place", () => {
    expect(at(scaleway, "scaleway_lb_backend", "server_ips")).toBe(
      '[for ip in scaleway_instance_private_nic.web.private_ips : ip.address if !strcontains(ip.address, ":")][0]',
    );
    expect(at(ovh, "openstack_lb_member_v2", "address")).toBe("openstack_networking_port_v2.web.all_fixed_ips[0]");
  });
});
