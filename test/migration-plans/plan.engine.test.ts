import { readdirSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { Step } from "../../migration-plans/plan.ts";
import { temporary } from "../cli/exeat.ts";
import { bucketFolders, databaseFolders, emptyDatabase, endServers, nextSecond } from "./orders-and-media.ts";
import { BUCKET, DATABASE, planFolder } from "./plan-folder.ts";

endServers();
const [folder, databases, buckets] = [temporary(), databaseFolders(), bucketFolders()];

test("every step of a plan is done in its order on real servers, and both sides hold the same until the end", async () => {
  const [plan, orders, media] = [await planFolder(folder), await databases(), await buckets()];
  const credentials = { ...orders.credentials, ...media.credentials };
  const [from, to] = [media.source.bucket("media"), media.target.bucket("media")];
  const history = media.target.bucket("media-history");
  await from.create();
  await from.keepVersions();
  await from.put("logo.svg", "<svg/>", { "content-type": "image/svg+xml" });
  await from.put("price.txt", "9 €");
  await nextSecond();
  await from.put("price.txt", "10 €");
  await from.put("old.txt", "to be removed");

  /** Runs words of the plan's, in a step or in its instruction. */
  const run = async (words: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const ran = await plan.run(words, { ...credentials, ...more });
    expect([words, ran.code, ran.err]).toEqual([words, 0, expect.any(String)]);
    return ran.out;
  };
  const instructed = (step: Step) => /`(sh scripts\/[^`]+)`/.exec(step.action.manual ?? "")?.[1]?.split(" ") ?? [];

  /** What a person decides or an account is needed for: nothing of it is a server's. */
  const onPaper = new Set([
    // Nobody may connect to the database yet: what the plan says of the code.
    "foundation.remark.1",
    ...["prepare.estate.owners", "rehearsal.estate.names"],
    ...[
      "prepare.target.account",
      "prepare.target.state",
      "prepare.dependencies.unknown",
      "foundation.dependency.backups",
    ],
    ...[
      `foundation.${DATABASE}.loss-1`,
      `data-replication.${DATABASE}.path`,
      `rehearsal.${DATABASE}.method`,
      `cutover.${BUCKET}.freeze`,
    ],
    // OpenTofu plans the target's code in another test; what applying it would make is made below.
    ...["foundation.code.object-bucket", "foundation.code.sql-database"],
    ...[
      "foundation.target.values",
      "foundation.target.init",
      "foundation.target.planFile",
      "foundation.target.plan",
      "data-replication.estate.env",
    ],
    ...[
      "stabilisation.estate.watch",
      "decommission.estate.giveUp",
      "decommission.estate.state",
      "decommission.estate.close",
    ],
    ...[`decommission.${DATABASE}.destroy`, `decommission.${BUCKET}.destroy`],
  ]);
  /** What this test does where the plan asks a person. */
  const byHand: Readonly<Record<string, (step: Step) => Promise<void>>> = {
    "foundation.target.apply": async () => {
      emptyDatabase(orders.target, "orders");
      await to.create();
      await to.keepVersions();
      await history.create();
      plan.settings(DATABASE, orders.settings);
      plan.settings(BUCKET, { ...media.settings, TARGET_HISTORY_BUCKET: "media-history" });
    },
    // The source is in use until the freeze.
    "rehearsal.estate.decide": async () => {
      orders.source.sql(
        "orders",
        "insert into orders (customer, total) values (1, 12345); delete from log where line = ''",
      );
      await nextSecond();
      await from.put("price.txt", "12 €");
      await from.remove("old.txt");
    },
    [`cutover.${DATABASE}.freeze`]: async () => {
      orders.source.sql("orders", "alter database orders set default_transaction_read_only = on");
    },
    [`cutover.${DATABASE}.switch`]: async (step) => {
      await run(instructed(step));
      orders.target.sql("orders", "insert into orders (customer, total) values (2, 54321)");
    },
    [`cutover.${BUCKET}.switch`]: async (step) => {
      await run(instructed(step));
      await to.put("new.txt", "written at the target");
    },
    [`stabilisation.${DATABASE}.reverse`]: async (step) => {
      emptyDatabase(orders.source, "orders_back");
      plan.settings(DATABASE, { ...orders.settings, RETURN_DATABASE: "orders_back" });
      await run(instructed(step));
      const proof = await run(["sh", `scripts/${DATABASE}/verify.sh`], { SOURCE_DATABASE: "orders_back" });
      expect(proof).toMatch(/^equal: \S+\/orders_back and /);
    },
  };

  for (const step of plan.plan.steps) {
    const ways = [step.action.run?.[0] === "sh", byHand[step.id] !== undefined, onPaper.has(step.id)];
    expect([step.id, ways.filter(Boolean).length]).toEqual([step.id, 1]);
    if (step.action.run?.[0] === "sh") await run(step.action.run);
    await byHand[step.id]?.(step);
    if (step.verify.run?.[0] === "sh") await run(step.verify.run);
    if (step.id === `cutover.${BUCKET}.delta`) {
      expect(await to.keys()).toEqual(["logo.svg", "price.txt"]);
      expect((await to.get("price.txt")).body.toString()).toBe("12 €");
    }
  }
  const steps = plan.plan.steps.map(({ id }) => id);
  expect(steps).toEqual(expect.arrayContaining([...onPaper, ...Object.keys(byHand)]));
  // The way back brings what the applications wrote at the target, and takes nothing away at the source.
  const written = "select total from orders where total > 9999 order by 1";
  expect(orders.source.sql("orders_back", written)).toBe("12345.00\n54321.00");
  expect(orders.source.sql("orders", written)).toBe("12345.00");
  expect(await from.keys()).toEqual(["logo.svg", "new.txt", "price.txt"]);
  const prices = (await history.keys()).filter((key) => key.startsWith("price"));
  const older = await Promise.all(prices.map(async (key) => (await history.get(key)).body.toString()));
  expect(older).toEqual(["9 €", "10 €", "12 €"]);
  expect(readdirSync(orders.settings.DUMP_DIR)).toEqual([]);
});
