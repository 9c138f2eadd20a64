import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { MARIADB, MARIADB_LIBRARIES } from "./drill-parts.ts";
import { freePort, isRoot, type Server, started } from "./server.ts";

/** A MariaDB server with one user who may do everything in some databases. */
export interface Mariadb extends Server {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Makes an empty database that the user may use. */
  create(database: string): void;
  /** Runs SQL as the user; gives the rows without heads. */
  sql(database: string, text: string): string;
}

const env = { LD_LIBRARY_PATH: MARIADB_LIBRARIES, PATH: process.env["PATH"] };
const asWho = isRoot ? ["--user=root"] : [];

/** Data of a server that nobody used yet, in a folder of its own: copied, it makes several servers. */
export function emptyMariadb(data: string): void {
  const words = ["--auth-root-authentication-method=normal", "--skip-test-db", "--innodb-flush-method=nosync"];
  execFileSync(
    join(MARIADB, "bin/mariadb-install-db"),
    ["--no-defaults", `--basedir=${MARIADB}`, `--datadir=${data}`, ...words, ...asWho],
    { env, stdio: "pipe" },
  );
}

/** Folder: empty and of the server's own. */
export async function mariadb(name: string, folder: string, emptyData: string): Promise<Mariadb> {
  const [port, user, password] = [await freePort(), `shop_${name}`, `it's ${name} $(words)`];
  const [data, socket] = [join(folder, "data"), join(folder, "socket")];
  cpSync(emptyData, data, { recursive: true });
  const ask = (words: readonly string[], secret: string, input: string) =>
    execFileSync(
      join(MARIADB, "bin/mariadb"),
      ["--no-defaults", "--batch", "--skip-column-names", "--default-character-set=utf8mb4", ...words],
      { input, encoding: "utf8", env: { ...env, MYSQL_PWD: secret } },
    ).trimEnd();
  const server = await started({
    program: join(MARIADB, "sbin/mariadbd"),
    args: [
      ...["--no-defaults", `--basedir=${MARIADB}`, `--datadir=${data}`, `--socket=${socket}`, `--port=${port}`],
      ...["--bind-address=127.0.0.1", "--innodb-flush-method=nosync", ...asWho],
    ],
    env: { LD_LIBRARY_PATH: MARIADB_LIBRARIES },
    answers: async () =>
      existsSync(socket) &&
      spawnSync(join(MARIADB, "bin/mariadb"), ["--no-defaults", `--socket=${socket}`, "-e", "select 1"], { env })
        .status === 0,
  });
  const root = (text: string) => ask([`--socket=${socket}`, "--user=root"], "", text);
  root(`create user ${user}@'%' identified by '${password.replaceAll("'", "''")}'`);
  return {
    ...{ port, user, password },
    kill: () => server.kill(),
    create: (database) =>
      void root(`create database ${database} character set utf8mb4; grant all on ${database}.* to ${user}@'%'`),
    sql: (database, text) => ask(["--host=127.0.0.1", `--port=${port}`, `--user=${user}`, database], password, text),
  };
}
