import type { Props } from "../../constructs/kinds.ts";
import type { Citation, Loss } from "../provider.ts";

type Named = Pick<Props<"sql-database">, "adminUser" | "databaseName">;

/** Who administers where nobody says a name. */
const ADMIN = "dbadmin";
/** Stands before a name that may not stand alone. */
const PREFIX = "db_";
const MAX_LENGTH = 63;

/** Databases that stand on an instance, or that its engine keeps to itself. */
const TAKEN = ["information_schema", "mysql", "performance_schema", "postgres", "rdb", "sys", "template0", "template1"];

const provider: Citation = {
  source: "scaleway/terraform-provider-scaleway, internal/services/rdb/database.go (b2d45ed)",
  date: "2026-11-28",
};
const guide: Citation = {
  source: "https://www.scaleway.com/en/docs/managed-databases-for-postgresql-and-mysql/how-to/add-users/",
  date: "2026-11-28",
};

/** The database that is made for the one asked for. */
export function databaseOf({ databaseName }: Named): string | undefined {
  const plain = databaseName?.replaceAll(/[^a-zA-Z\d_$-]/g, "_");
  return plain && (/^[a-z]/i.test(plain) && !TAKEN.includes(plain) ? plain : PREFIX + plain).slice(0, MAX_LENGTH);
}

/** The login that is made for the one asked for: those of Scaleway itself begin with an underscore. */
export function adminOf({ adminUser = ADMIN }: Named): string {
  return (/^[a-z]/i.test(adminUser) ? adminUser : PREFIX + adminUser.replace(/^_+/, "")).slice(0, MAX_LENGTH);
}

export const nameLosses: readonly Loss[] = [
  {
    path: "adminUser",
    when: (props) => props["adminUser"] !== undefined && adminOf(props as Named) !== props["adminUser"],
    severity: "cosmetic",
    class: "setting",
    why: "A login begins with a letter and has 63 characters at most: those that begin with `_rdb` are Scaleway's own.",
    instead: "Log in as the nearest name, which is written, or create the role that is asked for with it.",
    citation: guide,
  },
  {
    path: "databaseName",
    when: (props) => props["databaseName"] !== undefined && databaseOf(props as Named) !== props["databaseName"],
    severity: "degrades",
    class: "setting",
    why: "A database has a name of letters, digits, underscores and hyphens, and none that stands on every instance.",
    instead: "Connect to the nearest name, which is written, or create the database by SQL after the instance.",
    citation: provider,
  },
];
