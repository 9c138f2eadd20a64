import type { KindContext } from "./kind-planner.ts";
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

interface Bodies {
  readonly preflight: string;
  readonly move: string;
  readonly verify: string;
}

const postgresql: Bodies = {
  preflight: `source_psql() { PGPASSWORD=$SOURCE_PASSWORD psql -XAtq -v ON_ERROR_STOP=1 -h "$SOURCE_HOST" -p "$SOURCE_PORT" -U "$SOURCE_USER" -d "$SOURCE_DATABASE" "$@"; }
target_psql() { PGPASSWORD=$TARGET_PASSWORD psql -XAtq -v ON_ERROR_STOP=1 -h "$TARGET_HOST" -p "$TARGET_PORT" -U "$TARGET_USER" -d "$TARGET_DATABASE" "$@"; }
from=$(source_psql -c "show server_version_num")
to=$(target_psql -c "show server_version_num")
bad=0
if [ $((to / 10000)) -lt $((from / 10000)) ]; then echo "the target is older: $to < $from"; bad=1; fi
wanted=$(source_psql -c "select extname from pg_extension where extname <> 'plpgsql' order by 1")
for extension in $wanted; do
  found=$(target_psql -v name="$extension" <<'SQL'
select count(*) from pg_available_extensions where name = :'name'
SQL
  )
  if [ "$found" = 0 ]; then echo "the target lacks extension $extension"; bad=1; fi
done
echo 'tables without a primary key (they cannot be replicated as they are):'
source_psql -c "select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary) order by 1"
exit $bad`,
  move: `: "\${DUMP_DIR:?set DUMP_DIR; see env.example}"
PGPASSWORD=$SOURCE_PASSWORD pg_dump --host="$SOURCE_HOST" --port="$SOURCE_PORT" --username="$SOURCE_USER" \\
  --format=directory --jobs="\${JOBS:-4}" --no-owner --no-acl --file="$DUMP_DIR/dump" "$SOURCE_DATABASE"
# Extensions and the schema public belong to the service: made here where they are missing, and left out of the load.
PGPASSWORD=$SOURCE_PASSWORD psql -XAtq -v ON_ERROR_STOP=1 -h "$SOURCE_HOST" -p "$SOURCE_PORT" -U "$SOURCE_USER" -d "$SOURCE_DATABASE" \\
  -c "select format('create extension if not exists %I;', extname) from pg_extension where extname <> 'plpgsql'" > "$DUMP_DIR/extensions.sql"
PGPASSWORD=$TARGET_PASSWORD psql -Xq -v ON_ERROR_STOP=1 -h "$TARGET_HOST" -p "$TARGET_PORT" -U "$TARGET_USER" -d "$TARGET_DATABASE" -f "$DUMP_DIR/extensions.sql"
pg_restore --list "$DUMP_DIR/dump" > "$DUMP_DIR/all.list"
sed -e '/ EXTENSION /d' -e '/ SCHEMA - public /d' "$DUMP_DIR/all.list" > "$DUMP_DIR/load.list"
# What the dump brings is removed first, so that the load may be repeated.
PGPASSWORD=$TARGET_PASSWORD pg_restore --host="$TARGET_HOST" --port="$TARGET_PORT" --username="$TARGET_USER" \\
  --jobs="\${JOBS:-4}" --no-owner --no-acl --clean --if-exists --exit-on-error --use-list="$DUMP_DIR/load.list" \\
  --dbname="$TARGET_DATABASE" "$DUMP_DIR/dump"
PGPASSWORD=$TARGET_PASSWORD psql -Xq -v ON_ERROR_STOP=1 -h "$TARGET_HOST" -p "$TARGET_PORT" -U "$TARGET_USER" -d "$TARGET_DATABASE" -c 'analyze'
rm -r "$DUMP_DIR/dump" "$DUMP_DIR/extensions.sql" "$DUMP_DIR/all.list" "$DUMP_DIR/load.list"`,
  verify: `tables="select format('%I.%I', schemaname, tablename) from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema' order by 1"
# 'extra_float_digits' and 'timezone' decide how values are written: the same on both sides.
setup="set timezone = 'UTC'; set extra_float_digits = 1; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex'"
listing() {
  list=$("$1" -c "$tables")
  printf '%s\\n' "$list" | while IFS= read -r table; do
    [ -z "$table" ] || "$1" -c "$setup" -c "select '$(printf %s "$table" | sed "s/'/''/g")', count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) from $table t"
  done
  "$1" -c "select schemaname, sequencename, last_value from pg_sequences order by 1, 2"
}
source_psql() { PGPASSWORD=$SOURCE_PASSWORD psql -XAtq -v ON_ERROR_STOP=1 -h "$SOURCE_HOST" -p "$SOURCE_PORT" -U "$SOURCE_USER" -d "$SOURCE_DATABASE" "$@" </dev/null; }
target_psql() { PGPASSWORD=$TARGET_PASSWORD psql -XAtq -v ON_ERROR_STOP=1 -h "$TARGET_HOST" -p "$TARGET_PORT" -U "$TARGET_USER" -d "$TARGET_DATABASE" "$@" </dev/null; }
listing source_psql > "$here/source.tables"
listing target_psql > "$here/target.tables"
diff "$here/source.tables" "$here/target.tables"
wc -l < "$here/source.tables"`,
};

const mysql: Bodies = {
  preflight: `source_mysql() { MYSQL_PWD=$SOURCE_PASSWORD mysql -N -B -h "$SOURCE_HOST" -P "$SOURCE_PORT" -u "$SOURCE_USER" "$SOURCE_DATABASE" "$@"; }
target_mysql() { MYSQL_PWD=$TARGET_PASSWORD mysql -N -B -h "$TARGET_HOST" -P "$TARGET_PORT" -u "$TARGET_USER" "$TARGET_DATABASE" "$@"; }
echo "source $(source_mysql -e 'select version()'), target $(target_mysql -e 'select version()')"
echo 'tables that are not InnoDB (a consistent dump needs a lock):'
source_mysql -e "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE' and engine <> 'InnoDB'"
echo 'tables without a primary key (some targets refuse them):'
source_mysql -e "select t.table_name from information_schema.tables t left join information_schema.table_constraints c on c.table_schema = t.table_schema and c.table_name = t.table_name and c.constraint_type = 'PRIMARY KEY' where t.table_schema = database() and t.table_type = 'BASE TABLE' and c.constraint_name is null"`,
  move: `: "\${DUMP_DIR:?set DUMP_DIR; see env.example}"
MYSQL_PWD=$SOURCE_PASSWORD mysqldump --host="$SOURCE_HOST" --port="$SOURCE_PORT" --user="$SOURCE_USER" \\
  --single-transaction --routines --triggers --events --set-gtid-purged=OFF --no-tablespaces --result-file="$DUMP_DIR/dump.sql" "$SOURCE_DATABASE"
# A managed service gives nobody the right to act as another definer.
sed -e 's/DEFINER=\`[^\`]*\`@\`[^\`]*\`//g' "$DUMP_DIR/dump.sql" > "$DUMP_DIR/load.sql"
MYSQL_PWD=$TARGET_PASSWORD mysql --host="$TARGET_HOST" --port="$TARGET_PORT" --user="$TARGET_USER" "$TARGET_DATABASE" < "$DUMP_DIR/load.sql"
rm "$DUMP_DIR/dump.sql" "$DUMP_DIR/load.sql"`,
  verify: `source_mysql() { MYSQL_PWD=$SOURCE_PASSWORD mysql -N -B -h "$SOURCE_HOST" -P "$SOURCE_PORT" -u "$SOURCE_USER" "$SOURCE_DATABASE" "$@" </dev/null; }
target_mysql() { MYSQL_PWD=$TARGET_PASSWORD mysql -N -B -h "$TARGET_HOST" -P "$TARGET_PORT" -u "$TARGET_USER" "$TARGET_DATABASE" "$@" </dev/null; }
# Counts, and a CRC over the values of all columns: CHECKSUM TABLE differs between versions for the same rows.
listing() {
  list=$("$1" -e "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE' order by 1")
  printf '%s\\n' "$list" | while IFS= read -r table; do
    [ -n "$table" ] || continue
    columns=$("$1" -e "set session group_concat_max_len = 1000000; select group_concat(concat('coalesce(hex(concat(\`', column_name, '\`)), ''-'')') order by column_name) from information_schema.columns where table_schema = database() and table_name = '$table'")
    "$1" -e "select '$table', count(*), coalesce(sum(crc32(concat_ws('#', $columns))), 0) from \`$table\`"
  done
}
listing source_mysql > "$here/source.tables"
listing target_mysql > "$here/target.tables"
diff "$here/source.tables" "$here/target.tables"
wc -l < "$here/source.tables"`,
};
