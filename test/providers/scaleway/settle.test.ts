import { expect, test } from "@jest/globals";
import { Firewall, Network, SqlDatabase, Vm, Volume, Workload, workloadComponents } from "../../../constructs/index.ts";
import { lowerOpen } from "../../../providers/lower-open.ts";
import { scaleway } from "../../../providers/scaleway/index.ts";

function onScaleway(author: (workload: Workload) => void) {
  const workload = new Workload();
  author(workload);
  const { components, diagnostics: mistakes } = workloadComponents(workload);
  expect(mistakes).toEqual([]);
  const { natives, diagnostics } = lowerOpen(components, scaleway);
  return { natives, said: diagnostics.map((d) => `${d.code} ${d.address}`) };
}

test("a database on a public endpoint lets nobody in that nothing names, and that is said", () => {
  const said = (props: object) =>
    onScaleway((workload) => new SqlDatabase(workload, "db", { engine: "postgresql", ...props })).said;
  expect([said({}), said({ allowedCidrs: ["0.0.0.0/0"] })]).toEqual([["EX0340 db"], ["EX0340 db"]]);
  expect(said({ publicAccess: true })).toEqual(["EX0340 db"]);
  expect(said({ publicAccess: true, allowedCidrs: ["2001:db8::/32"] })).toEqual(["EX0340 db"]);
  expect(said({ publicAccess: true, allowedCidrs: ["0.0.0.0/0"] })).toEqual([]);
  expect(said({ allowedCidrs: ["198.51.100.0/24"] })).toEqual([]);
  expect(said({ subnets: [{ external: "backend" }] })).toEqual([]);
});

test("what its firewalls let in is listed on a public endpoint, and on no other", () => {
  const listed = (props: object) => {
    const { natives, said } = onScaleway((workload) => {
      const rule = { direction: "in" as const, protocol: "tcp" as const, fromPort: 5432, cidrs: ["198.51.100.0/24"] };
      const open = new Firewall(workload, "open", { rules: [rule] });
      new SqlDatabase(workload, "db", { engine: "postgresql", firewalls: [open.outputs.id], ...props });
    });
    const [acl] = natives.filter((n) => n.type === "scaleway_rdb_acl");
    return [...((acl?.args["acl_rules"] ?? []) as { ip: string }[]).map((r) => r.ip), ...said];
  };
  expect(listed({ publicAccess: true })).toEqual(["198.51.100.0/24"]);
  const office = ["192.0.2.64/26", "198.51.100.0/24"];
  expect(listed({ publicAccess: true, allowedCidrs: office })).toEqual(office);
  expect(listed({ publicAccess: true, port: 6543 })).toEqual(["192.0.2.2/32", "EX0340 db"]);
  expect(listed({})).toEqual(["192.0.2.1/32", "EX0340 db"]);
});

test("disks of the host are written as far as the machine has them; others are volumes of Block Storage, and that is said", () => {
  const disks = (type: string | undefined, ...sizes: number[]) => {
    const { natives, said } = onScaleway((workload) => {
      const made = sizes.map((sizeGiB, i) => new Volume(workload, `d${i}`, { media: "local", sizeGiB }));
      const volumes = [...made.map((v) => v.outputs.id), { external: "elsewhere" }];
      new Vm(
        workload,
        "app",
        { volumes },
        type ? { overrides: { scaleway: { scaleway_instance_server: { type } } } } : {},
      );
      new Volume(workload, "free", { media: "local", sizeGiB: 100 });
    });
    const volumes = natives.filter((n) => n.type.endsWith("_volume") && n.name !== "free");
    expect(natives.find((n) => n.name === "free")?.type).toBe("scaleway_instance_volume");
    return [...volumes.map((n) => `${n.name} ${n.type}`).sort(), ...said];
  };
  const [block, local] = ["scaleway_block_volume", "scaleway_instance_volume"];
  expect(disks(undefined, 10)).toEqual([`d0 ${block}`, "EX0328 d0"]);
  expect(disks("DEV1-M", 20, 20, 10)).toEqual([`d0 ${local}`, `d1 ${block}`, `d2 ${local}`, "EX0328 d1"]);
  expect(disks("gp1-m", 100, 400)).toEqual([`d0 ${local}`, `d1 ${local}`]);
});

test("a disk of the host that somebody changes by hand stays one", () => {
  const { natives, said } = onScaleway((workload) => {
    const overrides = { scaleway: { scaleway_instance_volume: { name: "fast" } } };
    const data = new Volume(workload, "data", { media: "local", sizeGiB: 10 }, { overrides });
    new Vm(workload, "app", { volumes: [data.outputs.id] });
  });
  expect([natives.some((n) => n.type === "scaleway_instance_volume"), said]).toEqual([true, []]);
});

test("addresses that every subnet keeps are not asked for, and that is said", () => {
  const asked = (privateIp: string, cidr = "10.0.1.0/24", item?: string) => {
    const { natives, said } = onScaleway((workload) => {
      const other = { name: "other", cidr: "10.0.9.0/24" };
      new Network(workload, "net", { subnets: [{ name: "app", cidr }, ...(item ? [other] : [])] });
      const subnet = { component: "net", output: "subnet" as const, ...(item ? { item } : {}) };
      new Vm(workload, "app", { subnet, privateIp });
    });
    return [...natives.filter((n) => n.type === "scaleway_ipam_ip").map((n) => n.args["address"]), ...said];
  };
  for (const kept of ["10.0.1.0", "10.0.1.1", "10.0.1.254", "10.0.1.255"]) expect(asked(kept)).toEqual(["EX0328 app"]);
  expect(asked("10.0.1.2")).toEqual(["10.0.1.2"]);
  expect(asked("10.0.1.253")).toEqual(["10.0.1.253"]);
  expect(asked("10.0.1.254", "10.0.0.0/22")).toEqual(["10.0.1.254"]);
  // Of a wider subnet the first /20 is made.
  expect(asked("10.0.15.254", "10.0.0.0/16")).toEqual(["EX0328 app"]);
  expect(asked("10.0.1.1", "10.0.1.0/24", "app")).toEqual(["EX0328 app"]);
  expect(asked("10.0.1.1", "10.0.1.0/24", "other")).toEqual(["10.0.1.1"]);
});
