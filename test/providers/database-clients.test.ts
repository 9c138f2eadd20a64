import { expect, test } from "@jest/globals";
import type { Kind, Props } from "../../constructs/kinds.ts";
import { openedBy, PORTS, rangesAround } from "../../providers/database-clients.ts";
import type { Authored } from "../../providers/synthesis.ts";

type Rule = Props<"firewall">["rules"][number];

function workload(rules: readonly Rule[]): ReadonlyMap<string, Authored> {
  const of = (id: string, kind: Kind, props: object) => ({ id, kind, props, requested: new Set<string>() }) as Authored;
  const subnets = [
    { name: "app", cidr: "10.0.1.7/24" },
    { name: "data", cidr: "10.0.2.0/24" },
  ];
  return new Map([of("fw", "firewall", { rules }), of("net", "network", { subnets })].map((c) => [c.id, c]));
}

const tcp: Rule = { direction: "in", protocol: "tcp", cidrs: ["198.51.100.9/24"] };
const behind = { engine: "postgresql" as const, firewalls: [{ component: "fw", output: "id" }, { external: "sg-1" }] };
const opened = (rules: readonly Rule[], more: { engine?: "mysql"; port?: number } = {}) =>
  openedBy({ ...behind, ...more }, workload(rules));

test("firewalls of a database let in what reaches its port by TCP", () => {
  const ranges = ["198.51.100.0/24"];
  expect(PORTS).toEqual({ postgresql: 5432, mysql: 3306 });
  for (const open of [tcp, { ...tcp, protocol: "all" as const }, { ...tcp, fromPort: 5432 }])
    expect(opened([open, open])).toEqual({ ranges, machines: false });
  expect(opened([{ ...tcp, fromPort: 5000, toPort: 5432 }]).ranges).toEqual(ranges);
  expect(opened([{ ...tcp, fromPort: 0, toPort: 9000 }]).ranges).toEqual(ranges);
  expect(opened([{ ...tcp, fromPort: 3306 }], { engine: "mysql" }).ranges).toEqual(ranges);
  expect(opened([{ ...tcp, fromPort: 6543 }], { port: 6543 }).ranges).toEqual(ranges);
  const closed: readonly Rule[] = [
    { ...tcp, fromPort: 5433, toPort: 6000 },
    { ...tcp, fromPort: 5000, toPort: 5431 },
    { ...tcp, fromPort: 22 },
    { ...tcp, direction: "out" },
    { ...tcp, protocol: "udp" },
  ];
  expect(opened(closed)).toEqual({ ranges: [], machines: false });
  expect(openedBy({ engine: "postgresql" }, workload([tcp]))).toEqual({ ranges: [], machines: false });
});

test("machines may stand behind a firewall that a rule names, or behind the same", () => {
  const { cidrs: _, ...bare } = tcp;
  expect(opened([{ ...bare, self: true }])).toEqual({ ranges: [], machines: true });
  expect(opened([{ ...bare, firewalls: [{ external: "sg-2" }] }])).toEqual({ ranges: [], machines: true });
  expect(opened([{ ...tcp, self: false, firewalls: [] }]).machines).toBe(false);
  expect(opened([{ ...bare, self: true, fromPort: 22 }]).machines).toBe(false);
});

test("around a database are all subnets of its networks, as far as they are in the workload", () => {
  const subnet = { component: "net", output: "subnet", item: "data" };
  const around = (subnets?: Props<"sql-database">["subnets"]) =>
    rangesAround({ engine: "mysql", subnets }, workload([]));
  expect(around([subnet, { ...subnet, item: "app" }])).toEqual(["10.0.1.0/24", "10.0.2.0/24"]);
  expect(around([{ external: "subnet-1" }])).toEqual([]);
  expect(around()).toEqual([]);
});
