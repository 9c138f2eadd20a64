import { expect, test } from "@jest/globals";
import { Firewall, SqlDatabase, Vm, Workload, workloadComponents } from "../../constructs/index.ts";
import { lowerOpen } from "../../providers/lower-open.ts";
import { ovh } from "../../providers/ovh/index.ts";
import { scaleway } from "../../providers/scaleway/index.ts";

test("a public machine without a firewall is open where the cloud's own group is, and that is said", () => {
  const workload = new Workload();
  const web = new Firewall(workload, "web", { rules: [] });
  for (const publicIp of ["ephemeral", "reserved", "none"] as const) {
    new Vm(workload, publicIp, { publicIp });
    new Vm(workload, `${publicIp}-behind`, { publicIp, firewalls: [web.outputs.id] });
  }
  new Vm(workload, "empty", { publicIp: "reserved", firewalls: [] });
  new Vm(workload, "inside", {});
  new SqlDatabase(workload, "db", { engine: "mysql", publicAccess: true, allowedCidrs: ["198.51.100.0/24"] });
  const { components } = workloadComponents(workload);
  for (const cloud of [scaleway, ovh]) {
    const said = lowerOpen(components, cloud).diagnostics.filter((d) => d.code === "EX0345");
    expect(said.map((d) => d.address)).toEqual(["empty", "ephemeral", "reserved"]);
    expect(said[0]?.detail).toContain(`the group that ${cloud.title} gives it lets everything in`);
  }
});
