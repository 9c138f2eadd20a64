import { describe, expect, test } from "@jest/globals";
import type { Kind, PropsInput } from "../../../constructs/kinds.ts";
import { lowerAll } from "../../../providers/lower.ts";
import { lowerComponent } from "../../../providers/lower-component.ts";
import { ovh } from "../../../providers/ovh/index.ts";
import { leavesOf } from "../../../providers/paths.ts";
import type { PulumiType } from "../../../providers/pulumi-package.ts";
import { trip } from "../../../providers/translate.ts";
import { complete } from "../../../providers/witness.ts";
import { cases } from "../../cases/index.ts";

function asked<K extends Kind>(kind: K, props: PropsInput<K>) {
  return complete({ kind, id: "shop", props, requested: new Set(Object.keys(props)), holes: [] });
}
const lowered = <K extends Kind>(kind: K, props: PropsInput<K>, region?: string) =>
  lowerComponent(asked(kind, props), ovh, "shop", { region });

describe("regions", () => {
  test("compute regions are written by the names of Object Storage and of Managed Databases", () => {
    const [bucket] = lowered("object-bucket", {}, "GRA11").natives;
    const [service] = lowered("sql-database", { engine: "mysql" }, "DE1").natives;
    expect(bucket?.args["region_name"]).toBe("GRA");
    expect(service?.args["nodes"]).toEqual([{ region: "DE" }, { region: "DE" }]);
  });

  test.each([
    ["EU-WEST-PAR", ["STANDARD_IA", "GLACIER_IR", "DEEP_ARCHIVE"]],
    ["EU-SOUTH-MIL", ["STANDARD_IA", "GLACIER_IR"]],
    ["SBG5", ["STANDARD_IA"]],
  ])("objects in %s cool down through the classes it has", (region, classes) => {
    const transitions = [
      { afterDays: 30, storageClass: "infrequent-access" },
      { afterDays: 60, storageClass: "archive-instant" },
      { afterDays: 90, storageClass: "archive" },
      { afterDays: 120, storageClass: "deep-archive" },
    ] as const;
    const props = { lifecycleRules: [{ id: "cool", transitions: [...transitions] }] };
    const { losses } = trip(asked("object-bucket", props), ovh, region);
    const [, lifecycle] = lowered("object-bucket", props, region).natives;
    const [rule] = lifecycle?.args["rules"] as [{ transitions: { storage_class: string }[] }];
    expect(rule.transitions.map((t) => t.storage_class)).toEqual(classes);
    expect(losses.map((l) => l.declared?.path)).toEqual(["lifecycleRules.transitions"]);
  });
});

describe("labels", () => {
  test("one without a value is a tag of its key alone, whatever bears it", () => {
    const labels = { team: "shop", critical: "" };
    const tags = (kind: "firewall" | "load-balancer") => lowered(kind, { labels }).natives[0]?.args["tags"];
    expect([tags("firewall"), tags("load-balancer")]).toEqual(Array(2).fill(["team=shop", "critical"]));
  });
});

describe("rules of a security group", () => {
  const office = { direction: "in" as const, cidrs: ["203.0.113.0/24"] };
  const written = (rules: PropsInput<"firewall">["rules"]) =>
    lowered("firewall", { rules })
      .natives.slice(1)
      .map(({ name, args }) => ({
        name,
        ports: [args["port_range_min"], args["port_range_max"]],
        peer: args["remote_ip_prefix"],
      }));

  test("no port is 0, which Neutron refuses: all ports have no range", () => {
    const from = (fromPort: number, toPort: number) => written([{ ...office, protocol: "tcp", fromPort, toPort }]);
    expect(from(0, 65_535).map((r) => r.ports)).toEqual([[undefined, undefined]]);
    expect(from(0, 1023).map((r) => r.ports)).toEqual([[1, 1023]]);
    expect(from(0, 0)).toEqual([]);
  });

  test("none is written twice, and their numbers have no gaps", () => {
    const https = { ...office, protocol: "tcp" as const, fromPort: 443, toPort: 443 };
    const twice = [https, https, { ...https, cidrs: ["203.0.113.0/24", "198.51.100.7/32"] }];
    expect(written(twice)).toEqual([
      { name: "shop_in_001", ports: [443, 443], peer: "203.0.113.0/24" },
      { name: "shop_in_002", ports: [443, 443], peer: "198.51.100.7/32" },
    ]);
    const { losses } = trip(asked("firewall", { rules: twice }), ovh);
    expect(losses).toEqual([]);
  });

  test("rules that Neutron cannot tell apart are one", () => {
    const echo = { ...office, protocol: "icmp" as const, icmpType: 8 };
    expect(written([echo, { ...echo, icmpCode: 0 }, { ...office, protocol: "icmp" }])).toHaveLength(2);
  });

  test("of a kind of ICMP message the provider sends no 0, which is every code, and no kind 0, which is every kind", () => {
    const ports = (icmpType: number, icmpCode?: number) =>
      written([{ ...office, protocol: "icmp", icmpType, ...(icmpCode === undefined ? {} : { icmpCode }) }]).map(
        (r) => r.ports,
      );
    expect(ports(8)).toEqual([[8, 0]]);
    expect(ports(8, 0)).toEqual([[8, 0]]);
    expect(ports(3, 4)).toEqual([[3, 4]]);
    expect(ports(0)).toEqual([]);
    expect(ports(0, 0)).toEqual([]);
    expect(written([{ ...office, protocol: "icmp" }]).map((r) => r.ports)).toEqual([[undefined, undefined]]);
  });
});

describe("gateways", () => {
  const subnets = ["front", "back"].map((name, i) => ({ name, cidr: `10.0.${i}.0/24` }));
  const edge = asked("load-balancer", { public: true, subnets: [{ component: "net", output: "subnet" }] });
  const attached = (egress: "none" | "shared") => {
    const net = { ...asked("network", { egress, subnets }), id: "net" };
    const { natives } = lowerAll([net, edge], ovh);
    return natives.filter((n) => n.type === "ovh_cloud_gateway").map((n) => n.refs.map((r) => r.to));
  };

  test("what is reached in any subnet of a network is reached in one that a gateway serves", () => {
    const [front, back] = subnets.map((s) => `ovh_cloud_project_network_private_subnet_v2.net_${s.name}`);
    expect(attached("none")).toEqual([[front]]);
    expect(attached("shared")).toEqual([[front, back]]);
  });

  const clustered = (region: string, egress: "none" | "shared" = "none") => {
    const net = { ...asked("network", { egress, subnets }), id: "net" };
    const place = [{ component: "net", output: "subnet", item: "back" }];
    const { natives } = lowerAll([net, asked("kubernetes", { subnets: place })], ovh, { region });
    const gateways = natives.filter((n) => n.type === "ovh_cloud_gateway");
    const behind = natives.filter((n) => n.args["enable_gateway_ip"] === true).map((n) => n.name);
    const { dependsOn } = natives.find((n) => n.type === "ovh_cloud_project_kube")!;
    return { gateways: gateways.flatMap((n) => n.refs.map((r) => r.to)), behind, dependsOn };
  };

  test.each(["EU-WEST-PAR", "EU-SOUTH-MIL"])("nodes of a cluster in %s get one, and wait for it", (region) => {
    const back = "ovh_cloud_project_network_private_subnet_v2.net_back";
    expect(clustered(region)).toEqual({
      gateways: [back],
      behind: ["net_back"],
      dependsOn: ["ovh_cloud_gateway.net"],
    });
  });

  test("the free plan asks for none, and waits for one that is there", () => {
    expect(clustered("GRA11")).toEqual({ gateways: [], behind: [], dependsOn: undefined });
    expect(clustered("GRA11", "shared").dependsOn).toEqual(["ovh_cloud_gateway.net"]);
  });
});

describe("copies of a bucket", () => {
  test("versions are kept where objects are copied from and where they are copied to, and nowhere else", () => {
    const [copies, plain] = ["copies", "plain"].map((id) => ({ ...asked("object-bucket", {}), id }));
    const replication = [{ id: "all", destination: { component: "copies", output: "name" } }];
    const accessLogs = { bucket: { component: "plain", output: "name" } };
    const source = asked("object-bucket", { replication, accessLogs });
    const { natives } = lowerAll([copies!, plain!, source], ovh);
    expect(natives.map((n) => [n.name, n.args["versioning"]])).toEqual([
      ["copies", { status: "enabled" }],
      ["plain", undefined],
      ["shop", { status: "enabled" }],
    ]);
  });
});

describe("databases", () => {
  test("a disk larger than a machine can carry asks for a larger machine", () => {
    const [service] = lowered("sql-database", { engine: "postgresql", storageGiB: 1001 }).natives;
    expect([service?.args["flavor"], service?.args["disk_size"]]).toEqual(["b3-32", 1010]);
  });

  test("backups kept longer than a fortnight ask for the larger plan", () => {
    const [service] = lowered("sql-database", { engine: "mysql", backupRetentionDays: 15 }).natives;
    expect([service?.args["plan"], (service?.args["nodes"] as unknown[]).length]).toEqual(["advanced", 3]);
  });
});

/** Paths of a native's arguments that the Pulumi package has no input for. */
function withoutInput(type: string, args: unknown): string[] {
  const { pulumi } = ovh.providers[0]!;
  const token = pulumi!.tokens()[type]!;
  const inputs = pulumi!.inputs!();
  const camel = (name: string) => name.replaceAll(/_([a-z0-9])/g, (__, letter: string) => letter.toUpperCase());
  const walk = (value: unknown, at: PulumiType, path: string): string[] => {
    if (Array.isArray(value)) {
      return "items" in at ? value.flatMap((v) => walk(v, at.items, path)) : value.flatMap((v) => walk(v, at, path));
    }
    if (!("$ref" in at) || typeof value !== "object" || value === null || "expression" in value) return [];
    const { properties } = inputs.types[at.$ref.replace("#/types/", "")]!;
    return Object.entries(value).flatMap(([name, v]) => {
      const next = `${path}.${name}`;
      const input = properties[token.ren?.[next] ?? camel(name)];
      return input ? walk(v, input, next) : [next];
    });
  };
  const { inputProperties } = inputs.resources[token.t]!;
  return Object.entries(args as object).flatMap(([name, value]) => {
    const input = inputProperties[token.ren?.[name] ?? camel(name)];
    return input ? walk(value, input, name) : [name];
  });
}

test("the Pulumi package has an input for every argument of every case", () => {
  const natives = (["object-bucket", "sql-database"] as const).flatMap((kind) =>
    cases[kind].flatMap(({ props }) => lowered(kind, props as PropsInput<typeof kind>).natives),
  );
  expect(natives.flatMap((n) => leavesOf(n.args)).length).toBeGreaterThan(400);
  expect(natives.flatMap((n) => withoutInput(n.type, n.args).map((path) => `${n.type}.${path}`))).toEqual([]);
});

test("machines learn who asked, and how, from listeners of HTTP alone", () => {
  const listeners = (["http", "https", "tcp", "udp"] as const).map((protocol, i) => ({
    port: 80 + i,
    protocol,
    ...(protocol === "https" ? { certificate: { external: "tls" } } : {}),
  }));
  const { natives } = lowered("load-balancer", { subnets: [{ external: "front" }], listeners });
  const headers = natives.filter((n) => n.type === "openstack_lb_listener_v2").map((n) => n.args["insert_headers"]);
  const forwarded = { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" };
  expect(headers).toEqual([forwarded, forwarded, undefined, undefined]);
});
