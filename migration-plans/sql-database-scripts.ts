import type { KindContext } from "./kind-planner.ts";
import { mysql } from "./mysql-scripts.ts";
import { postgresql } from "./postgresql-scripts.ts";
import { needs, quoted, scriptHead } from "./script.ts";

const SIDES = ["SOURCE", "TARGET"] as const;
const SETTINGS = ["HOST", "PORT", "USER", "PASSWORD", "DATABASE"] as const;
const required = SIDES.flatMap((side) => SETTINGS.map((s) => `${side}_${s}`));

/** An engine that nobody could read is taken as PostgreSQL; `preflight.sh` fails at once if it is not. */
export function engineOf({ component }: KindContext): "postgresql" | "mysql" {
  return component.props["engine"] === "mysql" ? "mysql" : "postgresql";
}

/** Scripts of one database, by path. The clients must be at least as new as both servers. */
export function databaseScripts(context: KindContext): Record<string, string> {
  const engine = engineOf(context);
  const { slug, component } = context;
  const bodies = engine === "mysql" ? mysql : postgresql;
  const script = (title: string, body: string) =>
    `${scriptHead(`${component.id}: ${title}`)}${needs(...required)}\n\n${body}\n`;
  const { databaseName, port } = component.props;
  const usual = engine === "mysql" ? "3306" : "5432";
  return {
    [`scripts/${slug}/env.example`]: `# Copy to "env" beside this file and fill in. No credential belongs here: export SOURCE_USER, SOURCE_PASSWORD,
# TARGET_USER and TARGET_PASSWORD.
SOURCE_HOST=''
SOURCE_PORT=${quoted(String(port ?? usual))}
SOURCE_DATABASE=${quoted(typeof databaseName === "string" ? databaseName : "")}
TARGET_HOST=''
TARGET_PORT=''
TARGET_DATABASE=${quoted(typeof databaseName === "string" ? databaseName : "")}
# Side by side; at most the cores of the smaller server.
JOBS=4
# Empty folder with room for the dump.
DUMP_DIR=''
# Only for reverse.sh: a new and empty database at the source.
RETURN_DATABASE=''
`,
    [`scripts/${slug}/preflight.sh`]: script(
      "what the target would refuse, without writing anything",
      bodies.preflight,
    ),
    [`scripts/${slug}/move.sh`]: script("dump the source, load the target", bodies.move),
    [`scripts/${slug}/verify.sh`]: script("count and hash of every table on both sides", bodies.verify),
    [`scripts/${slug}/reverse.sh`]: script(
      "the way back: dump the target, load a new and empty database at the source",
      `: "\${RETURN_DATABASE:?set RETURN_DATABASE to a new and empty database at the source}"
[ "$RETURN_DATABASE" != "$SOURCE_DATABASE" ] || { echo 'RETURN_DATABASE must not be SOURCE_DATABASE' >&2; exit 2; }
SOURCE_DATABASE=$RETURN_DATABASE
${SETTINGS.map((s) => `swap=$SOURCE_${s}; SOURCE_${s}=$TARGET_${s}; TARGET_${s}=$swap`).join("\n")}

${bodies.move}`,
    ),
  };
}
