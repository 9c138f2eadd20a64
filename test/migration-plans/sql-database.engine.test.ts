import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { temporary } from "../cli/exeat.ts";
import { type Databases, databaseFolders, emptyDatabase, endServers } from "./orders-and-media.ts";
import { DATABASE, type PlanFolder, PROGRAMS, planFolder } from "./plan-folder.ts";
import { POSTGRESQL, POSTGRESQL_FOLDERS } from "./servers/drill-parts.ts";

endServers();
const [folder, databases] = [temporary(), databaseFolders()];
let [plan, orders]: [PlanFolder, Databases] = [] as never;

beforeAll(async () => {
  [plan, orders] = await Promise.all([planFolder(folder), databases()]);
});

/** Runs a script with some settings of its own. */
function script(name: string, settings: Readonly<Record<string, string>> = {}, more: Record<string, string> = {}) {
  plan.settings(DATABASE, { ...orders.settings, ...settings });
  return plan.script(DATABASE, name, { ...orders.credentials, ...more });
}

const sql = (text: string, database = "orders") => orders.target.sql(database, text);
const dumps = () => readdirSync(orders.settings.DUMP_DIR);

describe("before a load", () => {
  test("preflight names the tables that have no primary key, and finds nothing else", async () => {
    emptyDatabase(orders.target, "orders");
    const { code, out } = await script("preflight");
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual([
      "tables without a primary key (they cannot be replicated as they are):",
      ...["child", "log", `"Ventes d'été"."Prix; drop table ""x"""`, '"none"'],
      "tables that are at the target already (move.sh replaces those that the source has too):",
      "",
    ]);
  });
});
