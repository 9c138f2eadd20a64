import { expect, test } from "@jest/globals";
import { Firewall, Network, SqlDatabase, Workload, workloadComponents } from "../../../constructs/index.ts";
import { lowerOpen } from "../../../providers/lower-open.ts";
import { ovh } from "../../../providers/ovh/index.ts";

const tcp = { direction: "in", protocol: "tcp", fromPort: 3306 } as const;
const subnet = { component: "net", output: "subnet" as const };

/** Addresses that a database lets in, and what is said. */
function letIn(props: object, rule?: object) {
  const workload = new Workload();
  new Network(workload, "net", { subnets: [{ name: "data", cidr: "10.0.1.0/24" }] });
  const rules = rule ? [{ ...tcp, ...rule }] : [];
  const open = new Firewall(workload, "open", { rules });
  const firewalls = rule ? { firewalls: [open.outputs.id] } : {};
  new SqlDatabase(workload, "db", { engine: "mysql", ...firewalls, ...props });
  const { components, diagnostics: mistakes } = workloadComponents(workload);
  expect(mistakes).toEqual([]);
  const { natives, diagnostics } = lowerOpen(components, ovh);
  const service = natives.find((n) => n.type === "ovh_cloud_project_database");
  const restrictions = (service?.args["ip_restrictions"] ?? []) as { ip: string }[];
  return [...restrictions.map((r) => r.ip), ...diagnostics.map((d) => `${d.code} ${d.address}`)];
}

test("the network of a database may connect where nothing says who may", () => {
  expect(letIn({ subnets: [subnet] })).toEqual(["10.0.1.0/24"]);
  expect(letIn({ subnets: [subnet], allowedCidrs: ["10.0.9.0/24"] })).toEqual(["10.0.9.0/24"]);
  expect(letIn({ subnets: [subnet], allowedCidrs: [] })).toEqual(["EX0340 db"]);
  expect(letIn({ subnets: [{ external: "backend" }] })).toEqual(["EX0340 db"]);
});

test("what its firewalls let in is listed; for machines behind them the whole network is, and that is said", () => {
  const cidrs = ["198.51.100.0/24"];
  expect(letIn({ subnets: [subnet] }, { cidrs })).toEqual(cidrs);
  expect(letIn({ publicAccess: true }, { cidrs })).toEqual(cidrs);
  expect(letIn({ publicAccess: true, allowedCidrs: ["192.0.2.0/24"] }, { cidrs })).toEqual(["192.0.2.0/24", ...cidrs]);
  expect(letIn({ subnets: [subnet] }, { self: true })).toEqual(["10.0.1.0/24", "EX0344 db"]);
  expect(letIn({ subnets: [subnet] }, { cidrs, self: true })).toEqual([...cidrs, "10.0.1.0/24", "EX0344 db"]);
  expect(letIn({ subnets: [subnet] }, { fromPort: 22, cidrs })).toEqual(["10.0.1.0/24", "EX0344 db"]);
});

test("a public service that nobody asked to be public is not opened by what was private", () => {
  expect(letIn({})).toEqual(["EX0340 db"]);
  expect(letIn({ publicAccess: true })).toEqual(["EX0340 db"]);
  expect(letIn({}, { cidrs: ["0.0.0.0/0"] })).toEqual(["EX0340 db"]);
  for (const every of ["0.0.0.0/0", "::/0"]) {
    expect(letIn({ allowedCidrs: [every] })).toEqual(["EX0340 db"]);
    expect(letIn({ allowedCidrs: [every], publicAccess: true })).toEqual([every]);
    expect(letIn({ allowedCidrs: [every], subnets: [subnet] })).toEqual([every]);
  }
});
