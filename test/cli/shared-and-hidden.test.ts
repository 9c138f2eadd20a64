import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Assessment } from "../../assessment/assessment.ts";
import { Inventory } from "../../assessment/inventory.ts";
import { exeat } from "./exeat.ts";

/** One root whose parts are used by several kinds, with parts of what stands elsewhere and a module nobody downloaded. */
const ESTATE = fileURLToPath(new URL("../fixtures/estates/shared-and-hidden", import.meta.url));

let inventory: Inventory;
let assessment: Assessment;
let adopted: string;
beforeAll(async () => {
  const run = async (...words: string[]) => (await exeat([...words, "--format", "json"])).out;
  inventory = Inventory.parse(JSON.parse(await run("inventory", ESTATE)));
  assessment = Assessment.parse(JSON.parse(await run("assess", ESTATE, "--to", "scaleway")));
  adopted = (await exeat(["adopt", ESTATE])).out;
});

const named = (address: string) => inventory.components.filter((c) => c.id === `.:${address}`);
const charged = (words: string) => assessment.workItems.filter((item) => `${item.id} ${item.driver}`.includes(words));

describe("what several components share is read by all, counted once, shown once", () => {
  test("every resource is counted once", () => {
    const { natives, recognised, foreign, elsewhere, unknown, unreadable } = inventory.counts;
    expect(natives).toBe(recognised + foreign + elsewhere + unknown + unreadable);
    const owned = inventory.components.flatMap((c) => c.natives);
    expect(owned).toHaveLength(new Set(owned).size);
    expect(recognised).toBe(owned.length + inventory.shared.length);
  });

  test("a security group of a machine, a database and a balancer is one firewall that each of them names", () => {
    expect(named("aws_security_group.inner")).toHaveLength(1);
    expect(adopted.match(/component: inner, output: id/g)).toHaveLength(3);
  });

  test("a subnet group of two databases is shown once, with both", () => {
    const databases = [".:aws_db_instance.orders", ".:aws_db_instance.stock"];
    const shown = inventory.shared.map(({ address, components }) => ({ address, components }));
    expect(shown).toEqual([{ address: "aws_db_subnet_group.data", components: databases }]);
  });

  test.each([
    ["aws_kms_key"],
    ["aws_iam_role"],
  ])("%s, used by three kinds, is one foreign resource charged once", (type) => {
    expect(inventory.foreign.filter((f) => f.type === type).map((f) => f.count)).toEqual([1]);
    const translated = charged(`1 × ${type}`).filter((item) => item.activity === "translate");
    expect(translated).toHaveLength(1);
  });
});

describe("what is here in part, or not at all, is counted, priced and named", () => {
  test("a rule of somebody else's listener is a fragment with the group it leads to", () => {
    const [rule] = named("aws_lb_listener_rule.orders");
    expect(rule?.natives).toEqual(["aws_lb_listener_rule.orders", "aws_lb_target_group.orders"]);
    expect(charged("aws_lb_listener_rule.orders").length).toBeGreaterThan(0);
  });

  test("a target group that nothing leads to is shown", () => {
    expect(named("aws_lb_target_group.nobody")).toHaveLength(1);
    expect(charged("aws_lb_target_group.nobody").length).toBeGreaterThan(0);
  });

  test("a module that was not downloaded is a hole with a price and a remedy", () => {
    const [hole] = inventory.holes.filter((h) => h.address === "module.hidden");
    expect(hole?.remedy).toContain("init");
    expect(charged("module.hidden").length).toBeGreaterThan(0);
    expect(assessment.unknowns.some((u) => u.what.includes("module.hidden"))).toBe(true);
  });
});
