import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Ran, temporary } from "../cli/exeat.ts";
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

const EQUAL = expect.stringMatching(
  /^equal: 127\.0\.0\.1:\d+\/orders and 127\.0\.0\.1:\d+\/orders: 15 tables and sequences, \d\d other objects, rights: \d+\n$/,
);

const dumps = () => readdirSync(orders.settings.DUMP_DIR);

/** Expects that a load which failed kept its dump, whole and for its owner alone, and said where; removes it. */
function expectKept({ code, err }: Ran): void {
  const [name = "", ...others] = dumps();
  expect([code === 0, name, others]).toEqual([false, expect.stringMatching(/^exeat-.*-kept-20\d{6}T\d{6}Z-\d+$/), []]);
  const kept = join(orders.settings.DUMP_DIR, name);
  expect(err).toMatch(new RegExp(`the dump is kept at ${kept}, which only you may read`));
  const modes = readdirSync(kept, { recursive: true, encoding: "utf8" }).map((path) => {
    const found = statSync(join(kept, path));
    return [found.isDirectory(), (found.mode & 0o777).toString(8)].join();
  });
  expect(new Set(modes)).toEqual(new Set(["true,700", "false,600"]));
  expect(readdirSync(join(kept, "dump"))).toContain("toc.dat");
  rmSync(kept, { recursive: true });
}

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

test("no script speaks to a server in clear unless that is said", async () => {
  const { PGSSLMODE: _, ...environment } = orders.credentials;
  plan.settings(DATABASE, orders.settings);
  for (const name of ["preflight", "move", "verify"]) {
    const { code, err } = await plan.script(DATABASE, name, environment);
    expect([name, code === 0, err]).toEqual([name, false, expect.stringMatching(/SSL/)]);
  }
});

describe("one place as both sides", () => {
  const both = () => ({ TARGET_PORT: orders.settings["SOURCE_PORT"] ?? "" });
  const same = (credentials: Words = {}) => ({
    ...{ TARGET_USER: orders.source.user, TARGET_PASSWORD: orders.source.password },
    ...credentials,
  });
  const SCRIPTS = ["preflight", "move", "verify", "reverse"];
  const untouched = () => expect(orders.source.sql("orders", "select count(*) > 0 from customers")).toBe("t");

  test("is refused by every script, before anything is dumped or dropped", async () => {
    for (const name of SCRIPTS) {
      const { code, err } = await script(name, { ...both(), RETURN_DATABASE: "elsewhere" }, same());
      const refusal = /^refused: source and target are the same place, 127\.0\.0\.1:\d+\/orders\. .*Mend the settings/;
      expect([name, code, err]).toEqual([name, 2, expect.stringMatching(refusal)]);
    }
    untouched();
  });

  test("is refused under another name of the server too, unless that is said to be another", async () => {
    const alias = { ...both(), TARGET_HOST: "localhost", RETURN_DATABASE: "elsewhere" };
    for (const name of SCRIPTS) {
      const { code, err } = await script(name, alias, same());
      const refusal =
        /^refused: 127\S+ and localhost\S+ are the same place: both say .* database orders of server \d+\./;
      expect([name, code, err]).toEqual([name, 2, expect.stringMatching(refusal)]);
    }
    untouched();
    expect((await script("verify", alias, same({ SIDES_APART: "yes" }))).code).toBe(0);
  });

  test("is refused where the server does not give its identifier away", async () => {
    orders.source.create("reserved", "revoke execute on function pg_control_system() from public");
    const alias = { ...both(), TARGET_HOST: "localhost", SOURCE_DATABASE: "reserved", TARGET_DATABASE: "reserved" };
    const { code, err } = await script("verify", alias, same());
    expect([code, err]).toEqual([2, expect.stringMatching(/database reserved of a server started at \d+/)]);
  });

  test("is not what two databases of one server are", async () => {
    emptyDatabase(orders.source, "beside");
    expect((await script("move", { ...both(), TARGET_DATABASE: "beside" }, same())).code).toBe(0);
    expect((await script("verify", { ...both(), TARGET_DATABASE: "beside" }, same())).code).toBe(0);
    orders.source.sql("postgres", "drop database beside");
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
      expect([proof.out, proof.code]).toEqual([EQUAL, 0]);
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
    expectKept(await moving);
    await orders.target.start();
    expect((await script("move")).code).toBe(0);
    expect((await script("verify")).code).toBe(0);
  });

  test("that a run was killed in is not stopped by what it left; what others left in the folder stays", async () => {
    const own = join(orders.settings.DUMP_DIR, `exeat-${DATABASE}`);
    mkdirSync(join(own, "dump"), { recursive: true });
    writeFileSync(join(own, "dump", "toc.dat"), "left behind");
    const refused = await script("move");
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/holds what this script did not make/)]);
    writeFileSync(join(own, "by-exeat"), "");
    for (const name of ["dump", "all.list"]) writeFileSync(join(orders.settings.DUMP_DIR, name), "somebody else's");
    expect([(await script("move")).code, dumps()]).toEqual([0, ["all.list", "dump"]]);
    for (const name of dumps()) rmSync(join(orders.settings.DUMP_DIR, name));
  });

  test("that a run was killed in keeps what may be the only dump from the next run", async () => {
    const own = join(orders.settings.DUMP_DIR, `exeat-${DATABASE}`);
    mkdirSync(own);
    for (const name of ["by-exeat", "loading"]) writeFileSync(join(own, name), "");
    expect((await script("move")).code).toBe(0);
    expect(dumps()).toEqual([expect.stringMatching(/-kept-/)]);
    for (const name of dumps()) rmSync(join(orders.settings.DUMP_DIR, name), { recursive: true });
  });

  test("is not done again once users were switched", async () => {
    expect((await script("switched")).code).toBe(0);
    orders.target.sql("orders", "insert into log values ('after the switch')");
    const { code, err } = await script("move");
    expect([code, err]).toEqual([2, expect.stringMatching(/^refused: users work at the target since 20/)]);
    expect(orders.target.sql("orders", "select count(*) from log where line = 'after the switch'")).toBe("1");
    expect((await script("move", {}, { OVERWRITE_TARGET: "yes" })).code).toBe(0);
    rmSync(join(folder, "plan/scripts", DATABASE, "switched"));
  });
});

describe("rights", () => {
  const ACLS =
    "select c.oid::regclass, pg_get_userbyid(relowner), relacl from pg_class c where relacl is not null and relnamespace = 'public'::regnamespace union all select 0::regclass, pg_get_userbyid(proowner), proacl from pg_proc where proname = 'order_count' union all select 0, nspname, nspacl from pg_namespace where nspname ~ '^Ventes' union all select 0, attname, attacl from pg_attribute where attacl is not null and attrelid = 'customers'::regclass union all select 0, 'default', defaclacl from pg_default_acl order by 1, 2";
  const GRANTS = `
    grant select, insert on orders to app with grant option; grant usage on sequence invoice_number to app; grant select on totals to public;
    grant update (name) on customers to "the reader"; grant usage on schema "Ventes d'été" to app;
    alter default privileges in schema "Ventes d'été" grant select on tables to "the reader";
    revoke execute on function order_count from public; grant execute on function order_count to app`;

  test("that were given at the target outlive another load, and their lack is no proof", async () => {
    for (const server of [orders.source, orders.target]) {
      server.role("app");
      server.role("the reader");
      server.sql("orders", GRANTS);
    }
    const before = orders.target.sql("orders", ACLS);
    expect(before).toMatch(/app/);
    const { code, err } = await script("move");
    expect([code, err]).toEqual([0, ""]);
    expect(orders.target.sql("orders", ACLS)).toBe(before);
    expect((await script("verify")).code).toBe(0);
    for (const revoked of [
      "revoke all on orders from app",
      `revoke update (name) on customers from "the reader"`,
      "revoke all on sequence invoice_number from app",
      "revoke all on function order_count from app",
    ]) {
      orders.target.sql("orders", revoked);
      const proof = await script("verify");
      expect([revoked, proof.code, proof.out]).toEqual([revoked, 1, expect.stringMatching(/^< (app|the reader)\|/m)]);
      expect(proof.err).toMatch(/grant what is missing.*ROLES_LEFT_OUT/);
      orders.target.sql("orders", GRANTS);
    }
    orders.target.sql("orders", "revoke all on orders from app");
    expect((await script("verify", {}, { ROLES_LEFT_OUT: "other app" })).code).toBe(0);
    orders.target.sql("orders", GRANTS);
  });

  test("that a load did not come to give again are given by the next", async () => {
    const before = orders.target.sql("orders", ACLS);
    const broken = join(programs, "pg_restore");
    const clients = clientsOf(18);
    writeFileSync(broken, `#!/bin/sh\ncase "$*" in *--list*) exec ${clients}/pg_restore "$@" ;; esac\nexit 1\n`);
    chmodSync(broken, 0o755);
    expectKept(await script("move", {}, { PATH: `${programs}:${PROGRAMS}` }));
    rmSync(broken);
    expect(orders.target.sql("orders", "select to_regclass('orders')")).toBe("");
    expect((await script("move")).code).toBe(0);
    expect(orders.target.sql("orders", ACLS)).toBe(before);
  });
});

describe("other databases of the server", () => {
  test("that hold something fail the preflight, named, until they are moved or said to stay; empty ones do not", async () => {
    emptyDatabase(orders.source, "billing");
    emptyDatabase(orders.source, "nothing in it");
    expect((await script("preflight")).code).toBe(0);
    orders.source.sql("billing", "create table invoices ()");
    const { code, out } = await script("preflight");
    expect([code, out.match(/^database .*$/gm)]).toEqual([
      1,
      [expect.stringMatching(/^database billing .* holds 1 tables.*SOURCE_DATABASE=.*LEAVE_BEHIND$/)],
    ]);
    expect((await script("preflight", {}, { LEAVE_BEHIND: "rest billing" })).code).toBe(0);
    const unnamed = await script("preflight", { SOURCE_DATABASE: "" });
    expect([unnamed.code, unnamed.out.match(/^database \w+/gm)]).toEqual([2, ["database billing", "database orders"]]);
    expect(unnamed.err).toMatch(/the code names none/);
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

  test("fails on what is no row: a key, a routine or its body, a view, a trigger, a type", async () => {
    orders.source.sql("orders", "create view seen as select 1 as one");
    expect((await script("move")).code).toBe(0);
    const lost: Readonly<Record<string, string>> = {
      "constraint p": `alter table "my EXTENSION list" drop constraint "my EXTENSION list_pkey"`,
      routine: "create or replace function order_count(who bigint) returns bigint language sql as 'select 0::bigint'",
      view: "drop view seen; drop materialized view totals",
      "materialized view": "select 1",
      default: "alter table orders alter placed drop default",
      type: "alter type mood add value 'new'",
    };
    for (const [kind, text] of Object.entries(lost)) {
      orders.target.sql("orders", text);
      const { code, out } = await script("verify");
      expect([kind, code, out]).toEqual([kind, 1, expect.stringMatching(new RegExp(`^< ${kind}\\|`, "m"))]);
    }
    expect((await script("move")).code).toBe(0);
    // What is dropped takes its rights along: the load brings it, and the proof asks for them.
    orders.target.sql("orders", "grant select on totals to public");
    expect((await script("verify")).code).toBe(0);
  });

  test("is no proof where no table has a row, unless that is meant to be so", async () => {
    const settings = { SOURCE_DATABASE: "bare", TARGET_DATABASE: "bare" };
    for (const server of [orders.source, orders.target]) emptyDatabase(server, "bare");
    for (const text of ["select 1", 'create table "it\'s 100%" (a int)']) {
      for (const server of [orders.source, orders.target]) server.sql("bare", text);
      const { code, err } = await script("verify", settings);
      expect([code, err]).toEqual([2, expect.stringMatching(/^no table of \S+\/bare holds a row: nothing is proven/)]);
      expect((await script("verify", settings, { ALLOW_EMPTY: "yes" })).code).toBe(0);
    }
    for (const server of [orders.source, orders.target]) server.sql("bare", 'insert into "it\'s 100%" values (1)');
    expect((await script("verify", settings)).code).toBe(0);
    for (const server of [orders.source, orders.target]) server.sql("postgres", "drop database bare");
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
    orders.target.sql("orders", "insert into log values ('SET transaction_timeout = 0;'), ('written at the target')");
    for (const [name, statement] of Object.entries({ first: "", back: "delete from log where line = 'twice'" })) {
      emptyDatabase(orders.source, name);
      orders.target.sql("orders", statement);
      const { code, err } = await script("reverse", { RETURN_DATABASE: name });
      expect([code, err, dumps()]).toEqual([0, "", []]);
      // What the environment says comes before the file.
      const proof = await script("verify", {}, { SOURCE_DATABASE: name });
      expect([proof.code, proof.out]).toEqual([
        0,
        expect.stringMatching(new RegExp(`/${name} and .*/orders: 15 tables`)),
      ]);
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

  test("never loads into a database that holds something", async () => {
    emptyDatabase(orders.source, "in_use");
    orders.source.sql("in_use", "create table orders (kept text); insert into orders values ('kept')");
    const { code, err } = await script("reverse", { RETURN_DATABASE: "in_use" });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^refused: RETURN_DATABASE .*\/in_use is not empty.*create database/),
    ]);
    expect(orders.source.sql("in_use", "select kept from orders")).toBe("kept");
  });

  test("fails when the older server refuses a part, and when the stream breaks off", async () => {
    orders.target.sql("orders", "create view newer as select uuidv7()");
    for (const name of ["refused", "cut"]) emptyDatabase(orders.source, name);
    const refused = await script("reverse", { RETURN_DATABASE: "refused" });
    expectKept(refused);
    expect(refused.err).toMatch(/uuidv7/);
    orders.target.sql("orders", "drop view newer");
    const broken = join(programs, "pg_restore");
    writeFileSync(
      broken,
      `#!/bin/sh\ncase "$*" in *--file=-*) ${clientsOf(18)}/pg_restore "$@" | head -n 300; exit 1 ;; *) exec ${clientsOf(18)}/pg_restore "$@" ;; esac\n`,
    );
    chmodSync(broken, 0o755);
    expectKept(await script("reverse", { RETURN_DATABASE: "cut" }, { PATH: `${programs}:${PROGRAMS}` }));
  });
});
