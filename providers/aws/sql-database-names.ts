import type { Props } from "../../constructs/kinds.ts";
import type { Citation, Loss } from "../provider.ts";

type Engine = Props<"sql-database">["engine"];

/** Who administers where nobody says a name. */
const ADMIN = "dbadmin";
/** Stands before a name that may not stand alone. */
const PREFIX = "db";

/** As probed on an account: floci-io/floci#3730, 2026-09-16. The API's own page says 16, as of all engines once. */
const ADMIN_LENGTH: Readonly<Record<Engine, number>> = { postgresql: 63, mysql: 32 };
const DATABASE_LENGTH: Readonly<Record<Engine, number>> = { postgresql: 63, mysql: 64 };

/** `admin` and `rdsadmin`: aws-cloudformation/cfn-lint#4425; `pg_`: DataShades/ckan-aws-templates#6; `user` is a word of SQL. */
const TAKEN_LOGINS: Readonly<Record<Engine, RegExp>> = {
  postgresql: /^(?:admin|rdsadmin|user|pg_.*)$/i,
  mysql: /^rdsadmin$/i,
};
/** `admin`: awslabs/aws-saas-boost#180; the others stand on every server (judgement). */
const TAKEN_DATABASES: Readonly<Record<Engine, RegExp>> = {
  postgresql: /^(?:admin|rdsadmin|user|template[01])$/i,
  mysql: /^(?:information_schema|innodb|mysql|performance_schema|rdsadmin|sys)$/i,
};

type Named = Pick<Props<"sql-database">, "engine" | "adminUser" | "databaseName">;

/** The login that RDS makes for the one asked for. */
export function adminOf({ engine, adminUser = ADMIN }: Named): string {
  return named(adminUser, ADMIN_LENGTH[engine], TAKEN_LOGINS[engine]);
}

/** The database that RDS makes for the one asked for. */
export function databaseOf({ engine, databaseName }: Named): string | undefined {
  return databaseName && named(databaseName, DATABASE_LENGTH[engine], TAKEN_DATABASES[engine]);
}

/** Letters of ASCII, digits and underscores, the first a letter. */
function named(asked: string, length: number, taken: RegExp): string {
  const plain = asked.replaceAll(/\W/g, "_");
  return (/^[a-z]/i.test(plain) && !taken.test(plain) ? plain : `${PREFIX}${plain}`).slice(0, length);
}

const citation: Citation = {
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
  date: "2026-11-28",
};

export const nameLosses: readonly Loss[] = [
  {
    path: "adminUser",
    when: (props) => props["adminUser"] !== undefined && adminOf(props as Named) !== props["adminUser"],
    severity: "cosmetic",
    class: "setting",
    why: "RDS takes letters, digits and underscores after a letter, and keeps `admin` of PostgreSQL, `rdsadmin` and `pg_` to itself.",
    instead: "Log in as the nearest name, which is written, or create the role that is asked for with it.",
    citation,
  },
  {
    path: "databaseName",
    when: (props) => props["databaseName"] !== undefined && databaseOf(props as Named) !== props["databaseName"],
    severity: "degrades",
    class: "setting",
    why: "RDS creates databases whose names are letters, digits and underscores after a letter, and no word of the engine.",
    instead: "Connect to the nearest name, which is written, or create the database by SQL after the instance.",
    citation,
  },
];
