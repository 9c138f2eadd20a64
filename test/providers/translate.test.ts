import { describe, expect, test } from "@jest/globals";
import { aws } from "../../providers/aws/index.ts";
import { Unknown } from "../../providers/native.ts";
import { ovh } from "../../providers/ovh/index.ts";
import { type Cloud, isImplemented, type Loss } from "../../providers/provider.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import { translate } from "../../providers/translate.ts";
import { complete, type Incomplete } from "../../providers/witness.ts";

/** A cloud that promises nothing: whoever asks for a standby or for any second loses it. */
const promisesNothing: Cloud = { ...aws, guarantees: [] };

const database = (props: Record<string, unknown>, holes: readonly string[] = []): Incomplete => ({
  kind: "sql-database",
  id: "orders",
  props: { engine: "postgresql", ...props },
  requested: new Set(["engine", ...Object.keys(props), ...holes]),
  holes: holes.map((path) => ({ path })),
});
const zone = (props: Record<string, unknown>): Incomplete => ({
  kind: "dns-zone",
  id: "zone",
  props: { name: "shop.example", ...props },
  requested: new Set(["name", "aliases", "records"]),
  holes: [],
});
const verdicts = (component: Incomplete, target: Cloud) =>
  translate(component, target).losses.map((l) => [l.path, l.verdict]);

describe("what a component becomes on a target", () => {
  test("what was asked for and comes back weaker is lost", () => {
    expect(verdicts(database({ highAvailability: "multi-zone" }), promisesNothing)).toEqual([
      ["highAvailability", "lost"],
    ]);
    expect(verdicts(database({ highAvailability: "multi-zone" }), aws)).toEqual([]);
  });

  test("what is lost because of what stands in for a hole depends on the hole", () => {
    const network: Incomplete = {
      kind: "network",
      id: "n",
      props: { routes: [{ destination: "10.9.0.0/16", to: "machine", via: { external: "a" }, subnets: ["app"] }] },
      requested: new Set(["routes", "subnets"]),
      holes: [{ path: "subnets", expression: "var.subnets" }],
    };
    const { losses, diagnostics } = translate(network, aws);
    expect(losses.map((l) => [l.path, l.verdict, l.on])).toEqual([
      ["routes", "depends", ["subnets"]],
      ["subnets.cidr", "depends", undefined],
    ]);
    expect(diagnostics).toEqual([]);
  });

  test("a version that nobody knows may be one that is offered and may be an older one", () => {
    const cluster: Incomplete = {
      kind: "kubernetes",
      id: "k",
      props: { subnets: [] },
      requested: new Set(["version"]),
      holes: [{ path: "version", expression: "var.version" }],
    };
    for (const target of [aws, ovh, scaleway]) {
      const [loss] = translate(cluster, target).losses;
      expect([loss?.path, loss?.verdict, loss?.declared?.path]).toEqual(["version", "depends", "version"]);
      expect(loss?.asked).toEqual(new Unknown("var.version"));
    }
  });

  test("what is known of a list is kept in every witness: one more item does not make a loss uncertain", () => {
    const cluster: Incomplete = {
      kind: "kubernetes",
      id: "k",
      props: { pools: [{ name: "web", autoscaling: true }] },
      requested: new Set(["pools"]),
      holes: [{ path: "pools", expression: "var.min" }],
      outline: { props: {}, unknown: ["pools.min"] },
    };
    expect(verdicts(cluster, aws)).toEqual([["pools.autoscaling", "lost"]]);
  });

  test("what was not asked for cannot be lost", () => {
    const held: Incomplete = { ...database({}), props: { engine: "postgresql", highAvailability: "multi-zone" } };
    expect(verdicts(held, promisesNothing)).toEqual([]);
  });

  test("a switch that the source holds by itself is not carried to the target", () => {
    const bucket: Incomplete = {
      kind: "object-bucket",
      id: "b",
      props: { emptyOnDestroy: true, encryption: "provider-key" },
      requested: new Set(),
      holes: [],
    };
    const [native] = translate(bucket, aws).natives;
    expect(native?.args).not.toHaveProperty("force_destroy");
    expect(translate(bucket, aws).natives.map((n) => n.type)).toContain(
      "aws_s3_bucket_server_side_encryption_configuration",
    );
  });

  test("components that share their props and are asked for other ones keep their own result", () => {
    const asked = database({ highAvailability: "multi-zone" });
    const held: Incomplete = { ...asked, requested: new Set(["engine"]) };
    const one = database({ highAvailability: "same-zone" });
    const losses = [asked, held, one, asked].map((component) => verdicts(component, promisesNothing));
    const lost = [["highAvailability", "lost"]];
    expect(losses).toEqual([lost, [], lost, lost]);
    expect([asked, one].map((c) => translate(c, promisesNothing).losses[0]?.asked)).toEqual([
      "multi-zone",
      "same-zone",
    ]);
  });

  test("a component with the props of another bears its own name", () => {
    const whole = database({});
    expect([whole, { ...whole, id: "invoices" }].map((c) => complete(c).id)).toEqual(["orders", "invoices"]);
  });

  test("of a hole it is said: depends, where some value would be lost", () => {
    expect(verdicts(database({}, ["highAvailability"]), promisesNothing)).toEqual([["highAvailability", "depends"]]);
  });

  test("what a hole may lose was asked for by nobody but the hole: no value that was tried is shown", () => {
    const open = {
      ...database({}, ["highAvailability"]),
      holes: [{ path: "highAvailability", expression: "var.standby" }],
    };
    const [loss] = translate(open, promisesNothing).losses;
    expect(loss?.asked).toEqual(new Unknown("var.standby"));
  });

  test("of a list known in part the part that is lost is shown as it was asked for", () => {
    const open: Incomplete = {
      ...zone({ aliases: [{ name: "@", target: { external: "cdn.example", literal: true }, followsHealth: true }] }),
      holes: [{ path: "aliases", expression: "var.more" }],
    };
    const lost = translate(open, scaleway).losses.filter((l) => l.verdict === "lost");
    expect(lost.map((l) => [l.path, l.asked])).toEqual([["aliases.followsHealth", true]]);
  });

  test("of records nobody knows, of a zone that is somewhere else, those may be lost that a cloud cannot say", () => {
    const records: Incomplete = {
      ...zone({}),
      props: {},
      holes: [{ path: "records", expression: "each.value.record" }],
    };
    for (const cloud of [aws, scaleway]) {
      const entry = cloud.kinds["dns-zone"];
      const declared = isImplemented(entry) ? entry.losses.filter((l) => l.path.startsWith("records")) : [];
      const { losses } = translate(records, cloud);
      expect(losses.every((l) => l.verdict === "depends" && declared.includes(l.declared as Loss))).toBe(true);
      expect(losses.length).toBeGreaterThan(0);
    }
  });

  test("of a hole that every value keeps nothing is said", () => {
    expect(verdicts(database({}, ["highAvailability", "labels", "storageGiB"]), aws)).toEqual([]);
  });

  test("a hole in a prop that must be there is filled by the first value that may stand there", () => {
    const open = { ...database({}, ["engine"]), props: {} };
    expect(translate(open, aws).natives.map((n) => n.type)).toContain("aws_db_instance");
  });

  test("of a guard that nobody knows the guarding value is written", () => {
    const [native] = translate(database({}, ["deletionProtection"]), aws).natives;
    expect(native?.args["deletion_protection"]).toBe(true);
  });

  test("what a load balancer could let through is bought only where somebody asked for it", () => {
    const type = (requested: readonly string[]) => {
      const props = { layer: "l4", subnets: [{ external: "s-1", literal: true }], bandwidthMbps: 900 };
      const found = { kind: "load-balancer" as const, id: "it", props, requested: new Set(requested), holes: [] };
      return translate(found, scaleway).natives.find((n) => n.type === "scaleway_lb")?.args["type"];
    };
    expect([type(["subnets"]), type(["subnets", "bandwidthMbps"])]).toEqual(["LB-S", "LB-GP-L"]);
  });

  test("a kind that the target does not have is said with its substitute", () => {
    const poorer: Cloud = {
      ...aws,
      kinds: {
        "sql-database": {
          unsupported: "No databases here.",
          substitute: { what: "Run it yourself.", class: "substitute" },
          citation: { source: "-", date: "-" },
        },
      },
    };
    expect(translate(database({}), poorer).unsupported).toEqual({
      why: "No databases here.",
      substitute: { what: "Run it yourself.", class: "substitute" },
    });
    expect(translate(database({}), { ...aws, kinds: {} }).unsupported?.why).toBe("not written");
  });
});
