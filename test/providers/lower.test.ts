import { describe, expect, test } from "@jest/globals";
import type { Kind } from "../../constructs/kinds.ts";
import { aws } from "../../providers/aws/index.ts";
import { lowerAll } from "../../providers/lower.ts";
import { type Native, Unknown } from "../../providers/native.ts";
import { ovh } from "../../providers/ovh/index.ts";
import type { Cloud } from "../../providers/provider.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import type { Authored } from "../../providers/synthesis.ts";
import { complete } from "../../providers/witness.ts";

const authored = (
  kind: Kind,
  id: string,
  props: Record<string, unknown>,
  overrides?: Authored["overrides"],
): Authored => ({
  ...complete({ kind, id, props, requested: new Set(Object.keys(props)), holes: [] }),
  ...(overrides ? { overrides } : {}),
});
const bucket = (id: string, props: Record<string, unknown> = {}, overrides?: Authored["overrides"]) =>
  authored("object-bucket", id, props, overrides);
const at = (natives: readonly Native[], address: string) => natives.find((n) => n.address === address)?.args;
const expressionOf = (value: unknown) => (value instanceof Unknown ? value.expression : value);

describe("a workload is lowered as a whole", () => {
  test("a reference to another component becomes an expression on its native", () => {
    const { natives, diagnostics } = lowerAll(
      [bucket("invoices", { accessLogs: { bucket: { component: "logs", output: "name" } } }), bucket("logs")],
      aws,
    );
    const logging = at(natives, "aws_s3_bucket_logging.invoices");
    expect(expressionOf(logging?.["target_bucket"])).toBe("aws_s3_bucket.logs.bucket");
    expect(natives.find((n) => n.type === "aws_s3_bucket_logging")?.refs.map((r) => r.to)).toContain(
      "aws_s3_bucket.logs",
    );
    expect(diagnostics).toEqual([]);
  });

  test("two buckets may refer to each other", () => {
    const copyTo = (component: string) => ({
      replication: [{ id: "all", enabled: true, destination: { component, output: "name" } }],
    });
    const { natives } = lowerAll([bucket("a", copyTo("b")), bucket("b", copyTo("a"))], aws);
    const destination = (address: string) => {
      const [rule] = at(natives, address)?.["rule"] as unknown as [{ destination: [{ bucket: unknown }] }];
      return expressionOf(rule.destination[0].bucket);
    };
    expect(destination("aws_s3_bucket_replication_configuration.a")).toBe('"arn:aws:s3:::${aws_s3_bucket.b.bucket}"');
    expect(destination("aws_s3_bucket_replication_configuration.b")).toBe('"arn:aws:s3:::${aws_s3_bucket.a.bucket}"');
  });

  test("a reference that leads nowhere is an error and a variable, never a dangling expression", () => {
    const { natives, variables, diagnostics } = lowerAll(
      [bucket("a", { accessLogs: { bucket: { component: "gone", output: "name" } } })],
      aws,
    );
    expect(expressionOf(at(natives, "aws_s3_bucket_logging.a")?.["target_bucket"])).toBe("var.external_gone_name");
    expect(variables.map((v) => v.name)).toEqual(["external_gone_name"]);
    expect(diagnostics.map((d) => [d.code, d.severity, d.address])).toEqual([["EX0312", "error", "a"]]);
  });

  test("something outside is a variable elsewhere, and itself where the code stays", () => {
    const component = bucket("a", { accessLogs: { bucket: { external: "central-logs", literal: true } } });
    const target = (options: { keepExternals?: boolean }) =>
      expressionOf(at(lowerAll([component], aws, options).natives, "aws_s3_bucket_logging.a")?.["target_bucket"]);
    expect(target({})).toBe("var.external_central_logs");
    expect(target({ keepExternals: true })).toBe("central-logs");
  });

  test("components whose ids would give one name are told apart, whatever the order they come in", () => {
    const ids = ["shop.logs", "shop-logs", "shop_logs"];
    const names = (list: readonly string[]) =>
      lowerAll(
        list.map((id) => bucket(id)),
        aws,
      ).natives.map((n) => n.address);
    expect(new Set(names(ids)).size).toBe(3);
    expect(names(ids)).toEqual(names([...ids].reverse()));
  });

  test("an override lies over the native it names and leaves the rest", () => {
    const { natives, diagnostics } = lowerAll(
      [bucket("a", { versioning: true }, { aws_s3_bucket_versioning: { mfa: "x 1" } })],
      aws,
    );
    expect(at(natives, "aws_s3_bucket_versioning.a")).toMatchObject({
      mfa: "x 1",
      versioning_configuration: [{ status: "Enabled" }],
    });
    expect(diagnostics).toEqual([]);
  });

  test("an override takes the place of what the provider does not take beside it", () => {
    const { natives } = lowerAll([bucket("logs", {}, { aws_s3_bucket: { bucket_prefix: "logs-" } })], aws);
    expect(at(natives, "aws_s3_bucket.logs")).toEqual({ bucket_prefix: "logs-" });
  });

  test("an override without a native, or of an argument that does not exist, is an error", () => {
    const { diagnostics } = lowerAll(
      [bucket("a", {}, { aws_s3_bucket_policy: { policy: "{}" }, aws_s3_bucket: { forse_destroy: true } })],
      aws,
    );
    expect(diagnostics.map((d) => d.code).sort()).toEqual(["EX0313", "EX0314"]);
  });

  test("a kind that the cloud does not have is said and left out; the rest is written", () => {
    const poorer: Cloud = {
      ...aws,
      kinds: {
        ...aws.kinds,
        "sql-database": { unsupported: "No databases here.", substitute: null, citation: { source: "-", date: "-" } },
      },
    };
    const { natives, diagnostics } = lowerAll(
      [authored("sql-database", "db", { engine: "mysql" }), bucket("a")],
      poorer,
    );
    expect(natives.map((n) => n.type)).toEqual(["aws_s3_bucket"]);
    expect(diagnostics.map((d) => [d.code, d.address])).toEqual([["EX0310", "db"]]);
  });
});

describe("a machine whose system a cloud does not offer", () => {
  const machine = (id: string, os: string, version: string) => authored("vm", id, { image: { os, version } });
  const written = (cloud: Cloud, ...machines: Authored[]) => {
    const { natives, variables, diagnostics } = lowerAll(machines, cloud);
    const images = natives.flatMap(({ args }) => [args["image_name"], args["image_id"], args["image"], args["ami"]]);
    return { images: images.filter((v) => v !== undefined).map(expressionOf), variables, diagnostics };
  };

  test.each([aws, ovh, scaleway])("$title: starts from an image that somebody brings, one for each system", (cloud) => {
    const { images, variables, diagnostics } = written(
      cloud,
      machine("a", "windows", "10"),
      machine("b", "windows", "10"),
      machine("c", "freebsd", "14"),
    );
    expect(images).toEqual(["var.image_windows_10", "var.image_windows_10", "var.image_freebsd_14"]);
    expect(variables.map((v) => v.name)).toEqual(["image_freebsd_14", "image_windows_10"]);
    expect(variables[0]?.description).toContain("freebsd 14");
    expect(diagnostics.map((d) => d.code)).not.toContain("EX0311");
  });

  test("is what is near it where something is", () => {
    const { images, variables, diagnostics } = written(ovh, machine("a", "rhel", "8"));
    expect([images, variables.map((v) => v.name), diagnostics.map((d) => d.code)]).toEqual([
      ["Rocky Linux 8"],
      [],
      ["EX0311"],
    ]);
  });
});
