import { describe, expect, test } from "@jest/globals";
import { Kubernetes, Network, Workload, workloadComponents } from "../../../constructs/index.ts";
import type { PropsInput } from "../../../constructs/kinds.ts";
import { lowerAll } from "../../../providers/lower.ts";
import { Unknown } from "../../../providers/native.ts";
import { ovh } from "../../../providers/ovh/index.ts";

const STANDARD = "EU-WEST-PAR";
const FREE = "GRA11";

type Asked = PropsInput<"kubernetes">;
type Networked = Partial<PropsInput<"network">>;

/** Whom the API of a cluster answers, in the subnet `back` or where it is told. */
function answered(asked: Asked, region: string, { place = "back", ...network }: Networked & { place?: string } = {}) {
  const workload = new Workload();
  const net = new Network(workload, "net", {
    subnets: [
      { name: "front", cidr: "10.0.1.0/24", zone: "a" },
      { name: "back", cidr: "10.0.2.0/24", zone: "b" },
    ],
    ...network,
  });
  const subnets = { back: [net.outputs.subnet.of("back")], any: [{ component: "net", output: "subnet" }] }[place];
  new Kubernetes(workload, "k", { ...(subnets ? { subnets } : {}), ...asked });
  const { components, diagnostics: mistakes } = workloadComponents(workload);
  expect(mistakes).toEqual([]);
  const complete = components.flatMap((c) => ("props" in c ? [c] : [])) as Parameters<typeof lowerAll>[0];
  const { natives, variables, outputs, diagnostics } = lowerAll(complete, ovh, { region });
  const restrictions = natives.filter((n) => n.type === "ovh_cloud_project_kube_iprestrictions");
  return {
    ips: restrictions.map((n) =>
      (n.args["ips"] as unknown[]).map((ip) => (ip instanceof Unknown ? ip.expression : ip)),
    ),
    asks: variables.flatMap((v) => (v.name.includes("gateway") ? [v.name] : [])),
    outputs: outputs.flatMap((o) => (/gateway/i.test(o.name) ? [o.name] : [])),
    said: diagnostics.flatMap((d) => (d.code === "EX0392" ? [`${d.address}: ${d.detail}`] : [])),
  };
}

const own = "${ovh_cloud_gateway.net.current_state.external_ip}/32";

describe("the API of a cluster answers everybody until addresses are listed", () => {
  test("where nobody outside may call it, the gateway of the nodes alone is listed", () => {
    const shut = answered({ publicAccess: false }, STANDARD);
    expect(shut).toEqual({ ips: [[`"${own}"`]], asks: [], outputs: [], said: [] });
    const zoned = answered({ publicAccess: false }, STANDARD, { egress: "per-zone" });
    expect(zoned.ips).toEqual([['"${ovh_cloud_gateway.net_b.current_state.external_ip}/32"']]);
    expect(answered({ publicAccess: false }, STANDARD, { place: "any" }).ips).toEqual(shut.ips);
    expect(answered({ publicAccess: false, allowedCidrs: ["192.0.2.0/24"] }, STANDARD).ips).toEqual(shut.ips);
  });

  test("where some outside may, the gateway is listed beside them: nodes call it from there", () => {
    const some = answered({ allowedCidrs: ["192.0.2.0/24"] }, STANDARD);
    expect(some.ips).toEqual([["192.0.2.0/24", `"${own}"`]]);
    expect(answered({ allowedCidrs: ["0.0.0.0/0"] }, STANDARD).ips).toEqual([["0.0.0.0/0"]]);
    expect(answered({}, STANDARD).ips).toEqual([]);
    expect(answered({ publicAccess: true }, STANDARD).ips).toEqual([]);
  });

  test("the address of a gateway that is not here is asked for", () => {
    const { ips, asks } = answered({ publicAccess: false, subnets: [{ external: "subnet-0a1b" }] }, STANDARD);
    expect([ips, asks]).toEqual([[['"${var.k_nodes_gateway_address}/32"']], ["k_nodes_gateway_address"]]);
  });

  test("nodes of the free plan have addresses that nobody knows: it stays open, and that is said", () => {
    const open = answered({ publicAccess: false }, FREE);
    expect([open.ips, open.asks, open.said]).toEqual([[], [], [expect.stringMatching(/^k: .* nodes call it from/)]]);
    const some = answered({ publicAccess: false, allowedCidrs: ["192.0.2.0/24"] }, FREE);
    expect([some.ips, some.said]).toEqual([[["192.0.2.0/24"]], []]);
    expect(answered({ publicAccess: true }, FREE).said).toEqual([]);
    expect(answered({}, FREE).said).toEqual([]);
  });

  test("so have nodes with floating ones, which do not go out through the gateway", () => {
    const pools = [
      { name: "inner", desired: 1 },
      { name: "outer", desired: 1, publicIps: true },
    ];
    const open = answered({ publicAccess: false, pools }, STANDARD);
    expect([open.ips, open.said.length]).toEqual([[], 1]);
    const some = answered({ publicAccess: false, pools, allowedCidrs: ["192.0.2.0/24"] }, STANDARD);
    expect([some.ips, some.said]).toEqual([[["192.0.2.0/24", `"${own}"`]], []]);
    const inner = pools.map((pool) => ({ ...pool, publicIps: false }));
    expect(answered({ publicAccess: false, pools: inner }, STANDARD).ips).toEqual([[`"${own}"`]]);
  });
});
