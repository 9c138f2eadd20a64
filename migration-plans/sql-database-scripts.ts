import type { KindContext } from "./kind-planner.ts";
import { mysql } from "./mysql-scripts.ts";
import { postgresql } from "./postgresql-scripts.ts";
import { apart, needs, quoted, scriptHead, switchedScript, writesOver } from "./script.ts";

const SIDES = ["SOURCE", "TARGET"] as const;
const SETTINGS = ["HOST", "PORT", "USER", "PASSWORD", "DATABASE"] as const;
const required = SIDES.flatMap((side) => SETTINGS.map((s) => `${side}_${s}`));
const DATABASES: readonly string[] = ["SOURCE_DATABASE", "TARGET_DATABASE"];
/** What a script works on, as a person reads it. */
const on = (side: string) => `$${side}_HOST:$${side}_PORT/$${side}_DATABASE`;

/** An engine that nobody could read is taken as PostgreSQL; `preflight.sh` fails at once if it is not. */
export function engineOf({ component }: KindContext): "postgresql" | "mysql" {
  return component.props["engine"] === "mysql" ? "mysql" : "postgresql";
}

/** Scripts of one database, by path. The clients must be at least as new as both servers. */
export function databaseScripts(context: KindContext): Record<string, string> {
  const engine = engineOf(context);
  const { slug, component } = context;
  const bodies = engine === "mysql" ? mysql : postgresql;
  const { functions, names } = bodies.identity;
  const place = (side: string) => `$(lower "$${side}_HOST"):$${side}_PORT/$${side}_DATABASE`;
  const script = (title: string, body: string, guard = "", wanted = required) =>
    `${scriptHead(`${component.id}: ${title}`)}${needs(...wanted)}\n\n${guard}${bodies.clients}\n${functions}\n${apart(place, ...names)}${body}\n`;
  return {
    [`scripts/${slug}/env.example`]: example(context, engine),
    [`scripts/${slug}/preflight.sh`]: script(
      "what the target would refuse and what would be left behind, without writing anything",
      `bad=0
${bodies.databases}
if [ -z "\${SOURCE_DATABASE:-}" ]; then
  echo 'SOURCE_DATABASE is not set: the code names none. What the server holds:' >&2
  databases || :
  exit 2
fi
${needs("TARGET_DATABASE")}
apart
databases || bad=1
${bodies.preflight}
exit "$bad"`,
      "",
      required.filter((name) => !DATABASES.includes(name)),
    ),
    [`scripts/${slug}/move.sh`]: script(
      "dump the source, load the target",
      `apart\n${bodies.move}`,
      writesOver("target"),
    ),
    [`scripts/${slug}/verify.sh`]: script(
      "count and hash of every table on both sides, names of all else, and rights",
      `apart
${bodies.verify}
echo "equal: ${on("SOURCE")} and ${on("TARGET")}: $equal"`,
    ),
    [`scripts/${slug}/reverse.sh`]: script(
      "the way back: dump the target, load a new and empty database at the source",
      `: "\${RETURN_DATABASE:?set RETURN_DATABASE to a new and empty database at the source}"
[ "$RETURN_DATABASE" != "$SOURCE_DATABASE" ] || { echo 'RETURN_DATABASE must not be SOURCE_DATABASE' >&2; exit 2; }
apart
# Roles get in the new database what they have in the old one.
RIGHTS_OF=$SOURCE_DATABASE
SOURCE_DATABASE=$RETURN_DATABASE
${SETTINGS.map((s) => `swap=$SOURCE_${s}; SOURCE_${s}=$TARGET_${s}; TARGET_${s}=$swap`).join("\n")}
apart
held=$(${bodies.held})
if [ "$held" != 0 ]; then
  echo "refused: RETURN_DATABASE ${on("TARGET")} is not empty (it holds $held tables and the like). Make a new one there (create database ...), and name that" >&2
  exit 2
fi

${bodies.move}`,
    ),
    ...switchedScript(context),
  };
}

function example({ component }: KindContext, engine: "postgresql" | "mysql"): string {
  const { databaseName, port } = component.props;
  const named = typeof databaseName === "string" ? databaseName : "";
  const unnamed =
    named === ""
      ? "# The code names no database: preflight.sh lists those of the server. One run of all scripts for each.\n"
      : "";
  return `# Copy to "env" beside this file and fill in; the environment comes before it. No credential belongs here: export SOURCE_USER,
# SOURCE_PASSWORD, TARGET_USER and TARGET_PASSWORD.
SOURCE_HOST=''
SOURCE_PORT=${quoted(String(port ?? (engine === "mysql" ? "3306" : "5432")))}
${unnamed}SOURCE_DATABASE=${quoted(named)}
TARGET_HOST=''
TARGET_PORT=''
TARGET_DATABASE=${quoted(named)}
# Databases of the source's server that have a run of their own or stay behind, with blanks between them.
LEAVE_BEHIND=''
${
  engine === "mysql"
    ? `# How the clients ask for TLS. Empty: as theirs is. With --ssl-mode=VERIFY_CA --ssl-ca=... (MariaDB: --ssl-verify-server-cert --ssl-ca=...) the
# server has to prove who it is.
# MYSQL_TLS=''`
    : `# With verify-full, and PGSSLROOTCERT exported, the server has to prove who it is.
PGSSLMODE='require'
# Roles whose rights are not compared, with blanks between them: those that are meant to differ between the sides.
ROLES_LEFT_OUT=''`
}
# Side by side; at most the cores of the smaller server.
JOBS=4
# Folder with room for the dump. What lies there stays: the script makes and removes one of its own in it. The dump of a load that did
# not come to its end is kept there (exeat-...-kept-...) until you remove it.
DUMP_DIR=''
# Only for reverse.sh: a new and empty database at the source.
RETURN_DATABASE=''
`;
}
