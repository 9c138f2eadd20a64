import type { Native, Tree } from "../native.ts";
import type { NativeIndex } from "../native-index.ts";
import { lookUp } from "../paths.ts";
import { list } from "../values.ts";

/** What a database's other arguments leave of the engines; only what settles it is settled. Undefined: nothing. */
type Sign = readonly string[] | undefined;

/**
 * Engines that write a log, by its name: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html, 2026-11-28.
 * Of Oracle, SQL Server and Db2 the edition is not told.
 */
const BY_LOG: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    postgresql: ["postgres"],
    upgrade: ["postgres"],
    general: ["mysql", "mariadb"],
    slowquery: ["mysql", "mariadb"],
    error: ["mysql", "mariadb", "sqlserver"],
    audit: ["mysql", "mariadb", "oracle"],
    agent: ["sqlserver"],
    alert: ["oracle"],
    listener: ["oracle"],
    trace: ["oracle"],
    oemagent: ["oracle"],
    "diag.log": ["db2"],
    "notify.log": ["db2"],
  }),
);

/**
 * Versions that one engine alone has had: PostgreSQL and MySQL as `catalog.ts` has them, MariaDB always in three parts where whole. "10.6" and
 * "11.4" are of PostgreSQL and of MariaDB, "12.2" of PostgreSQL and of Oracle, "12.3" is to be of MariaDB too, "15.00" is of SQL Server:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.VersionMgmt.html, 2026-11-28. A port is anybody's choice.
 */
const BY_VERSION: readonly (readonly [RegExp, string])[] = [
  [/^(?:1[3-8](?:\.[1-9]\d?)?|12\.(?:[4-9]|[12]\d))(?:-rds\.\d+)?$/, "postgres"],
  [/^(?:5\.[5-7]|8\.[04])(?:\.\d+)?(?:-rds\.\d+)?$/, "mysql"],
  [/^1[0-2]\.\d+\.\d+$/, "mariadb"],
];

/** What a database may be restored from: such a one alone may name no engine and no disk (hashicorp/terraform-provider-aws website/docs/r/db_instance.html.markdown, 2026-11-28). */
export const ORIGINS = ["snapshot_identifier", "restore_to_point_in_time"] as const;

/** Licences of engines, from the same page: whoever brings one, or buys one with the database, may have any of the others. */
const BY_LICENCE: ReadonlyMap<unknown, readonly string[]> = new Map([
  ["postgresql-license", ["postgres"]],
  ["general-public-license", ["mysql", "mariadb"]],
]);

/** As families of settings and engines of options begin. */
const BY_FAMILY = /^(?:custom-)?(postgres|mysql|mariadb|oracle|sqlserver|db2)/;

/** The engine that a database restored from a snapshot has for certain, where the code does not name it; undefined where nothing settles it. */
export function engineOf(native: Native, index: Pick<NativeIndex, "targets">): string | undefined {
  if (!ORIGINS.some((path) => path in native.args)) return undefined;
  const at = (path: string) => lookUp(native.args, path)?.value;
  const named = (attr: string, type: string, what: string) =>
    index.targets(native, attr, [type], ["name", "id"]).targets.map((group) => lookUp(group.args, what)?.value);
  const families = [
    ...named("parameter_group_name", "aws_db_parameter_group", "family"),
    ...named("option_group_name", "aws_db_option_group", "engine_name"),
    ...["parameter_group_name", "option_group_name"].map((path) => byDefault(at(path))),
  ];
  const version = at("engine_version");
  const signs: readonly Sign[] = [
    ...families.map(ofFamily),
    BY_LICENCE.get(at("license_model")),
    ...list(at("enabled_cloudwatch_logs_exports")).map((log) => BY_LOG.get(String(log))),
    BY_VERSION.flatMap(([form, engine]) => (typeof version === "string" && form.test(version) ? [[engine]] : []))[0],
  ];
  const known = signs.filter((sign) => sign !== undefined);
  const left = known[0]?.filter((engine) => known.every((sign) => sign.includes(engine))) ?? [];
  return left.length === 1 ? left[0] : undefined;
}

/** What every engine has by itself is named after it. */
function byDefault(name: Tree | undefined): string | undefined {
  return typeof name === "string" ? /^default[.:](.+)$/.exec(name)?.[1] : undefined;
}

function ofFamily(family: Tree | undefined): Sign {
  const engine = typeof family === "string" ? BY_FAMILY.exec(family)?.[1] : undefined;
  return engine === undefined ? undefined : [engine];
}
