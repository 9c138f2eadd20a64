import { describe, expect, test } from "@jest/globals";
import {
  Construct,
  isWorkload,
  ObjectBucket,
  SqlDatabase,
  Workload,
  workloadComponents,
} from "../../constructs/index.ts";
import { kindNames } from "../../constructs/kinds.ts";
import { COMPONENTS_BY_KIND } from "./classes.ts";

const summaries = (workload: Workload) => workloadComponents(workload).diagnostics.map((d) => [d.code, d.address]);
const documentOf = (workload: Workload) => {
  const { document, diagnostics } = workloadComponents(workload);
  expect(diagnostics).toEqual([]);
  return document;
};

describe("what the compiler refuses", () => {
  // Each line below is an error of `npm run types` once the compiler no longer refuses it.
  test("an output that the kind does not have", () => {
    const bucket = new ObjectBucket(new Workload(), "logs");
    // @ts-expect-error a bucket has no host
    expect(bucket.outputs.host).toBeUndefined();
    expect(bucket.outputs.name).toEqual({ component: "logs", output: "name" });
  });
  test("a prop, a value and a component without what its kind asks for", () => {
    const workload = new Workload();
    // @ts-expect-error no such prop
    new ObjectBucket(workload, "a", { versionning: true });
    // @ts-expect-error no such engine
    new SqlDatabase(workload, "b", { engine: "postgres" });
    // @ts-expect-error a database has an engine
    new SqlDatabase(workload, "c", {});
    // @ts-expect-error a database has props
    new SqlDatabase(workload, "d");
    // @ts-expect-error a bucket is referred to by an output
    new ObjectBucket(workload, "e", { accessLogs: { bucket: new ObjectBucket(workload, "f") } });
    expect(summaries(workload)).toEqual([
      ["EX0505", "a"],
      ["EX0507", "b"],
      ["EX0506", "c"],
      ["EX0506", "d"],
      ["EX0512", "e"],
    ]);
  });
});

test.each(kindNames)("there is a class for the kind %s", (kind) => {
  expect(new COMPONENTS_BY_KIND[kind](new Workload(), "it", {} as never).kind).toBe(kind);
});

describe("plain data", () => {
  test("is in canonical form, whatever the order of authoring", () => {
    const first = new Workload();
    const logs = new ObjectBucket(first, "logs", { labels: { b: "2", a: "1" }, versioning: true });
    new ObjectBucket(first, "docs", { accessLogs: { prefix: "docs/", bucket: logs.outputs.name } });
    const second = new Workload();
    new ObjectBucket(second, "docs", {
      accessLogs: { bucket: { output: "name", component: "logs" }, prefix: "docs/" },
    });
    new ObjectBucket(second, "logs", { versioning: true, labels: { a: "1", b: "2" } });
    expect(JSON.stringify(documentOf(first))).toBe(JSON.stringify(documentOf(second)));
    expect(documentOf(first)).toEqual({
      formatVersion: 1,
      components: [
        {
          kind: "object-bucket",
          id: "docs",
          props: { accessLogs: { bucket: { component: "logs", output: "name" }, prefix: "docs/" } },
        },
        { kind: "object-bucket", id: "logs", props: { versioning: true, labels: { a: "1", b: "2" } } },
      ],
    });
  });
  test("holds neither defaults nor what is undefined", () => {
    const workload = new Workload();
    new SqlDatabase(workload, "orders", { engine: "mysql", port: undefined });
    expect(documentOf(workload)?.components).toEqual([
      { kind: "sql-database", id: "orders", props: { engine: "mysql" } },
    ]);
  });
  test("carries overrides, imports, attachment and origin", () => {
    const workload = new Workload({ adoptedFrom: { cloud: "aws" } });
    new ObjectBucket(
      workload,
      "logs",
      {},
      {
        overrides: { aws: { aws_s3_bucket: { force_destroy: true } } },
        import: { "aws_s3_bucket.logs": "shop-logs" },
        attachedTo: "external",
      },
    );
    expect(documentOf(workload)).toEqual({
      formatVersion: 1,
      adoptedFrom: { cloud: "aws" },
      components: [
        {
          kind: "object-bucket",
          id: "logs",
          props: {},
          overrides: { aws: { aws_s3_bucket: { force_destroy: true } } },
          attachedTo: "external",
          import: { "aws_s3_bucket.logs": "shop-logs" },
        },
      ],
    });
  });
});

describe("components for synthesis", () => {
  test("have defaults, and know what was asked for before them", () => {
    const workload = new Workload();
    new SqlDatabase(workload, "orders", { engine: "mysql", storageGiB: 50 });
    const [orders] = workloadComponents(workload).components;
    expect(orders).toMatchObject({
      props: { engine: "mysql", storageGiB: 50, size: { vcpu: 2, memoryGiB: 4 } },
      overrides: {},
      holes: [],
      import: {},
    });
    expect([...(orders?.requested ?? [])]).toEqual(["engine", "storageGiB"]);
  });
  test("have overrides by cloud", () => {
    const workload = new Workload();
    new ObjectBucket(workload, "logs", {}, { overrides: { a: { x: { y: [1] } }, b: {} } });
    expect(workloadComponents(workload).components[0]?.overrides).toEqual({ a: { x: { y: [1] } }, b: {} });
  });
  test("inside a composite are named by their path", () => {
    const workload = new Workload();
    const inner = new ObjectBucket(new Construct(workload, "archive"), "logs");
    expect(inner.outputs.name).toEqual({ component: "archive/logs", output: "name" });
    expect(workloadComponents(workload).components.map((c) => c.id)).toEqual(["archive/logs"]);
  });
});

describe("mistakes are collected, never thrown", () => {
  test("an id twice, an empty one, one with a space", () => {
    const workload = new Workload();
    new ObjectBucket(workload, "logs");
    new ObjectBucket(workload, "logs");
    new ObjectBucket(workload, "");
    new ObjectBucket(workload, "my logs");
    expect(summaries(workload).sort()).toEqual([
      ["EX0507", ""],
      ["EX0507", "my logs"],
      ["EX0508", "logs"],
    ]);
  });
  test("a component of another workload, even where the id exists here", () => {
    const other = new ObjectBucket(new Workload(), "logs");
    const workload = new Workload();
    new ObjectBucket(workload, "logs");
    new ObjectBucket(workload, "docs", { accessLogs: { bucket: other.outputs.name } });
    expect(summaries(workload)).toEqual([["EX0511", "docs"]]);
  });
  test("a value that contains itself", () => {
    const labels: Record<string, unknown> = {};
    labels["again"] = labels;
    const workload = new Workload();
    new ObjectBucket(workload, "logs", { labels: labels as Record<string, string> });
    expect(summaries(workload)).toEqual([["EX0512", "logs"]]);
  });
  test("a function, a date and a component where data belongs", () => {
    const workload = new Workload();
    const names = [() => "logs", new Date(0), new ObjectBucket(new Workload(), "other")];
    for (const [i, name] of names.entries()) new ObjectBucket(workload, `b${i}`, { name: name as unknown as string });
    expect(workloadComponents(workload).diagnostics.map((d) => `${d.code} ${d.detail.split(".")[0]}`)).toEqual([
      "EX0512 `name` of component `b0` is a function",
      "EX0512 `name` of component `b1` is an object of the class Date",
      "EX0512 `name` of component `b2` is an object of the class ObjectBucket",
    ]);
  });
  test("and the components without one are still there", () => {
    const workload = new Workload();
    new ObjectBucket(workload, "good");
    new ObjectBucket(workload, "bad", { name: "x" });
    const { document, components } = workloadComponents(workload);
    expect(document).toBeUndefined();
    expect(components.map((c) => c.id)).toEqual(["good"]);
  });
});

test("a workload is told by what it can do, not by its class", () => {
  expect(isWorkload(new Workload())).toBe(true);
  expect([{}, null, "workload", new Construct(new Workload(), "x")].some(isWorkload)).toBe(false);
});
