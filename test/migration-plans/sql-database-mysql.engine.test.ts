import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "@jest/globals";
import { temporary } from "../cli/exeat.ts";
import { endServers, kept } from "./orders-and-media.ts";
import { DATABASE, type PlanFolder, PROGRAMS, planFolder } from "./plan-folder.ts";
import { MARIADB, MARIADB_LIBRARIES } from "./servers/drill-parts.ts";
import { emptyMariadb, type Mariadb, mariadb } from "./servers/mariadb.ts";

const ESTATE = fileURLToPath(new URL("../fixtures/estates/orders-on-mysql", import.meta.url));

endServers();
const [folder, dump, programs] = [temporary(), temporary(), temporary()];
const [atSource, atTarget] = [temporary(), temporary()];
let [plan, source, target]: [PlanFolder, Mariadb, Mariadb] = [] as never;

beforeAll(async () => {
  plan = await planFolder(folder, ESTATE);
  const empty = join(folder, "empty");
  emptyMariadb(empty);
  source = kept(await mariadb("source", atSource, empty));
  target = kept(await mariadb("target", atTarget, empty));
  for (const server of [source, target]) server.create("orders");
  source.sql("orders", readFileSync(join(ESTATE, "orders.sql"), "utf8"));
});

type Words = Readonly<Record<string, string>>;

function script(name: string, settings: Words = {}, environment: Words = {}) {
  plan.settings(DATABASE, {
    ...{ SOURCE_HOST: "127.0.0.1", SOURCE_PORT: String(source.port), SOURCE_DATABASE: "orders" },
    ...{ TARGET_HOST: "127.0.0.1", TARGET_PORT: String(target.port), TARGET_DATABASE: "orders", DUMP_DIR: dump },
    ...settings,
  });
  return plan.script(DATABASE, name, { ...usual(), ...environment });
}

/** What every script is given. */
function usual(): Words {
  return {
    ...{ PATH: `${MARIADB}/bin:${PROGRAMS}`, LD_LIBRARY_PATH: MARIADB_LIBRARIES },
    ...{ SOURCE_USER: source.user, SOURCE_PASSWORD: source.password },
    ...{ TARGET_USER: target.user, TARGET_PASSWORD: target.password },
    // Servers on loopback that have no certificate.
    MYSQL_TLS: "--skip-ssl",
  };
}

async function runs(name: string, settings: Words = {}, environment: Words = {}) {
  const { code, out, err } = await script(name, settings, environment);
  expect([name, code, err]).toEqual([name, 0, expect.any(String)]);
  expect(readdirSync(dump)).toEqual([]);
  return out;
}

test("before a load, tables that a dump or a target stumbles on and events are named", async () => {
  target.create("empty");
  expect((await runs("preflight", { TARGET_DATABASE: "empty" })).trimEnd().split("\n")).toEqual([
    expect.stringMatching(/^source 10\.11\.\d+-MariaDB.*, target 10\.11\.\d+-MariaDB/),
    "tables that are not InnoDB (a consistent dump needs a lock):",
    "old_engine",
    "tables without a primary key (some targets refuse them):",
    ...["log", "no_rows_no_key", "pairs", "said"],
    "events (they run at the target from the first load on):",
    "tick",
    "tables that are at the target already (move.sh replaces those that the source has too):",
  ]);
});

test("a load may be repeated, brings what was written meanwhile, and leaves nothing of the dump", async () => {
  for (const statement of ["select 1", "insert into orders (customer, total) values (1, 5); drop table empty_one"]) {
    source.sql("orders", statement);
    if (statement !== "select 1") target.sql("orders", "drop table empty_one");
    await runs("move");
    expect(await runs("verify")).toMatch(statement === "select 1" ? /: 10 tables, \d+/ : /: 9 tables, \d+/);
  }
  for (const text of [
    "select note from said",
    "select count(*), hello() from open_orders; call order_count(5, @n); select @n",
    "select event_manipulation, action_statement from information_schema.triggers where trigger_schema = database()",
    "select event_name, event_definition from information_schema.events where event_schema = database()",
    "insert into orders (customer, total) values (1, 1); select max(id) from orders",
    "show create table customers; show create table events",
  ]) {
    expect(target.sql("orders", text)).toBe(source.sql("orders", text));
  }
  await runs("move");
});

test("a proof fails and names what differs at the target, and nothing else", async () => {
  await runs("move");
  const differences: Readonly<Record<string, string>> = {
    customers: "update customers set balance = balance + 0.0000000001 where id = 7",
    log: "insert into log values ('twice')",
    pairs: "update pairs set a = 'x', b = '' where a is null",
    "Prix `x`; drop table 'y'": "update `Prix ``x``; drop table 'y'` set `Montant € ``` = 0",
    old_engine: "drop table old_engine",
    extra: "create table extra (a int)",
  };
  target.sql("orders", Object.values(differences).join(";\n"));
  const { code, out } = await script("verify");
  const named = [...out.matchAll(/^[<>] (.+?)\t\d+\t\d+$/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(Object.keys(differences)));
  expect(code).toBe(1);
  target.sql("orders", "drop table extra");
  await runs("move");
  await runs("verify");
});

test("a proof fails where no table has a row, unless that is meant to be so", async () => {
  for (const server of [source, target]) server.create("bare");
  const settings = { SOURCE_DATABASE: "bare", TARGET_DATABASE: "bare" };
  for (const text of ["select 1", "create table nobody (a int)"]) {
    for (const server of [source, target]) server.sql("bare", text);
    const { code, err } = await script("verify", settings);
    expect([code, err]).toEqual([2, expect.stringMatching(/^no table of \S+\/bare holds a row: nothing is proven/)]);
    await runs("verify", settings, { ALLOW_EMPTY: "yes" });
  }
  for (const server of [source, target]) server.sql("bare", "insert into nobody values (1)");
  await runs("verify", settings);
  for (const server of [source, target]) server.sql("bare", "drop database bare");
});

test("rows that quote a definer stay as they are where a client writes all rows on the line of their insert", async () => {
  const joined = "-e :a -e 'N;$!ba' -e 's/VALUES\\n(/VALUES (/g' -e 's/),\\n(/),(/g'";
  const found = `for word; do case $word in --result-file=*) file=\${word#*=} ;; esac; done`;
  const client = `#!/bin/sh\n${MARIADB}/bin/mysqldump "$@" && ${found} && sed -i ${joined} "$file" && grep -q 'INSERT INTO .*DEFINER=' "$file"\n`;
  writeFileSync(join(programs, "mysqldump"), client, { mode: 0o755 });
  const { code } = await script("move", {}, { PATH: `${programs}:${MARIADB}/bin:${PROGRAMS}` });
  expect(code).toBe(0);
  await runs("verify");
});

test("one database as both sides is refused by every script, under another name of its server too", async () => {
  const own = { TARGET_USER: source.user, TARGET_PASSWORD: source.password };
  const before = source.sql("orders", "select count(*) from customers");
  for (const [host, refusal] of [
    ["127.0.0.1", /^refused: source and target are the same place, 127\.0\.0\.1:\d+\/orders\. /],
    ["localhost", /^refused: 127\S+ and localhost\S+ are the same place: both say .* database orders .*server_uid \S+/],
  ] as const) {
    for (const name of ["preflight", "move", "verify", "reverse"]) {
      const settings = { TARGET_HOST: host, TARGET_PORT: String(source.port), RETURN_DATABASE: "elsewhere" };
      // The client takes localhost for a socket unless it is told.
      const { code, err } = await script(name, settings, { ...own, MYSQL_TLS: "--skip-ssl --protocol=tcp" });
      expect([name, code, err]).toEqual([name, 2, expect.stringMatching(refusal)]);
    }
  }
  expect(source.sql("orders", "select count(*) from customers")).toBe(before);
});

test("a load that fails keeps its dump, for its owner alone, and says where", async () => {
  const refuses = `#!/bin/sh\ncase "$*" in *" -e "*) exec ${MARIADB}/bin/mysql "$@" ;; esac\nexit 1\n`;
  const own = join(programs, "mysql");
  writeFileSync(own, refuses, { mode: 0o755 });
  const { code, err } = await script("move", {}, { PATH: `${programs}:${MARIADB}/bin:${PROGRAMS}` });
  rmSync(own);
  const [name = ""] = readdirSync(dump);
  const kept = join(dump, name);
  expect([code === 0, name, err]).toEqual([false, expect.stringMatching(/-kept-/), expect.stringContaining(kept)]);
  expect(statSync(join(kept, "dump.sql")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(kept, "dump.sql"), "utf8")).toMatch(/Dump completed/);
  rmSync(kept, { recursive: true });
  await runs("move");
});

test("the way back carries rows written at the target into a new database", async () => {
  source.create("back");
  await runs("move");
  target.sql("orders", "insert into said values ('written at the target')");
  await runs("reverse", { RETURN_DATABASE: "back" });
  expect(await runs("verify", {}, { SOURCE_DATABASE: "back" })).toMatch(/^equal: \S+\/back and \S+\/orders: /);
  const again = await script("reverse", { RETURN_DATABASE: "back" });
  expect([again.code, again.err]).toEqual([
    2,
    expect.stringMatching(/^refused: RETURN_DATABASE \S+\/back is not empty/),
  ]);
  expect(source.sql("back", "select note from said where note like 'written%'")).toBe("written at the target");
});

test("a wrong password and a target that refuses are errors", async () => {
  for (const name of ["preflight", "move", "verify"]) {
    for (const side of ["SOURCE", "TARGET"]) {
      const { code } = await script(name, {}, { [`${side}_PASSWORD`]: "wrong" });
      expect([name, side, code === 0, readdirSync(dump)]).toEqual([name, side, false, []]);
    }
  }
});

test("a proof fails on a view, a trigger, a procedure, an event, an index or a key that is missing", async () => {
  source.sql("orders", "create index by_note on said (note(10)); create view seen as select 1 as one");
  await runs("move");
  await runs("verify");
  const [trigger = ""] = target
    .sql("orders", "select trigger_name from information_schema.triggers where trigger_schema = database()")
    .split("\n");
  const lost: Readonly<Record<string, string>> = {
    view: "drop view seen",
    trigger: `drop trigger ${trigger}`,
    procedure: "drop procedure order_count",
    function: "drop function hello",
    event: "drop event tick",
    index: "drop index by_note on said",
  };
  for (const [kind, text] of Object.entries(lost)) {
    target.sql("orders", text);
    const { code, out } = await script("verify");
    expect([kind, code, out]).toEqual([kind, 1, expect.stringMatching(new RegExp(`^< ${kind} `, "m"))]);
  }
  await runs("move");
  await runs("verify");
});

test("another database of the server that holds something fails the preflight until it is said to stay", async () => {
  for (const name of ["billing", "nothing"]) source.create(name);
  source.sql("billing", "create table invoices (id int)");
  const alone = { LEAVE_BEHIND: "back" };
  const { code, out } = await script("preflight", {}, alone);
  expect([code, out.match(/^database \w+/gm)]).toEqual([1, ["database billing"]]);
  await runs("preflight", {}, { LEAVE_BEHIND: "back billing" });
  const unnamed = await script("preflight", { SOURCE_DATABASE: "" }, alone);
  expect([unnamed.code, unnamed.out.match(/^database \w+/gm)]).toEqual([2, ["database billing", "database orders"]]);
});

test("nothing is loaded once users were switched, nor into a folder of somebody else, nor without TLS", async () => {
  mkdirSync(join(dump, `exeat-${DATABASE}`));
  writeFileSync(join(dump, `exeat-${DATABASE}`, "theirs"), "");
  expect(await script("move")).toMatchObject({ code: 2, err: expect.stringMatching(/did not make/) });
  rmSync(join(dump, `exeat-${DATABASE}`), { recursive: true });
  await runs("switched");
  expect(await script("move")).toMatchObject({ code: 2, err: expect.stringMatching(/users work at the target since/) });
  await runs("move", {}, { OVERWRITE_TARGET: "yes" });
  const { MYSQL_TLS: _, ...environment } = usual();
  const plain = await plan.script(DATABASE, "verify", environment);
  expect([plain.code, plain.err]).toEqual([2, expect.stringMatching(/^refused: the source is reached without TLS/)]);
});
