import { describe, expect, test } from "@jest/globals";
import { aws } from "../../providers/aws/index.ts";
import { group } from "../../providers/group.ts";
import { type Native, Unknown } from "../../providers/native.ts";
import { normalise } from "../../providers/normalise.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import { resourceSchema } from "../../providers/schema-of.ts";
import { inState, to, written } from "../fixtures/natives/written.ts";

const grouped = (natives: readonly Native[]) =>
  group(
    natives.map((n) => normalise(n, resourceSchema(aws, n))),
    aws,
  );
const addresses = (natives: readonly Native[]) => natives.map((n) => n.address).sort();
const fromState = (native: Native): Native => ({ ...native, configured: null, refs: [] });

describe("natives become groups", () => {
  test("by reference: features of two buckets stay apart", () => {
    const { groups } = grouped([
      written("aws_s3_bucket.a", { bucket: "a" }),
      written("aws_s3_bucket.b", { bucket: "b" }),
      written("aws_s3_bucket_versioning.b", {
        bucket: to("aws_s3_bucket.b", "id"),
        versioning_configuration: [{ status: "Enabled" }],
      }),
    ]);
    expect(groups.map((g) => [g.anchor?.address, addresses(g.owned)])).toEqual([
      ["aws_s3_bucket.a", []],
      ["aws_s3_bucket.b", ["aws_s3_bucket_versioning.b"]],
    ]);
  });

  test("by the nearest of several references that one expression of a plan has", () => {
    const inModule = (module: string, native: Native): Native => ({
      ...native,
      address: `module.${module}.${native.address}`,
    });
    const either = new Unknown("each.value.bucket", [
      { to: "module.logs.aws_s3_bucket.this", attr: "id" },
      { to: "module.data.aws_s3_bucket.this", attr: "id" },
    ]);
    const { groups } = grouped([
      inModule("logs", written("aws_s3_bucket.this", { bucket: "logs" })),
      inModule("data", written("aws_s3_bucket.this", { bucket: "data" })),
      inModule("data", written("aws_s3_bucket_inventory.this", { bucket: either, name: "all" })),
    ]);
    expect(groups.map((g) => [g.anchor?.address, addresses(g.owned)])).toEqual([
      ["module.logs.aws_s3_bucket.this", []],
      ["module.data.aws_s3_bucket.this", ["module.data.aws_s3_bucket_inventory.this"]],
    ]);
  });

  test("fragments: what two data sources are asked alike is one thing, where the same account asks and, unless it is global, the same region", () => {
    const asked = (module: string, provider: Partial<Native["provider"]>): Native[] => {
      const inside = (native: Native): Native => ({
        ...native,
        address: `module.${module}.${native.address}`,
        provider: { ...native.provider, ...provider },
      });
      const at = (source: string, attr: string) => to(`module.${module}.data.${source}`, attr);
      return [
        inside(written("data.aws_route53_zone.z", { name: "shop.example" }, "data")),
        inside(written("aws_route53_record.r", { zone_id: at("aws_route53_zone.z", "id"), name: module, type: "A" })),
        inside(written("data.aws_lb.b", { name: "front" }, "data")),
        inside(written("aws_lb_listener.l", { load_balancer_arn: at("aws_lb.b", "arn"), port: 80 })),
      ];
    };
    const { groups } = grouped([
      ...asked("paris", { region: "eu-west-3" }),
      ...asked("again", { region: "eu-west-3", alias: "again" }),
      ...asked("dublin", { region: "eu-west-1" }),
      ...asked("others", { region: "eu-west-3", account: "their role" }),
    ]);
    expect(groups.map((g) => addresses(g.owned)).sort()).toEqual([
      ["module.again.aws_lb_listener.l", "module.paris.aws_lb_listener.l"],
      ["module.again.aws_route53_record.r", "module.dublin.aws_route53_record.r", "module.paris.aws_route53_record.r"],
      ["module.dublin.aws_lb_listener.l"],
      ["module.others.aws_lb_listener.l"],
      ["module.others.aws_route53_record.r"],
    ]);
  });

  test("fragments: an expression names one thing in the one module that says it, and in one instance only where it is one of each", () => {
    const rule = (module: string, name: string, listener: Unknown) => {
      const native = written(`aws_lb_listener_rule.${name}`, { listener_arn: listener, priority: 1 });
      return { ...native, address: `${module}${native.address}` };
    };
    const { groups } = grouped([
      rule("", "a", new Unknown("var.listener")),
      rule("", "b", new Unknown("var.listener")),
      rule("module.x.", "a", new Unknown("var.listener")),
      rule("module.x.", "b", new Unknown("var.listener", [], { within: "" })),
      rule("", "c", new Unknown("each.value.listener")),
      rule("", "d", new Unknown("each.value.listener")),
      { ...rule("", "e", new Unknown("var.listeners[count.index]")), key: 0 },
      { ...rule("", "f", new Unknown("var.listeners[count.index]")), key: 0 },
      { ...rule("", "g", new Unknown("var.listeners[count.index]")), key: 1 },
    ]);
    expect(groups.map((g) => addresses(g.owned))).toEqual([
      ["aws_lb_listener_rule.a", "aws_lb_listener_rule.b", "module.x.aws_lb_listener_rule.b"],
      ["module.x.aws_lb_listener_rule.a"],
      ["aws_lb_listener_rule.c"],
      ["aws_lb_listener_rule.d"],
      ["aws_lb_listener_rule.e", "aws_lb_listener_rule.f"],
      ["aws_lb_listener_rule.g"],
    ]);
  });

  test("by value, where a state holds no references", () => {
    const { groups } = grouped(
      [
        written("aws_s3_bucket.a", { bucket: "shop-a", id: "shop-a" }),
        written("aws_s3_bucket_policy.a", { bucket: "shop-a", policy: "{}" }),
      ].map(fromState),
    );
    expect(groups.map((g) => addresses(g.owned))).toEqual([["aws_s3_bucket_policy.a"]]);
  });

  test("by an expression that nobody can evaluate, in one module and where it comes to one value", () => {
    const named = (text: string, module = ""): Native[] => {
      const bucket = new Unknown(text);
      const setting = { bucket, versioning_configuration: [{ status: "Enabled" }] };
      const natives = [written("aws_s3_bucket.b", { bucket }), written("aws_s3_bucket_versioning.v", setting)];
      return natives.map((native, i) => ({ ...native, address: `${i === 0 ? "" : module}${native.address}` }));
    };
    const sizes = (natives: readonly Native[]) =>
      grouped(natives).groups.map((g) => (g.anchor ? 1 : 0) + g.owned.length);
    expect(sizes(named('"${var.prefix}-logs"'))).toEqual([2]);
    expect(sizes(named('"${var.prefix}-logs"', "module.m."))).toEqual([1, 1]);
    expect(sizes(named('"${uuid()}-logs"'))).toEqual([1, 1]);
    expect(sizes(named("each.key"))).toEqual([1, 1]);
    const hidden = new Unknown("(sensitive value)", [], { redacted: true });
    const two = ["a", "b"].map((name) => written(`aws_s3_bucket.${name}`, { bucket: hidden }));
    const part = written("aws_s3_bucket_versioning.v", { bucket: hidden });
    expect(sizes([...two, part])).toEqual([1, 1, 1]);
  });

  test("by a value that only the provider knows: an ARN", () => {
    const { groups } = grouped(
      [
        written("aws_rds_cluster.a", {
          cluster_identifier: "a",
          engine: "aurora-mysql",
          arn: "arn:aws:rds:eu:1:cluster:a",
        }),
        written("aws_rds_cluster_activity_stream.a", { resource_arn: "arn:aws:rds:eu:1:cluster:a", mode: "async" }),
      ].map(fromState),
    );
    expect(groups.map((g) => addresses(g.owned))).toEqual([["aws_rds_cluster_activity_stream.a"]]);
  });

  test("a parameter group used by two databases is shared by both and owned by none", () => {
    const database = (name: string) =>
      written(`aws_db_instance.${name}`, {
        engine: "postgres",
        instance_class: "db.t3.medium",
        parameter_group_name: to("aws_db_parameter_group.common", "name"),
      });
    const { groups, ungrouped } = grouped([
      database("a"),
      database("b"),
      written("aws_db_parameter_group.common", { name: "common", family: "postgres16" }),
    ]);
    expect(groups.map((g) => [addresses(g.owned), addresses(g.shared)])).toEqual([
      [[], ["aws_db_parameter_group.common"]],
      [[], ["aws_db_parameter_group.common"]],
    ]);
    expect(ungrouped).toEqual([]);
  });

  test("features of a bucket that is not here make one fragment per bucket", () => {
    const { groups } = grouped([
      written("aws_s3_bucket_versioning.x", {
        bucket: "elsewhere",
        versioning_configuration: [{ status: "Enabled" }],
      }),
      written("aws_s3_bucket_policy.x", { bucket: "elsewhere", policy: "{}" }),
      written("aws_s3_bucket_policy.y", { bucket: new Unknown("var.bucket"), policy: "{}" }),
    ]);
    expect(groups.map((g) => [g.anchor, addresses(g.owned)])).toEqual([
      [undefined, ["aws_s3_bucket_policy.x", "aws_s3_bucket_versioning.x"]],
      [undefined, ["aws_s3_bucket_policy.y"]],
    ]);
  });

  test("every place that names a part ties it, where a state says one thing twice", () => {
    const address = inState("scaleway_instance_ip.this", { id: "fr-par-1/a", type: "routed_ipv4" });
    const server = inState("scaleway_instance_server.this", {
      ...{ id: "fr-par-1/s", type: "PLAY2-NANO", ip_id: "fr-par-1/a", ip_ids: ["fr-par-1/a"] },
    });
    const natives = [address, server].map((n) => normalise(n, resourceSchema(scaleway, n)));
    const [machine] = group(natives, scaleway).groups;
    expect([...new Set(machine?.edges.map((e) => e.path))]).toEqual(["ip_id", "ip_ids"]);
  });

  test("parts that name nothing, and that nothing names, are a fragment each", () => {
    const { groups, ungrouped } = grouped([
      written("aws_lb_target_group.a", { target_type: "lambda" }),
      written("aws_lb_target_group.b", { target_type: "lambda" }),
      written("aws_default_security_group.this", {}),
    ]);
    expect(groups.map((g) => [g.kind, addresses(g.owned)])).toEqual([
      ["network", ["aws_default_security_group.this"]],
      ["load-balancer", ["aws_lb_target_group.a"]],
      ["load-balancer", ["aws_lb_target_group.b"]],
    ]);
    expect(ungrouped).toEqual([]);
  });

  test("a database whose engine nobody knows is ambiguous, one of another protocol is left to the foreign types", () => {
    const { groups, ambiguous, ungrouped } = grouped([
      written("aws_db_instance.open", { engine: new Unknown("var.engine"), instance_class: "db.t3.medium" }),
      written("aws_db_instance.oracle", { engine: "oracle-ee", instance_class: "db.t3.medium" }),
    ]);
    expect(groups).toEqual([]);
    expect(addresses(ambiguous)).toEqual(["aws_db_instance.open"]);
    expect(addresses(ungrouped)).toEqual(["aws_db_instance.oracle"]);
  });

  test("equal addresses in two roots are two natives", () => {
    const bucket = written("aws_s3_bucket.a", { bucket: "a" });
    const policy = written("aws_s3_bucket_policy.a", { bucket: to("aws_s3_bucket.a", "id"), policy: "{}" });
    const { groups } = grouped([bucket, policy, ...[bucket, policy].map((n) => ({ ...n, root: "prod" }))]);
    expect(groups.map((g) => [g.root, g.owned.map((n) => n.root)])).toEqual([
      [".", ["."]],
      ["prod", ["prod"]],
    ]);
  });
});
