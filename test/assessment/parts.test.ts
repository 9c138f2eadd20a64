import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import type { AssessInput } from "../../assessment/assessment.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { assessInput, component } from "./estate.ts";

const part = (found: FoundComponent): FoundComponent => ({ ...found, attachedTo: "external" });
const entry = (name = "dev") =>
  part(
    component("kubernetes", "aws_eks_access_entry", name, { administrators: [{ external: "role", literal: true }] }),
  );
const pool = { name: "web", size: { vcpu: 2, memoryGiB: 8 }, nodes: 3 };
const nodes = part(component("kubernetes", "aws_eks_node_group", "web", { pools: [pool] }));
const cluster = component("kubernetes", "aws_eks_cluster", "main", { pools: [pool] });

const of = (...components: FoundComponent[]): AssessInput => assessInput({ components });
/** Likely hours of what is charged for components, by record. */
const charged = (input: AssessInput) =>
  Object.fromEntries(
    assess(input)
      .workItems.filter((w) => w.component !== "cross-cutting")
      .map((w) => [w.id.replace(/@.*/, ""), w.hours.likely]),
  );

describe("of a cluster that is somebody else's", () => {
  test("who may enter it is work on that alone: no cluster is set up, switched or copied", () => {
    const [alone, whole] = [charged(of(entry())), charged(of(cluster))];
    expect(Object.keys(alone)).toEqual(["kubernetes.translate.always", "kubernetes.verify.always"]);
    // One of the four and a half blocks that a cluster is measured to have.
    expect(alone["kubernetes.translate.always"]).toBeCloseTo((whole["kubernetes.translate.always"] ?? 0) / 4.5, 1);
  });

  test("machines are the work of a cluster, without its data", () => {
    const [own, whole] = [Object.keys(charged(of(nodes))), Object.keys(charged(of(cluster)))];
    expect(whole.filter((id) => !own.includes(id))).toEqual(["kubernetes.dataSetup.persistent volumes"]);
  });

  test("no entry more is for nothing", () => {
    const p80 = [0, 1, 2, 9].map((n) => {
      const entries = Array.from({ length: n }, (_, i) => entry(`e${i}`));
      return assess(of(cluster, ...entries)).effort.p80;
    });
    expect(p80).toEqual([...new Set(p80)].sort((a, b) => a - b));
  });
});

describe("data of what is somebody else's", () => {
  const policy = part(component("object-bucket", "aws_s3_bucket_policy", "one", {}));
  const copy = part(component("sql-database", "aws_db_instance", "copy", { engine: "postgresql" }));

  test.each([
    ["an entry of a cluster", entry()],
    ["machines of a cluster", nodes],
    ["a policy of a bucket", policy],
    [
      "a member of a cluster of databases",
      part(component("sql-database", "aws_rds_cluster_instance", "one", { engine: "postgresql" })),
    ],
  ])("is not moved, compared or lost with %s", (_, found) => {
    expect(assess(of(found)).data.moves).toEqual([]);
    const { data } = assess({ ...of(found), scenario: "bouton-rouge" });
    expect(JSON.stringify(data)).not.toContain(found.id);
  });

  test("is moved with what may be the thing itself", () => {
    expect(assess(of(copy)).data.moves.map((m) => m.component)).toEqual([copy.id]);
  });
});
