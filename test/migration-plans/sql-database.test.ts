import { describe, expect, test } from "@jest/globals";
import { scaleway } from "../../providers/scaleway/index.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { languageOf } from "../../report/language/language.ts";
import { assessInput, component, database, native } from "../assessment/estate.ts";
import { planOf } from "./shop-plan.ts";

describe("a server with several databases", () => {
  const gap = (type: string, name: string, path: string) => ({
    ...{ address: `${type}.${name}`, root: ".", type, path, place: path, class: "workaround" as const },
  });
  const databases = ["billing", "archive"].map((name) => ({
    ...native("scaleway_rdb_database", name),
    args: { name },
  }));
  const server: FoundComponent = {
    ...component("sql-database", "scaleway_rdb_instance", "main", { engine: "postgresql", databaseName: "shop" }),
    natives: [native("scaleway_rdb_instance", "main"), ...databases],
    residue: [
      ...["billing", "archive"].map((name) => gap("scaleway_rdb_database", name, "name")),
      gap("scaleway_rdb_instance", "main", "volume_type"),
    ],
  };
  const { plan } = planOf({ ...assessInput({ components: [server] }), source: scaleway });
  const titled = (text: RegExp) => plan.steps.find((s) => text.test(s.title));

  test("has those that nobody moves named in a step that its data waits for, and not among its settings", () => {
    const step = titled(/more databases/);
    expect(step?.title).toMatch(/: 2 more databases on the same server: `billing`, `archive`$/);
    expect(step?.action.manual).toMatch(/a run of its own.*LEAVE_BEHIND/);
    const settings = titled(/configured/);
    expect(settings?.title).toMatch(/: 1 configured setting is not carried over$/);
    expect(settings?.action.manual).not.toMatch(/billing/);
    const load = plan.steps.find((s) => s.phase === "data-replication" && s.id.endsWith(".path"));
    expect(load?.needs).toEqual(expect.arrayContaining([step?.id, settings?.id]));
    const destroy = plan.steps.find((s) => s.kind === "destroy" && s.component === server.id);
    expect(destroy?.action.manual).toMatch(/preflight\.sh` names no database that would be left behind/);
  });
});

test("where the code names no database, the settings say how to list them", () => {
  const { files } = planOf(
    assessInput({ components: [database("orders"), database("named", { databaseName: "shop" })] }),
  );
  const text = (name: string) => files.get(`scripts/aws-db-instance-${name}/env.example`);
  expect(text("orders")).toMatch(/names no database: preflight\.sh lists those.*\nSOURCE_DATABASE=''/);
  expect(text("named")).not.toMatch(/names no database/);
});

test("where writing may stop for less time than a dump takes, replication carries the data, and no script of the freeze dumps", () => {
  const steps = (maxDowntimeHours: number) => {
    const facts = { components: { "aws_db_instance.orders": { gib: 500, changedGibPerDay: 5, maxDowntimeHours } } };
    const { plan } = planOf({ ...assessInput({ components: [database("orders")], facts }), target: scaleway });
    const of = (phase: string) => plan.steps.find((s) => s.phase === phase && s.kind === "copy");
    const [method, path] = [
      "rehearsal.aws-db-instance-orders.method",
      "data-replication.aws-db-instance-orders.path",
    ].map((id) => plan.steps.find((s) => s.id === id));
    const decided = plan.steps.find((s) => s.id === "rehearsal.estate.decide");
    return { first: of("data-replication"), last: of("cutover"), method, path, decided };
  };
  const [dumped, replicated] = [steps(1000), steps(1)];
  expect(dumped.method?.needs).toEqual(["rehearsal.aws-db-instance-orders.prove"]);
  expect(dumped.decided?.needs).toContain(dumped.method?.id);
  expect(dumped.method?.action.manual).toContain("pg_create_subscription");
  expect(replicated.method).toBeUndefined();
  expect(dumped.path?.action.manual).not.toContain("Replication goes");
  expect(replicated.path?.action.manual).toMatch(
    /a public interface where the code gives it a private one.*pg_create_sub/,
  );
  expect([dumped.first, dumped.last].map((s) => s?.action.run?.[1])).toEqual(
    Array(2).fill("scripts/aws-db-instance-orders/move.sh"),
  );
  expect([replicated.first, replicated.last].map((s) => s?.title)).toEqual([
    expect.stringMatching(/^Replicate .* while it is in use$/),
    expect.stringMatching(/^Let replication of .* catch up, then set the sequences$/),
  ]);
  expect(replicated.last?.duration?.high).toBeLessThan(dumped.last?.duration?.low ?? 0);
  const said = [replicated.first, replicated.last].flatMap((s) => [s?.title, s?.action.manual, s?.verify.manual]);
  const english = said.flatMap((text) => languageOf("fr").fact(text ?? "")).filter((piece) => piece.lang !== "fr");
  expect([said.length, english]).toEqual([6, []]);
});

describe("a database whose source does not answer", () => {
  const made = (copy: "none" | "elsewhere") => {
    const facts = {
      components: { "aws_db_instance.orders": { gib: 500, changedGibPerDay: 5, maxDowntimeHours: 1, copy } },
    };
    const { plan, files } = planOf({
      ...assessInput({ components: [database("orders")], facts }),
      scenario: "bouton-rouge",
    });
    const own = plan.steps.filter((s) => s.component === ".:aws_db_instance.orders");
    return { ids: own.map((s) => s.id.split(".").at(-1)), steps: own, files: [...files.keys()] };
  };

  test("gets no way to it, no program and no script where its loss is accepted", () => {
    const { ids, steps, files } = made("none");
    expect(ids).not.toContain("path");
    expect(ids).not.toContain("preflight");
    expect(ids).toContain("switch");
    expect(files.filter((path) => path.startsWith("scripts/aws-db-instance-orders/"))).toEqual([]);
    expect(steps.find((s) => s.kind === "switch")?.action.manual).not.toContain("switched.sh");
  });

  test("is loaded from its copy where there is one: nobody publishes a copy", () => {
    const { ids, steps } = made("elsewhere");
    expect(ids).toEqual(expect.arrayContaining(["path", "preflight", "load", "prove", "switch"]));
    expect(steps.find((s) => s.kind === "copy")?.action.run?.[1]).toMatch(/move\.sh$/);
    expect(steps.find((s) => s.id.endsWith(".path"))?.title).toContain("the copy of");
  });
});
