import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { temporary } from "../cli/exeat.ts";
import { type Databases, databaseFolders, emptyDatabase, endServers } from "./orders-and-media.ts";
import { DATABASE, type PlanFolder, PROGRAMS, planFolder } from "./plan-folder.ts";
import { clientsOf } from "./servers/drill-parts.ts";

endServers();
const [folder, programs, databases] = [temporary(), temporary(), databaseFolders()];
let [plan, orders]: [PlanFolder, Databases] = [] as never;

beforeAll(async () => {
  [plan, orders] = await Promise.all([planFolder(folder), databases()]);
  emptyDatabase(orders.target, "orders");
  expect((await script("move")).code).toBe(0);
});

type Words = Readonly<Record<string, string>>;

/** Runs a script with settings and an environment that differ from the usual. */
function script(name: string, settings: Words = {}, environment: Words = {}) {
  plan.settings(DATABASE, { ...orders.settings, ...settings });
  return plan.script(DATABASE, name, { ...orders.credentials, ...environment });
}

/** Source and target exchanged: what the newer server holds, for the older one. */
function swapped(): { readonly settings: Words; readonly credentials: Words } {
  const swap = (words: Words) =>
    Object.fromEntries(
      Object.entries(words).map(([name, value]) => [
        name.replace(/^(SOURCE|TARGET)/, (side) => (side === "SOURCE" ? "TARGET" : "SOURCE")),
        value,
      ]),
    );
  return { settings: swap(orders.settings), credentials: swap(orders.credentials) };
}

const dumps = () => readdirSync(orders.settings.DUMP_DIR);

describe("before a load", () => {
  test("preflight names the tables without a primary key, and finds nothing else to say", async () => {
    emptyDatabase(orders.target, "empty");
    const { code, out } = await script("preflight", { TARGET_DATABASE: "empty" });
    expect(out.trimEnd().split("\n")).toEqual([
      "tables without a primary key (they cannot be replicated as they are):",
      ...["child", "log", `"Ventes d'été"."Prix; drop table ""x"""`, '"none"'],
      "tables that are at the target already (move.sh replaces those that the source has too):",
    ]);
    expect(code).toBe(0);
  });

  test("preflight refuses an older target, older clients and an extension that the target lacks", async () => {
    emptyDatabase(orders.target, "modern");
    orders.target.sql("modern", "create extension modern");
    const back = swapped();
    const { code, out } = await script(
      "preflight",
      { ...back.settings, SOURCE_DATABASE: "modern" },
      { ...back.credentials, PATH: `${clientsOf(16)}:${PROGRAMS}` },
    );
    expect(out).toMatch(/^the target is older: 16\d+ < 18\d+$/m);
    expect(out).toMatch(/^pg_dump is older than a server: 16 < 18$/m);
    expect(out).toMatch(/^the target lacks extension modern$/m);
    expect(code).toBe(1);
  });

  test("preflight says which encoding the target does not store", async () => {
    orders.target.create("ascii", "", "encoding 'SQL_ASCII' template template0");
    const { code, out } = await script("preflight", { TARGET_DATABASE: "ascii" });
    expect([code, out.split("\n")[0]]).toEqual([1, "the target does not store UTF8"]);
  });
});

describe("a load", () => {
  test("may be repeated, brings what was written meanwhile, and leaves nothing of the dump", async () => {
    for (const statement of [
      "",
      "insert into customers (name, joined) values ('later', now())",
      "drop view open_orders",
    ]) {
      orders.source.sql("orders", statement);
      const { code, err } = await script("move");
      expect([code, err, dumps()]).toEqual([0, "", []]);
      const proof = await script("verify");
      expect([proof.out, proof.code]).toEqual(["15\n", 0]);
    }
    const said = (server: Databases["source"], text: string) => server.sql("orders", text);
    for (const text of [
      "select pg_get_viewdef('totals'::regclass), pg_get_functiondef('order_count'::regproc), order_count(5), tools.hello()",
      "select indexdef from pg_indexes where schemaname !~ '^pg_' order by 1",
      "select conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint where contype <> 'n' and connamespace = 'public'::regnamespace order by 1, 2",
      "select event_manipulation, action_statement from information_schema.triggers",
      "select obj_description('orders'::regclass), sum(total) from totals",
      "insert into orders (customer, total) values (1, 1) returning id",
      "insert into customers (name, joined) values ('after', now()) returning id",
      "select nextval('invoice_number')",
    ]) {
      expect(said(orders.target, text)).toBe(said(orders.source, text));
    }
  });

  test("that fails half-way at the source says so, leaves the target as it was, and may be repeated", async () => {
    const before = orders.target.sql("orders", "select count(*) from customers");
    await orders.source.hold("orders", "lock table customers");
    const moving = script("move");
    await orders.source.someoneWaits();
    await orders.source.kill();
    const { code, err } = await moving;
    expect([code, dumps()]).toEqual([1, []]);
    expect(err).toMatch(/pg_dump: error/);
    expect(orders.target.sql("orders", "select count(*) from customers")).toBe(before);
    await orders.source.start();
    expect((await script("move")).code).toBe(0);
    expect((await script("verify")).code).toBe(0);
  });

  test("that fails half-way at the target says so, and may be repeated", async () => {
    await orders.target.hold("orders", "lock table customers");
    const moving = script("move");
    await orders.target.someoneWaits();
    await orders.target.kill();
    expect([(await moving).code === 0, dumps()]).toEqual([false, []]);
    await orders.target.start();
    expect((await script("move")).code).toBe(0);
    expect((await script("verify")).code).toBe(0);
  });

  test("that a run was killed in is not stopped by what it left", async () => {
    mkdirSync(join(orders.settings.DUMP_DIR, "dump"));
    writeFileSync(join(orders.settings.DUMP_DIR, "dump", "toc.dat"), "left behind");
    expect([(await script("move")).code, dumps()]).toEqual([0, []]);
  });
});

describe("a proof", () => {
  test("fails and names what differs at the target, and nothing else", async () => {
    const differences: Readonly<Record<string, string>> = {
      "public.customers": "update customers set balance = balance + 0.0000000001 where id = 7",
      "public.log": "insert into log values ('twice')",
      [`"Ventes d'été"."Prix; drop table ""x"""`]: `update "Ventes d'été"."Prix; drop table ""x""" set "Montant €" = 0 where "order" = 1`,
      "public.events": "",
      "public.events_rest": "update events_rest set what = what || ' ' where id = 1",
      "public.child": "update child set extra = null",
      "public.parent": "update only parent set note = null",
      [`public."my EXTENSION list"`]: `drop table "my EXTENSION list"`,
      "public.extra": "create table extra ()",
      "public|invoice_number": "select setval('invoice_number', 1)",
      "large objects": "select lo_put(4242, 0, 'A')",
    };
    orders.target.sql("orders", Object.values(differences).join(";\n"));
    const { code, out } = await script("verify");
    const named = [...out.matchAll(/^[<>] (.+?)\|[-\d|]+$/gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(Object.keys(differences)));
    expect(code).toBe(1);
    orders.target.sql("orders", "drop table extra");
    expect((await script("move")).code).toBe(0);
    expect((await script("verify")).code).toBe(0);
  });

  test("is no proof where rows are hidden or cannot be read", async () => {
    orders.target.sql("orders", "alter table log enable row level security, force row level security");
    const hidden = await script("verify");
    expect(hidden.code).not.toBe(0);
    expect(hidden.err).toMatch(/row-level security/);
    expect((await script("verify", {}, { TARGET_PASSWORD: "wrong" })).code).not.toBe(0);
    expect((await script("move")).code).toBe(0);
  });
});

describe("the way back", () => {
  test("carries rows written at the newer target into a new database at the older source, more than once", async () => {
    emptyDatabase(orders.source, "back");
    orders.target.sql("orders", "insert into log values ('SET transaction_timeout = 0;'), ('written at the target')");
    for (const statement of ["", "delete from log where line = 'twice'"]) {
      orders.target.sql("orders", statement);
      const { code, err } = await script("reverse", { RETURN_DATABASE: "back" });
      expect([code, err, dumps()]).toEqual([0, "", []]);
      const proof = await script("verify", { SOURCE_DATABASE: "back" });
      expect([proof.out, proof.code]).toEqual(["15\n", 0]);
    }
    expect(orders.source.sql("back", "select line from log order by 1")).toBe(
      "\nSET transaction_timeout = 0;\nwritten at the target",
    );
    expect(orders.source.sql("orders", "select count(*) from log where line = 'twice'")).toBe("2");
  });

  test("never loads into the database that is left", async () => {
    const { code, err } = await script("reverse", { RETURN_DATABASE: "orders" });
    expect([code, err]).toEqual([2, "RETURN_DATABASE must not be SOURCE_DATABASE\n"]);
  });

  test("fails when the older server refuses a part, and when the stream breaks off", async () => {
    orders.target.sql("orders", "create view newer as select uuidv7()");
    const refused = await script("reverse", { RETURN_DATABASE: "back" });
    expect([refused.code === 0, dumps()]).toEqual([false, []]);
    expect(refused.err).toMatch(/uuidv7/);
    orders.target.sql("orders", "drop view newer");
    const broken = join(programs, "pg_restore");
    writeFileSync(
      broken,
      `#!/bin/sh\ncase "$*" in *--file=-*) ${clientsOf(18)}/pg_restore "$@" | head -n 300; exit 1 ;; *) exec ${clientsOf(18)}/pg_restore "$@" ;; esac\n`,
    );
    chmodSync(broken, 0o755);
    const cut = await script("reverse", { RETURN_DATABASE: "back" }, { PATH: `${programs}:${PROGRAMS}` });
    expect([cut.code === 0, dumps()]).toEqual([false, []]);
  });
});
