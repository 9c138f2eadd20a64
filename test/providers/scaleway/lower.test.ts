import { describe, expect, test } from "@jest/globals";
import type { Kind, PropsInput } from "../../../constructs/kinds.ts";
import { lowerComponent } from "../../../providers/lower-component.ts";
import type { Tree } from "../../../providers/native.ts";
import { scaleway } from "../../../providers/scaleway/index.ts";
import { trip } from "../../../providers/translate.ts";
import { complete } from "../../../providers/witness.ts";

function component<K extends Kind>(kind: K, props: PropsInput<K>) {
  return complete({ kind, id: "c", props, requested: new Set(Object.keys(props)), holes: [] });
}

function lowered<K extends Kind>(kind: K, props: PropsInput<K>) {
  const { natives, variables } = lowerComponent(component(kind, props), scaleway, "shop");
  const args = (type: string) => natives.find((n) => n.type === type)?.args as Record<string, Tree> | undefined;
  return { natives, variables, args };
}

describe("a bucket policy", () => {
  const { variables, args } = lowered("object-bucket", { publicRead: true, requireTls: true });
  const policy = args("scaleway_object_bucket_policy")?.["policy"];

  test("names those who use the bucket, whom it would shut out otherwise", () => {
    expect(variables).toEqual([expect.objectContaining({ name: "shop_users", type: "list(string)" })]);
    expect(String((policy as { expression?: string }).expression)).toContain('"SCW" = var.shop_users');
  });

  test("asks for TLS of them and of everybody", () => {
    const { document } = (policy as { options: { document: { Statement: { Condition: Tree }[] } } }).options;
    expect(document.Statement.map((s) => s.Condition)).toEqual(
      Array(2).fill({ Bool: { "aws:SecureTransport": "true" } }),
    );
  });
});

describe("a lifecycle rule", () => {
  const rule = (given: object) => {
    const { args } = lowered("object-bucket", { lifecycleRules: [{ id: "r", ...given }] });
    return (args("scaleway_object_bucket")?.["lifecycle_rule"] as readonly Tree[])[0];
  };

  test("with nothing left to do is written switched off, with an action that harms nothing", () => {
    expect(rule({ transitions: [{ afterDays: 40, storageClass: "infrequent-access" }] })).toEqual({
      id: "r",
      enabled: false,
      abort_incomplete_multipart_upload_days: 7,
    });
  });

  test("moves no object before the days that its class asks for", () => {
    expect(
      rule({
        transitions: [
          { afterDays: 1, storageClass: "infrequent-access-one-zone" },
          { afterDays: 60, storageClass: "archive" },
          { afterDays: 90, storageClass: "deep-archive" },
        ],
      }),
    ).toEqual({
      id: "r",
      enabled: true,
      transition: [
        { days: 30, storage_class: "ONEZONE_IA" },
        { days: 90, storage_class: "GLACIER" },
      ],
    });
  });
});

describe("a database", () => {
  test("takes no IPv6 address into its list, and says so", () => {
    const wanted = { engine: "mysql", publicAccess: true, allowedCidrs: ["192.0.2.0/24", "2001:db8::/32"] } as const;
    const props = { ...wanted, allowedCidrs: [...wanted.allowedCidrs] };
    expect(lowered("sql-database", props).args("scaleway_rdb_acl")?.["acl_rules"]).toEqual([{ ip: "192.0.2.0/24" }]);
    const { losses } = trip(component("sql-database", props), scaleway);
    expect(losses.map((l) => [l.path, l.declared?.class])).toEqual([["allowedCidrs", "workaround"]]);
  });

  test("lets nobody in that was not asked for, and is read as it was asked for", () => {
    const rules = (props: Partial<PropsInput<"sql-database">>) =>
      lowered("sql-database", { engine: "postgresql", ...props }).args("scaleway_rdb_acl")?.["acl_rules"];
    const subnets = [{ external: "backend", literal: true as const }];
    const nobody = [{ ip: "192.0.2.1/32", description: "nobody: public access was not asked for" }];
    const world = ["0.0.0.0/0"];
    expect(rules({})).toEqual(nobody);
    expect(rules({ publicAccess: false, allowedCidrs: world })).toEqual(nobody);
    expect(rules({ allowedCidrs: [...world, "198.51.100.7"] })).toEqual([{ ip: "198.51.100.7/32" }]);
    expect(rules({ publicAccess: true, allowedCidrs: world })).toEqual([{ ip: "0.0.0.0/0" }]);
    expect([rules({ subnets }), rules({ subnets, allowedCidrs: world })]).toEqual([undefined, undefined]);
    const none = [{ ip: "192.0.2.2/32", description: "nobody: no IPv4 address was asked for" }];
    expect([rules({ publicAccess: true }), rules({ publicAccess: true, allowedCidrs: [] })]).toEqual([none, none]);
    const back = (props: Partial<PropsInput<"sql-database">>) => {
      const { raised } = trip(component("sql-database", { engine: "postgresql", ...props }), scaleway);
      const { props: read, requested } = raised.component ?? { props: {}, requested: new Set() };
      const { publicAccess, allowedCidrs } = read as Partial<PropsInput<"sql-database">>;
      return [publicAccess, allowedCidrs, requested.has("publicAccess"), requested.has("allowedCidrs")];
    };
    expect(back({})).toEqual([false, undefined, false, false]);
    expect(back({ publicAccess: true, allowedCidrs: [] })).toEqual([true, undefined, true, false]);
  });

  test("is reached at its private address where it has one, else at the public one", () => {
    const { outputs } = scaleway.kinds["sql-database"] as {
      outputs: Record<string, (natives: ReturnType<typeof lowered>["natives"]) => Tree>;
    };
    const host = (props: Partial<PropsInput<"sql-database">>) =>
      (outputs["host"]?.(lowered("sql-database", { engine: "postgresql", ...props }).natives) as { expression: string })
        .expression;
    expect(host({ subnets: [{ external: "backend", literal: true }], publicAccess: true })).toBe(
      "scaleway_rdb_instance.shop.private_network.0.ip",
    );
    expect(host({})).toBe("scaleway_rdb_instance.shop.load_balancer.0.ip");
  });

  test("has its public endpoint written where its address is asked of that, and where it is asked for", () => {
    const endpoint = (props: Partial<PropsInput<"sql-database">>) =>
      lowered("sql-database", { engine: "postgresql", ...props }).args("scaleway_rdb_instance")?.["load_balancer"];
    const subnets = [{ external: "backend", literal: true as const }];
    expect([endpoint({}), endpoint({ subnets, publicAccess: true }), endpoint({ subnets })]).toEqual([
      [{}],
      [{}],
      undefined,
    ]);
  });

  test("keeps its password out of the code, and is not destroyed by it", () => {
    const { natives, variables, args } = lowered("sql-database", { engine: "postgresql" });
    expect(args("scaleway_rdb_instance")?.["password"]).toMatchObject({ expression: "var.shop_password" });
    expect(variables).toEqual([expect.objectContaining({ name: "shop_password", sensitive: true })]);
    expect(natives[0]?.lifecycle?.preventDestroy).toBe(true);
  });
});

test("no rule begins at port 0, which is every port to the provider", () => {
  const rules = (fromPort: number, toPort?: number) => {
    const rule = { direction: "in" as const, protocol: "tcp" as const, fromPort, cidrs: ["203.0.113.0/24"] };
    const { args } = lowered("firewall", { rules: [{ ...rule, ...(toPort === undefined ? {} : { toPort }) }] });
    const written = args("scaleway_instance_security_group")?.["inbound_rule"] as readonly Tree[] | undefined;
    return (written ?? []).map((r) => {
      const { port, port_range } = r as Record<string, Tree>;
      return port ?? port_range;
    });
  };
  expect(rules(0, 1023)).toEqual(["1-1023"]);
  expect(rules(0, 65_535)).toEqual([undefined]);
  expect(rules(0)).toEqual([]);
  expect(rules(22)).toEqual([22]);
  expect(rules(22, 22)).toEqual([22]);
  expect(rules(22, 23)).toEqual(["22-23"]);
});
