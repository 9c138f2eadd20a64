import type { Bodies } from "./sql-database-bodies.ts";

export const mysql: Bodies = {
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
