import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { assess } from "../../assessment/assess.ts";
import type { AssessInput } from "../../assessment/assessment.ts";
import { ASSUMED_INSTANCES } from "../../assessment/copies.ts";
import { costOf } from "../../assessment/cost-of.ts";
import { effortModel } from "../../assessment/effort-model.ts";
import type { EstateFacts } from "../../assessment/facts.ts";
import { rulesAt, tiered } from "../../assessment/one-off-cost.ts";
import { aws } from "../../providers/aws/index.ts";
import { services } from "../../providers/aws/prices.ts";
import { regionalSpread } from "../../providers/aws/server-prices.ts";
import { serviceSpread } from "../../providers/aws/service-prices.ts";
import { ref } from "../../providers/expr.ts";
import { type Native, Unknown } from "../../providers/native.ts";
import { ovh } from "../../providers/ovh/index.ts";
import { asWritten } from "../../providers/paths.ts";
import type { Cloud } from "../../providers/provider.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import type { FoundComponent, Translation } from "../../providers/survey.ts";
import { translate } from "../../providers/translate.ts";
import { assessInput, bucket, component, database, intact, manyOf, native } from "./estate.ts";

/** An estate of natives that no component holds: each is priced as it stands. */
const estate = (source: Cloud, natives: readonly Native[], facts: EstateFacts = {}): AssessInput => ({
  ...assessInput({ foreign: natives, facts }),
  source,
  target: ovh,
  region: "GRA11",
});
const placed = (region: string, type: string, name: string, args: Native["args"] = {}): Native => {
  const made = native(type, name, args);
  return { ...made, provider: { ...made.provider, region } };
};
const month = (input: AssessInput) => costOf(input, effortModel).monthly.source;
const unpriced = (input: AssessInput) =>
  costOf(input, effortModel).unpriced.filter((u) => u.what.includes("at the source"));
const us = (type: string, name: string, args: Native["args"] = {}) => placed("us-east-1", type, name, args);
const reference = (to: string, attr: string) => new Unknown(`${to}.${attr}`, [{ to, attr }]);

const machine = us("aws_instance", "web", {
  ...{ instance_type: "m7i.large", associate_public_ip_address: false },
  root_block_device: [{ volume_type: "gp3", volume_size: 50 }],
});
const server = us("aws_db_instance", "orders", {
  ...{ engine: "mysql", instance_class: "db.m5.large", multi_az: true, allocated_storage: 100 },
});
const workers = us("aws_eks_node_group", "workers", {
  instance_types: ["m7i.large"],
  scaling_config: [{ desired_size: 3 }],
});
const template = us("aws_launch_template", "small", {
  instance_type: "t3.medium",
  block_device_mappings: [{ ebs: [{ volume_size: 30 }] }],
});
const group = us("aws_autoscaling_group", "crowd", {
  desired_capacity: 2,
  launch_template: [{ id: reference("aws_launch_template.small", "id") }],
});

/** 730 hours a month; every number of the right side stands in the price list of the cloud. */
const byHand: readonly (readonly [string, Cloud, Native, number, number?])[] = [
  ["a machine and its disk", aws, machine, 0.1008 * 730 + 50 * 0.08],
  ["a database in two zones pays all twice", aws, server, 2 * (0.171 * 730 + 100 * 0.115)],
  ["three nodes with 20 GiB each", aws, workers, 3 * (0.1008 * 730 + 20 * 0.08), 3 * (0.1008 * 730 + 20 * 0.1)],
  [
    "operations beyond the first 3,000",
    aws,
    us("aws_ebs_volume", "d", { type: "gp3", size: 200, iops: 5000 }),
    200 * 0.08 + 2000 * 0.005,
  ],
  ["a key", aws, us("aws_kms_key", "k"), 1],
  [
    "two nodes of Valkey at four fifths of those of Redis",
    aws,
    us("aws_elasticache_replication_group", "c", {
      ...{ engine: "valkey", node_type: "cache.m6g.large", num_cache_clusters: 2 },
    }),
    2 * 0.8 * 0.149 * 730,
  ],
  [
    "a server on block storage",
    scaleway,
    placed("fr-par", "scaleway_instance_server", "web", {
      type: "POP2-2C-8G",
      root_volume: [{ volume_type: "sbs_volume", size_in_gb: 50 }],
    }),
    0.0735 * 730 + 50 * 0.0993,
  ],
  [
    "three nodes with an address each",
    scaleway,
    placed("fr-par", "scaleway_k8s_pool", "workers", {
      ...{ node_type: "PRO2-XXS", size: 3, root_volume_type: "sbs_5k", root_volume_size_in_gb: 20 },
    }),
    3 * (0.0561 * 730 + 0.005 * 730 + 20 * 0.0993),
  ],
  [
    "a fast volume",
    scaleway,
    placed("fr-par", "scaleway_block_volume", "d", { iops: 15_000, size_in_gb: 100 }),
    100 * 0.1489,
  ],
  [
    "a database whose disk has the price of a volume",
    scaleway,
    placed("fr-par", "scaleway_rdb_instance", "db", {
      ...{ node_type: "db-pop2-2c-8g", volume_type: "sbs_5k", volume_size_in_gb: 50 },
    }),
    0.1434 * 730 + 50 * 0.0993,
    0.1434 * 730 + 50 * 0.1489,
  ],
  ["a load balancer", scaleway, placed("fr-par", "scaleway_lb", "front", { type: "LB-S" }), 0.023 * 730],
  ["a machine", ovh, placed("GRA11", "openstack_compute_instance_v2", "web", { flavor_name: "b3-16" }), 0.1023 * 730],
  [
    "a fast volume of OVHcloud",
    ovh,
    placed("GRA11", "ovh_cloud_project_volume", "d", { type: "high-speed", size: 100 }),
    8.6,
  ],
  [
    "two nodes",
    ovh,
    placed("GRA11", "ovh_cloud_project_kube_nodepool", "workers", { flavor_name: "b3-8", desired_nodes: 2 }),
    2 * 0.0512 * 730,
  ],
  ["an address", ovh, placed("GRA11", "ovh_cloud_floating_ip", "ip"), 0.0025 * 730],
  [
    "a machine with a GPU",
    ovh,
    placed("GRA11", "openstack_compute_instance_v2", "model", { flavor_name: "l4-90" }),
    0.75 * 730,
  ],
  [
    "a database of two nodes",
    ovh,
    placed("GRA", "ovh_cloud_project_database", "db", {
      ...{ engine: "mysql", plan: "production", flavor: "b3-8", nodes: [{ region: "GRA" }, { region: "GRA" }] },
    }),
    2 * 0.21 * 730,
    2 * 0.23 * 730,
  ],
];
const cents = (n: number) => Math.round(n * 100) / 100;

describe("a month's bill", () => {
  test.each(byHand)("of %s is what the arithmetic says", (_, cloud, one, low, high = low) => {
    const cost = month(estate(cloud, [one]));
    expect(cost.amounts).toEqual([{ currency: cloud === aws ? "USD" : "EUR", low: cents(low), high: cents(high) }]);
    expect(cost.covers).toEqual({ resources: 1, priced: 1, partly: 0, stated: 0 });
    expect(cost.whole).toBe(true);
  });

  test.each([
    [{ internal: false }, 2],
    [{}, 2],
    [{ internal: true }, 0],
  ])("of a load balancer has its public addresses, one in each subnet: %j", (inside, addresses) => {
    const cost = month(estate(aws, [us("aws_lb", "front", { subnets: ["subnet-1", "subnet-2"], ...inside })]));
    expect(cost.amounts[0]?.high).toBeCloseTo((0.0225 + addresses * 0.005) * 730, 1);
  });

  test("of a group of machines that says no number goes from its least to its most", () => {
    const { desired_capacity: _, ...rest } = group.args;
    const open = (sizes: Native["args"]) => ({ ...group, args: { ...rest, ...sizes } });
    const [one] = month(estate(aws, [{ ...group, args: { ...rest, desired_capacity: 1 } }, template])).amounts;
    const cost = month(estate(aws, [open({ min_size: 2, max_size: 60 }), template]));
    expect(cost.amounts[0]?.low).toBeCloseTo(2 * (one?.low ?? 0), 1);
    expect(cost.amounts[0]?.high).toBeCloseTo(60 * (one?.high ?? 0), 0);
    expect(cost.notes).toContain("a group of machines that says no number has from its least to its most");
    const fixed = month(estate(aws, [open({ min_size: 2, max_size: 2 }), template]));
    expect(fixed.notes.some((note) => note.startsWith("a group"))).toBe(false);
    const unsaid = month(estate(aws, [open({ min_size: 2, max_size: new Unknown("var.most") }), template]));
    expect(unsaid).toMatchObject({ whole: false, covers: { priced: 0 } });
  });

  test("of a group of machines follows its template, which costs nothing itself", () => {
    const cost = month(estate(aws, [group, template]));
    expect(cost.amounts).toEqual([
      { currency: "USD", low: cents(2 * (0.0416 * 730 + 30 * 0.08)), high: cents(2 * (0.0416 * 730 + 30 * 0.1)) },
    ]);
    expect(cost.covers.resources).toBe(1);
  });

  test("adds up, and says of what", () => {
    const cost = month(estate(aws, [machine, server, us("aws_security_group", "free")]));
    expect(cost.byType.map((t) => [t.type, t.amount.low])).toEqual([
      ["aws_db_instance", 272.66],
      ["aws_instance", 77.58],
    ]);
    expect(cost.amounts[0]?.low).toBeCloseTo(272.66 + 77.58, 1);
    expect(cost.covers).toEqual({ resources: 2, priced: 2, partly: 0, stated: 0 });
  });

  test("counts stored bytes in the unit of the list", () => {
    const held = { components: { "aws_s3_bucket.b": { gib: 1000 }, "ovh_cloud_project_storage.b": { gib: 1000 } } };
    expect(month(estate(aws, [us("aws_s3_bucket", "b")], held)).amounts[0]?.low).toBe(23);
    const gb = month(estate(ovh, [placed("GRA11", "ovh_cloud_project_storage", "b", { region_name: "GRA" })], held));
    expect(gb.amounts[0]?.low).toBe(cents(1000 * 1.073741824 * 0.007));
  });

  test("is what was read for the region, of each price that was", () => {
    const at = (region: string) =>
      [machine, server].map((n) => {
        const here = { ...n, provider: { ...n.provider, region } };
        return month(estate(aws, [here])).amounts;
      });
    const exactly = (n: number) => [{ currency: "USD", low: cents(n), high: cents(n) }];
    expect(at("eu-west-3")).toEqual([exactly(0.1176 * 730 + 50 * 0.0928), exactly(2 * (0.198 * 730 + 100 * 0.133))]);
    expect(at("eu-central-1")).toEqual([
      exactly(0.12075 * 730 + 50 * 0.0952),
      exactly(2 * (0.203 * 730 + 100 * 0.137)),
    ]);
    const bucket = placed("eu-west-3", "aws_s3_bucket", "b");
    expect(unpriced(estate(aws, [bucket])).map((u) => u.dependsOn)).toContain(
      "how much it is used, at 0.0053 USD per 1,000 writes: components.<id>.monthly.source in exeat.yaml",
    );
  });

  test("says how old a price is, and cites where it was read for the region", () => {
    const node = { ...server, provider: { ...server.provider, region: "eu-west-1" } };
    const { notes, citations } = month(estate(aws, [node]));
    expect(notes.filter((n) => n.includes("2024-08-09"))).toHaveLength(1);
    expect(citations.map((c) => c.date)).toContain("2024-08-09");
    expect(citations.some((c) => c.source.includes("us-east-1"))).toBe(false);
  });

  test("is a range with a note where prices of the region were not read", () => {
    const paris = month(estate(aws, [placed("eu-west-3", "aws_kms_key", "k")]));
    const within = serviceSpread(services, "eu-west-3");
    expect(paris.amounts).toEqual([{ currency: "USD", low: cents(within.low), high: cents(within.high) }]);
    expect(paris.notes).toEqual(["prices of us-east-1 for eu-west-3"]);
    const nowhere = month(estate(aws, [native("aws_kms_key", "k")]));
    expect(nowhere.amounts).toEqual([{ currency: "USD", low: 1, high: 2.4 }]);
    expect(nowhere.notes).toEqual(["prices of us-east-1 for a region that is not known"]);
    const everywhere = month(estate(aws, [native("aws_route53_zone", "z")]));
    expect(everywhere).toMatchObject({ amounts: [{ currency: "USD", low: 0.5, high: 0.5 }], notes: [] });
  });

  test("has servers of a region nobody read by what servers cost there, not by what services do", () => {
    const { low, high } = regionalSpread("eu-north-1");
    const args = { instance_type: "c8gn.large", associate_public_ip_address: false };
    const small = placed("eu-north-1", "aws_instance", "m", args);
    const known = month(estate(aws, [placed("us-east-1", "aws_instance", "m", args)]));
    const base = known.amounts[0]?.low ?? 0;
    const [amount] = month(estate(aws, [small])).amounts;
    expect(amount?.low).toBeCloseTo(base * low, 1);
    expect(amount?.high).toBeCloseTo(base * high, 1);
    expect(high).not.toBe(serviceSpread(services, "eu-north-1").high);
  });

  test("counts a native that several components share, and one that they become together, once", () => {
    const key = us("aws_kms_key", "k");
    const holding = (name: string) => ({ ...component("vm", "aws_security_group", name, {}), shared: [key] });
    const address = { ...native("openstack_networking_floatingip_v2", "component"), merge: "one" };
    const made: Translation = { ...intact, natives: [address] };
    const components = [holding("a"), holding("b")];
    const translations = Object.fromEntries(components.map((c) => [c.id, made]));
    const { monthly } = costOf(
      { ...assessInput({ components, translations }), target: ovh, region: "GRA11" },
      effortModel,
    );
    expect(monthly.source.amounts).toEqual([{ currency: "USD", low: 1, high: 1 }]);
    expect(monthly.target.amounts).toEqual([{ currency: "EUR", low: cents(0.0025 * 730), high: cents(0.0025 * 730) }]);
  });
});

describe("the public address of a machine", () => {
  const subnet = (name: string, open: boolean | undefined) =>
    us("aws_subnet", name, open === undefined ? {} : { map_public_ip_on_launch: open });
  const inside = (name: string, args: Native["args"] = {}) =>
    us("aws_instance", "web", {
      instance_type: "m7i.large",
      root_block_device: [{ volume_type: "gp3", volume_size: 50 }],
      subnet_id: reference(`aws_subnet.${name}`, "id"),
      ...args,
    });
  const bill = (...natives: Native[]) => {
    const { amounts, notes, whole } = month(estate(aws, natives));
    return [amounts[0]?.low, amounts[0]?.high, notes.length, whole];
  };
  const without = cents(0.1008 * 730 + 50 * 0.08);
  const given = cents(without + 0.005 * 730);
  const note = 1;

  test("is paid for where its subnet gives it one, unless it says no, or has one that stays", () => {
    const open = subnet("open", true);
    expect(bill(inside("open"), open)).toEqual([given, given, note, true]);
    expect(bill(inside("open", { associate_public_ip_address: false }), open)).toEqual([without, without, 0, true]);
    expect(bill(inside("open", { network_interface: [{ device_index: 0 }] }), open)).toEqual([
      without,
      without,
      0,
      true,
    ]);
    const stays = us("aws_eip", "e");
    const eip = { ...stays, ...asWritten({ instance: reference("aws_instance.web", "id") }) };
    expect(bill(inside("open"), open, eip)).toEqual([given, given, note, true]);
  });

  test("is none where the subnet gives none, and a range where nobody knows what the subnet does", () => {
    for (const closed of [false, undefined]) {
      expect(bill(inside("c", {}), subnet("c", closed))).toEqual([without, without, 0, true]);
    }
    const others = [inside("other", { subnet_id: "subnet-1" }), inside("other", { subnet_id: new Unknown("var.s") })];
    for (const one of others) expect(bill(one)).toEqual([without, given, note + 1, true]);
    const { subnet_id: _, ...rest } = inside("x").args;
    expect(bill(us("aws_instance", "web", rest))).toEqual([without, given, note + 1, true]);
  });

  test("is one for each node, and for each machine of a group whose template gives them one", () => {
    const nodes = us("aws_eks_node_group", "n", { ...workers.args, subnet_ids: [reference("aws_subnet.s", "id")] });
    const [open, closed] = [true, false].map((is) => bill(nodes, subnet("s", is))) as [number[], number[]];
    expect([open[0]! - closed[0]!, open[1]! - closed[1]!].map(cents)).toEqual([10.95, 10.95]);
    const giving = {
      ...template,
      args: { ...template.args, network_interfaces: [{ associate_public_ip_address: true }] },
    };
    const [more, less] = [bill(group, giving), bill(group, template)] as [number[], number[]];
    expect(cents(more[0]! - less[0]!)).toBe(7.3);
  });
});

describe("the bill of a cluster", () => {
  const cluster = (args: Native["args"]) => us("aws_eks_cluster", "c", args);

  test.each([
    [aws, cluster({ version: "1.35" })],
    [scaleway, native("scaleway_k8s_cluster", "c", { version: "1.35" })],
    [ovh, native("ovh_cloud_project_kube", "c", { plan: "standard" })],
    [ovh, native("ovh_cloud_project_kube", "c")],
  ] as const)("is never whole: what runs in it makes load balancers and disks that no code shows (%#)", (cloud, one) => {
    const input = estate(cloud, [one]);
    expect(month(input).whole).toBe(false);
    expect(unpriced(input).map((u) => u.what)).toEqual([
      `.:${one.address} at the source: load balancers and disks that its workloads make`,
    ]);
    const stated = estate(cloud, [one], { components: { [one.address]: { monthly: { source: 200 } } } });
    expect(month(stated).whole).toBe(true);
  });

  test("goes up to extended support where no version is written: it may be as old as it is", () => {
    const of = (args: Native["args"]) => month(estate(aws, [cluster(args)])).amounts[0];
    expect(of({ version: "1.35" })).toMatchObject({ low: 73, high: 73 });
    expect(of({ version: "1.32" })).toMatchObject({ low: 438, high: 438 });
    expect(of({})).toMatchObject({ low: 73, high: 438 });
    expect(month(estate(aws, [cluster({})])).notes.join()).toContain("extended support");
  });
});

describe("a native that a component has and another shares", () => {
  test("belongs to the one that has it, and to what is stated of that", () => {
    const key = us("aws_kms_key", "k");
    const owner = { ...component("vm", "aws_security_group", "owner", {}), natives: [key] };
    const other = { ...component("vm", "aws_security_group", "other", {}), natives: [], shared: [key] };
    const facts = { components: { "aws_security_group.owner": { monthly: { source: 7 } } } };
    const cost = month({ ...assessInput({ components: [owner, other], facts }), target: ovh });
    expect(cost.amounts).toEqual([{ currency: "EUR", low: 7, high: 7 }]);
  });
});

describe("a bill at the target", () => {
  test("looks up what a native names among those of its own component", () => {
    const server = (name: string, node_type: string): [FoundComponent, Translation] => {
      const main = native("scaleway_rdb_instance", "component", { node_type });
      const copy = native("scaleway_rdb_read_replica", "component", { instance_id: ref(main, "id") });
      return [component("sql-database", "aws_db_instance", name, {}), { ...intact, natives: [main, copy] }];
    };
    const both = [server("small", "DB-DEV-S"), server("large", "DB-POP2-2C-8G")];
    const translations = Object.fromEntries(both.map(([c, t]) => [c.id, t]));
    const input = { ...assessInput({ components: both.map(([c]) => c), translations }), target: scaleway };
    const { amounts } = costOf({ ...input, region: "fr-par" }, effortModel).monthly.target;
    expect(amounts[0]?.low).toBe(cents(0.0156 * 730 + 0.1434 * 730) * 2);
  });
});

describe("what is taken to cost nothing at the target", () => {
  const target = (input: AssessInput) => costOf({ ...input, target: ovh, region: "GRA11" }, effortModel).monthly.target;

  test("is what replaces a native that costs nothing at the source", () => {
    const foreign = [us("aws_iam_role", "r"), us("aws_sqs_queue", "q")];
    const bill = target(assessInput({ foreign }));
    expect(bill.covers).toEqual({ resources: 1, priced: 0, partly: 0, stated: 0 });
    expect(bill.notes).toEqual(["what replaces a resource that costs nothing at the source is taken to cost nothing"]);
  });

  test("is what a fragment is attached to: that is somebody else's", () => {
    const whole = component("vm", "aws_instance", "web", {});
    const made = {
      ...intact,
      natives: [native("openstack_compute_instance_v2", "component", { flavor_name: "b3-8" })],
    };
    const bill = (c: FoundComponent) =>
      target(assessInput({ components: [c], translations: { [c.id]: made } })).amounts;
    expect(bill(whole)).toHaveLength(1);
    const part: FoundComponent = { ...whole, attachedTo: "external" };
    expect(bill(part)).toEqual([]);
  });
});

describe("what has no price", () => {
  test("is named with what to state, and is never 0", () => {
    const unknown = us("aws_instance", "var", { instance_type: new Unknown("var.size") });
    const newest = us("aws_instance", "newest", { instance_type: "z99.large" });
    const odd = us("aws_quantum_thing", "q");
    const input = estate(aws, [unknown, newest, odd, us("aws_s3_bucket", "b")]);
    const cost = month(input);
    expect(cost.amounts).toEqual([]);
    expect(cost.whole).toBe(false);
    expect(JSON.stringify(cost.byType)).toBe("[]");
    const asked = Object.fromEntries(unpriced(input).map((u) => [u.what, u.dependsOn]));
    const own = "components.<id>.monthly.source in exeat.yaml";
    expect(asked).toMatchObject({
      ".:aws_instance.var at the source: machines": `a value for \`instance_type\`, or ${own}`,
      ".:aws_instance.newest at the source: machines": `a price for \`z99.large\`, of which none is on record: ${own}`,
      ".:aws_quantum_thing.q at the source: everything": `a price for \`aws_quantum_thing\`, of which none is on record: ${own}`,
      ".:aws_s3_bucket.b at the source: what is stored": `components.<id>.gib, or ${own}`,
      ".:aws_s3_bucket.b at the source: requests": `how much it is used, at 0.005 USD per 1,000 writes: ${own}`,
    });
  });

  test("changes what a sum covers and not the sum", () => {
    const [with_, without] = [month(estate(aws, [machine, us("aws_mq_broker", "b")])), month(estate(aws, [machine]))];
    expect(with_.amounts).toEqual(without.amounts);
    expect(with_.covers).toEqual({ resources: 2, priced: 1, partly: 0, stated: 0 });
    expect([with_.whole, without.whole]).toEqual([false, true]);
  });

  test("is a part of what has some: a collection of unknown length, a disk without a size", () => {
    const many: Native = { ...machine, key: new Unknown("var.n") };
    expect(month(estate(aws, [many])).covers).toEqual({ resources: 1, priced: 0, partly: 1, stated: 0 });
    const crowd = manyOf(component("vm", "aws_instance", "crowd", {}));
    const made = { ...intact, natives: [native("ovh_cloud_floating_ip", "component")] };
    const input = assessInput({ components: [crowd], translations: { [crowd.id]: made } });
    const { monthly } = costOf({ ...input, target: ovh, region: "GRA11" }, effortModel);
    expect(monthly.target).toMatchObject({ covers: { resources: 1, priced: 0, partly: 1 }, whole: false });
    const bare = us("aws_instance", "bare", { instance_type: "m7i.large" });
    const cost = month(estate(aws, [bare]));
    expect(cost.amounts[0]?.low).toBe(cents(0.1008 * 730));
    expect(cost.covers.partly).toBe(1);
  });

  test("is not all of what there may be several of: the sum goes from one to as many as are assumed", () => {
    const [one] = month(estate(aws, [machine])).amounts;
    const [some] = month(estate(aws, [{ ...machine, key: new Unknown("var.servers") }])).amounts;
    expect(some?.low).toBe(one?.low);
    expect(some?.high).toBeCloseTo((one?.high ?? 0) * ASSUMED_INSTANCES, 1);
  });

  test("is what a hole decides at the target, though a witness stands there", () => {
    const found = { ...component("vm", "aws_instance", "web", {}), requested: new Set(["size"]), holes: [] };
    const open = { ...found, holes: [{ path: "size", expression: "var.size", at: found.at }] };
    const known = { ...found, props: { size: { vcpu: 2, memoryGiB: 8 } } };
    const bill = (one: FoundComponent) => {
      const input = assessInput({ components: [one], translations: { [one.id]: translate(one, ovh, "GRA11") } });
      return costOf({ ...input, target: ovh, region: "GRA11" }, effortModel);
    };
    expect(bill(known).monthly.target.amounts).toEqual([
      { currency: "EUR", low: cents(0.0512 * 730), high: cents(0.0512 * 730) },
    ]);
    expect(bill(open).monthly.target.amounts).toEqual([]);
    expect(bill(open).unpriced.map((u) => u.dependsOn)).toContain(
      "a value for `flavor_name`, or components.<id>.monthly.target in exeat.yaml",
    );
  });

  describe("is the licence of a system", () => {
    const server = (os: string | undefined): FoundComponent => {
      const image =
        os === undefined ? { customImage: { external: "ami-1", literal: true } } : { image: { os, version: "2022" } };
      const made = component("vm", "aws_instance", "web", { size: { vcpu: 2, memoryGiB: 8 }, ...image });
      return { ...made, natives: [machine] };
    };
    const bills = (os: string | undefined, target: Cloud, facts: EstateFacts = {}) => {
      const one = server(os);
      const input = assessInput({ components: [one], translations: { [one.id]: translate(one, target) }, facts });
      const cost = costOf({ ...input, target }, effortModel);
      const names = cost.unpriced.map((u) => u.what).filter((what) => what.includes("licence"));
      return { names, source: cost.monthly.source };
    };
    const LICENCE = "aws_instance.web at the SIDE: licence of the operating system";

    test.each([
      ["Windows, where no machine is sold with it", "windows-server", ovh, ["source", "target"]],
      ["Windows, where machines are", "windows-server", scaleway, ["source"]],
      ["a Linux with one", "rhel", scaleway, ["source", "target"]],
      ["a free one", "debian", ovh, []],
    ] as const)("of %s", (_, os, target, sides) => {
      const { names, source } = bills(os, target);
      expect(names.map((what) => what.replace(/^\.:/, ""))).toEqual(sides.map((s) => LICENCE.replace("SIDE", s)));
      expect(source.covers).toMatchObject(sides.length > 0 ? { priced: 0, partly: 1 } : { priced: 1, partly: 0 });
    });

    test("of one that nobody knows, until somebody says that it has none", () => {
      expect(bills(undefined, ovh).names).toHaveLength(2);
      expect(bills(undefined, ovh).names[0]).toContain("where it has one");
      const none = { conditions: { "licensed or marketplace image": false } };
      expect(bills(undefined, ovh, { components: { ".:aws_instance.web": none } }).names).toEqual([]);
    });
  });

  test("is what replaces natives that no kind carries over, and all of a cloud without a list", () => {
    const { monthly, unpriced: rest } = costOf(estate(aws, [us("aws_sqs_queue", "q")]), effortModel);
    expect(monthly.target.covers).toEqual({ resources: 1, priced: 0, partly: 0, stated: 0 });
    expect(rest.map((u) => u.what)).toContain(".:aws_sqs_queue.q at the target: what replaces it");
    const { prices: _, ...unlisted } = aws;
    const blind = costOf(estate(unlisted, [machine]), effortModel);
    expect(blind.monthly.source).toMatchObject({ amounts: [], whole: false });
    expect(blind.unpriced.map((u) => u.what)).toContain("Monthly cost at Amazon Web Services");
  });

  test("adding a native never lowers a bill", () => {
    const all = [
      ...[machine, server, workers, group, template, us("aws_mq_broker", "b"), us("aws_s3_bucket", "b")],
      ...[us("aws_iam_role", "r"), us("aws_instance", "open", { instance_type: new Unknown("var.t") })],
    ];
    const sum = (natives: readonly Native[]) => month(estate(aws, natives)).amounts[0] ?? { low: 0, high: 0 };
    fc.assert(
      fc.property(fc.subarray(all), fc.constantFrom(...all), (some, one) => {
        const [before, after] = [sum(some), sum([...some.filter((n) => n !== one), one])];
        // A template found makes known what was not: that is no native less.
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});

describe("what is stated", () => {
  test("goes before list prices: of the whole, and of one component", () => {
    const whole = month(estate(aws, [machine], { prices: { sourceMonthly: 500 } }));
    expect(whole).toMatchObject({ basis: "stated", amounts: [{ currency: "EUR", low: 500, high: 500 }], whole: true });
    const one = month(
      estate(aws, [machine, server], { components: { "aws_instance.web": { monthly: { source: 90 } } } }),
    );
    expect(one).toMatchObject({
      basis: "list-prices",
      covers: { resources: 2, priced: 2, partly: 0, stated: 1 },
      whole: true,
    });
    expect(one.amounts).toEqual([
      { currency: "EUR", low: 90, high: 90 },
      { currency: "USD", low: 272.66, high: 272.66 },
    ]);
  });

  test("currencies stay apart until a rate is stated", () => {
    const rates = { USD: { rate: 0.5, date: "2026-11-20" } };
    const input = (prices: EstateFacts["prices"]) =>
      costOf(
        estate(aws, [machine], { components: { "aws_instance.web": { monthly: { target: 10 } } }, prices }),
        effortModel,
      );
    expect(input({}).oneOff.doubleRunning?.amounts.map((a) => a.currency)).toEqual(["USD"]);
    const converted = input({ rates });
    expect(converted.monthly.source.amounts).toEqual([{ currency: "EUR", low: 38.79, high: 38.79 }]);
    expect(converted.rates).toEqual([{ from: "USD", to: "EUR", rate: 0.5, date: "2026-11-20" }]);
  });
});

describe("what leaving costs once", () => {
  const stored = { components: { "aws_dynamodb_table.t": { gib: 20_000 } } };
  const leaving = (facts: EstateFacts, date = "2026-11-24", scenario: AssessInput["scenario"] = "planned-exit") => {
    const input = estate(aws, [us("aws_dynamodb_table", "t")], facts);
    return costOf({ ...input, scenario, tool: { ...input.tool, catalogue: date } }, effortModel).oneOff;
  };

  test("egress is charged by tiers", () => {
    const tiers = aws.prices?.egress[0]?.tiers ?? [];
    expect(tiered(1000, tiers)).toBeCloseTo(90, 6);
    expect(tiered(20_000, tiers)).toBeCloseTo(10_240 * 0.09 + 9760 * 0.085, 6);
    expect(leaving(stored).egress?.amounts).toEqual([
      { currency: "USD", low: 0, high: cents(10_240 * 0.09 + 9760 * 0.085) },
    ]);
  });

  test("the rule is that of the date and the country", () => {
    const at = (date: string, country?: string) => rulesAt(date, country).map((r) => [r.charge, r.certain]);
    expect(at("2027-01-11", "DE")).toEqual([["at-cost", true]]);
    expect(at("2027-01-12", "DE")).toEqual([["none", true]]);
    expect(at("2026-11-24", "FR").map(([charge]) => charge)).toEqual(["none", "at-cost"]);
    expect(at("2027-01-12", "FR")).toEqual([["none", true]]);
    expect(at("2026-11-24").every(([, certain]) => certain === false)).toBe(true);
    expect(at("2026-11-24", "US")).toEqual([]);
    expect(at("2023-12-31", "DE")).toEqual([]);
    expect(leaving({ ...stored, country: "DE" }, "2027-02-01").egress?.rules).toMatchObject([
      { charge: "none", certain: true, citation: { source: "Regulation (EU) 2023/2854 art. 29(1)" } },
    ]);
  });

  describe("a copy that may be made after a rule changes", () => {
    const copied = (country: string, to: number) => {
      const input = estate(aws, [us("aws_dynamodb_table", "t")], { ...stored, country });
      const days = { copy: { from: 10, to }, notice: { low: 0, likely: 0, high: 0 } };
      return costOf({ ...input, tool: { ...input.tool, catalogue: "2026-12-20" } }, effortModel, days).oneOff.egress;
    };

    test("is shown with what it costs under each", () => {
      const list = cents(10_240 * 0.09 + 9760 * 0.085);
      expect(copied("DE", 40)?.rules.map((r) => [r.charge, r.until ?? r.from, r.amounts])).toEqual([
        ["at-cost", "2027-01-12", [{ currency: "USD", low: 0, high: list }]],
        ["none", "2027-01-12", [{ currency: "USD", low: 0, high: 0 }]],
      ]);
      expect(copied("FR", 40)?.rules.map((r) => r.charge)).toEqual(["none", "at-cost", "none"]);
      expect(copied("DE", 40)?.copyDays).toEqual({ from: 10, to: 40 });
    });

    test("has one rule where it is made before", () => {
      expect(copied("DE", 20)?.rules.map((r) => r.charge)).toEqual(["at-cost"]);
    });

    test("is known from the schedule of the exit", () => {
      const input = estate(aws, [us("aws_dynamodb_table", "t")], { ...stored, country: "DE" });
      const { cost, time } = assess({ ...input, tool: { ...input.tool, catalogue: "2026-12-20" } });
      const copy = time.schedule.find((s) => s.id === "transfer");
      const days = cost.oneOff.egress?.copyDays;
      expect(days?.from).toBeLessThan(copy?.start.p50 ?? 0);
      expect(days?.to).toBeGreaterThan(copy?.end.p80 ?? 0);
      expect(cost.oneOff.egress?.rules.map((r) => r.charge)).toEqual(["at-cost", "none"]);
    });
  });

  test("where no rule and no terms of the source help, the list price is due", () => {
    const swiss = (source: Cloud) =>
      costOf(
        {
          ...estate(source, [native("scaleway_mongodb_instance", "m")], {
            country: "CH",
            components: { "scaleway_mongodb_instance.m": { gib: 1000 } },
          }),
        },
        effortModel,
      ).oneOff.egress;
    const due = cents(1000 * 1.073741824 * 0.01);
    expect(swiss(scaleway)?.amounts).toEqual([{ currency: "EUR", low: due, high: due }]);
  });

  test("is due from one copy to all that proofs and the switch read again", () => {
    const holds = {
      country: "CH",
      components: { "aws_s3_bucket.media": { gib: 1000 }, "aws_db_instance.orders": { gib: 500 } },
    };
    const input = assessInput({ components: [bucket("media"), database("orders")], facts: holds });
    const { gib, gibRead, amounts } = costOf(input, effortModel).oneOff.egress ?? {};
    expect([gib, gibRead]).toEqual([1500, 3 * 1000 + 2 * 500]);
    const windows = component("vm", "aws_instance", "files", { image: { os: "windows-server" } });
    const drive = assessInput({ components: [windows], facts: { components: { "aws_instance.files": { gib: 100 } } } });
    expect(costOf(drive, effortModel).oneOff.egress).toMatchObject({ gib: 100, gibRead: 300 });
    const table = native("aws_dynamodb_table", "t");
    const once = costOf(
      estate(aws, [table], { country: "CH", components: { "aws_dynamodb_table.t": { gib: 4000 } } }),
      effortModel,
    );
    expect(amounts?.[0]?.high).toBe(once.oneOff.egress?.amounts[0]?.high);
  });

  test("a size nobody stated leaves the egress unknown, and names what to state", () => {
    const { egress } = leaving({});
    expect(egress).toMatchObject({ gib: null, amounts: [], whole: false, covers: { moves: 1, sized: 0 } });
    const { unpriced: rest } = costOf(estate(aws, [us("aws_dynamodb_table", "t")]), effortModel);
    expect(rest[0]).toMatchObject({
      what: "Egress of .:aws_dynamodb_table.t",
      dependsOn: "components.<id>.gib in exeat.yaml",
    });
  });

  test("nothing found leaves at no cost only where everything was read", () => {
    const leavingOf = (input: AssessInput) => costOf(input, effortModel).oneOff.egress;
    const nothing = estate(aws, []);
    const zero = [{ currency: "USD", low: 0, high: 0 }];
    expect(leavingOf(nothing)).toMatchObject({ gib: 0, amounts: zero, whole: true });
    const unread = { gib: null, amounts: [], whole: false };
    expect(leavingOf({ ...nothing, estate: { ...nothing.estate, complete: false } })).toMatchObject(unread);
    const unreadable = { ...nothing.survey.counts, natives: 1, unreadable: 1 };
    expect(leavingOf({ ...nothing, survey: { ...nothing.survey, counts: unreadable } })).toMatchObject(unread);
  });

  test("both sides run for as long as the waits say, and not at all under pressure", () => {
    const facts = { prices: { sourceMonthly: 1000, targetMonthly: 460 }, leadTimes: { "parallel-run": 30 } };
    const both = cents((1460 * 30) / (730 / 24));
    expect(leaving(facts).doubleRunning).toMatchObject({
      days: { low: 30, likely: 30, high: 30 },
      amounts: [{ currency: "EUR", low: both, high: both }],
      whole: true,
    });
    const dearer = cents(((3 * 1000 + 460) * 30) / (730 / 24));
    expect(leaving(facts, undefined, "price-shock").doubleRunning?.amounts).toEqual([
      { currency: "EUR", low: dearer, high: dearer },
    ]);
    const input = {
      ...estate(aws, [us("aws_dynamodb_table", "t")], { prices: facts.prices }),
      scenario: "bouton-rouge" as const,
    };
    expect(assess(input).cost.oneOff).toEqual({ egress: null, doubleRunning: null });
  });
});

describe("a price shock by list prices", () => {
  const source = placed("fr-par", "scaleway_instance_server", "web", {
    type: "POP2-2C-8G",
    root_volume: [{ volume_type: "sbs_volume", size_in_gb: 50 }],
  });
  const shock = (natives: readonly Native[], facts: EstateFacts, made: readonly Native[], cloud: Cloud = scaleway) => {
    const found = { ...component("vm", "scaleway_instance_server", "web", {}), natives };
    const translations = { [found.id]: { ...intact, natives: made } };
    const input = { ...assessInput({ components: [found], translations, facts }), source: cloud, target: ovh };
    const result = assess({ ...input, region: "GRA11", scenario: "price-shock", priceFactor: 3 });
    return { price: result.reading.price, effort: result.effort };
  };
  const target = native("openstack_compute_instance_v2", "component", { flavor_name: "b3-16" });

  test("pays after the work divided by three source bills less one of the target", () => {
    const { price, effort } = shock([source], { prices: { personDay: 600 } }, [target]);
    const before = cents(0.0735 * 730 + 50 * 0.0993);
    const saved = 3 * before - cents(0.1023 * 730);
    expect(price?.before).toEqual([{ currency: "EUR", low: before, high: before }]);
    expect(price?.breakEvenMonths?.p80).toBeCloseTo((effort.p80 * 600) / saved, 1);
    expect(price).toMatchObject({ atMost: false, never: false });
  });

  test("takes the middle of both bills at P50, and the least that is saved at P80", () => {
    const database = placed("fr-par", "scaleway_rdb_instance", "db", {
      ...{ node_type: "DB-POP2-2C-8G", volume_type: "sbs_5k", volume_size_in_gb: 1000 },
    });
    const { price, effort } = shock([database], { prices: { personDay: 600 } }, [target]);
    const [low, high] = [0.1434 * 730 + 1000 * 0.0993, 0.1434 * 730 + 1000 * 0.1489].map((n) => 3 * n - 0.1023 * 730);
    expect(price?.breakEvenMonths?.p80).toBeCloseTo((effort.p80 * 600) / (low ?? 0), 0);
    expect(price?.breakEvenMonths?.p50).toBeCloseTo((effort.p50 * 1200) / ((low ?? 0) + (high ?? 0)), 0);
  });

  test("pays sooner than that where the source has parts without a price, and nothing follows where the target has", () => {
    const open = placed("fr-par", "scaleway_mongodb_instance", "m");
    expect(shock([source, open], { prices: { personDay: 600 } }, [target]).price).toMatchObject({ atMost: true });
    const { price } = shock([source], { prices: { personDay: 600 } }, [target, native("ovh_okms", "component")]);
    expect(price).toMatchObject({ breakEvenMonths: null, dependsOn: "prices in exeat.yaml: targetMonthly" });
  });

  test("asks for a rate where the two bills are in two currencies", () => {
    const { price } = shock([machine], { prices: { personDay: 600 } }, [target], aws);
    expect(price).toMatchObject({ breakEvenMonths: null, dependsOn: "prices in exeat.yaml: rates.USD" });
    const rates = { USD: { rate: 1, date: "2026-11-20" } };
    expect(
      shock([machine], { prices: { personDay: 600, rates } }, [target], aws).price?.breakEvenMonths,
    ).not.toBeNull();
  });
});
