import type { Bodies } from "./sql-database-bodies.ts";

/** `source_mysql` and `target_mysql`: rows only, as they are; SQL comes from a file or a quoted text, since the shell reads backticks. */
const mysqlClients = ["SOURCE", "TARGET"]
  .map(
    (side) =>
      `${side.toLowerCase()}_mysql() { MYSQL_PWD=$${side}_PASSWORD mysql --batch --raw --skip-column-names --default-character-set=utf8mb4 -h "$${side}_HOST" -P "$${side}_PORT" -u "$${side}_USER" "$${side}_DATABASE" "$@"; }`,
  )
  .join("\n");

/** A select of a table's name, its number of rows and the sum of their hashes; values are hashed one by one, whatever their size. */
const HASHES =
  `select concat('select convert(0x', hex(c.table_name), ' using utf8mb4), count(*), coalesce(sum(cast(conv(left(sha2(concat_ws(''#'', ',
  group_concat(concat('coalesce(sha2(~', replace(c.column_name, '~', '~~'), '~, 256), ''-'')') order by c.ordinal_position separator ', '),
  '), 256), 15), 16, 10) as unsigned)), 0) from ~', replace(c.table_name, '~', '~~'), '~;')
from information_schema.columns c
join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
where c.table_schema = database() and t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
group by c.table_name order by c.table_name;`.replaceAll("~", "`");

const ANY_DEFINER = "DEFINER=~[^~]*~@~[^~]*~".replaceAll("~", "`");

export const mysql: Bodies = {
  preflight: `${mysqlClients}
from=$(source_mysql -e 'select version()')
to=$(target_mysql -e 'select version()')
bad=0
echo "source $from, target $to"
product() { case $1 in *MariaDB*) echo MariaDB ;; *) echo MySQL ;; esac; }
number() { echo "$1" | awk -F. '{ printf "%d%03d", $1, $2 }'; }
if [ "$(product "$from")" != "$(product "$to")" ]; then
  echo "the target is another product: what only $(product "$from") knows is refused"
elif [ "$(number "$to")" -lt "$(number "$from")" ]; then
  echo "the target is older: $to < $from"
  bad=1
fi
echo 'tables that are not InnoDB (a consistent dump needs a lock):'
source_mysql -e "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE' and engine <> 'InnoDB' order by 1"
echo 'tables without a primary key (some targets refuse them):'
source_mysql -e "select t.table_name from information_schema.tables t left join information_schema.table_constraints c on c.table_schema = t.table_schema and c.table_name = t.table_name and c.constraint_type = 'PRIMARY KEY' where t.table_schema = database() and t.table_type = 'BASE TABLE' and c.constraint_name is null order by 1"
echo 'events (they run at the target from the first load on):'
source_mysql -e "select event_name from information_schema.events where event_schema = database() order by 1"
echo 'tables that are at the target already (move.sh replaces those that the source has too):'
target_mysql -e "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE' order by 1"
exit $bad`,
  move: `: "\${DUMP_DIR:?set DUMP_DIR; see env.example}"
${mysqlClients}
# A dump is as secret as its database: nothing of it stays, nor of a run that was interrupted.
umask 077
clean() { (cd "$DUMP_DIR" && rm -f dump.sql load.sql); }
trap clean EXIT
trap 'exit 1' HUP INT TERM
clean
# "loose": clients that do not know a setting say so and go on.
MYSQL_PWD=$SOURCE_PASSWORD mysqldump --host="$SOURCE_HOST" --port="$SOURCE_PORT" --user="$SOURCE_USER" \\
  --single-transaction --routines --triggers --events --no-tablespaces --default-character-set=utf8mb4 \\
  --loose-set-gtid-purged=OFF --loose-column-statistics=0 --result-file="$DUMP_DIR/dump.sql" "$SOURCE_DATABASE"
# A managed service gives nobody the right to act as another definer. Lines that hold rows are left alone.
LC_ALL=C sed -e '/^INSERT INTO /b' -e '/^(/b' -e 's/${ANY_DEFINER}//g' "$DUMP_DIR/dump.sql" > "$DUMP_DIR/load.sql"
target_mysql < "$DUMP_DIR/load.sql"`,
  verify: `${mysqlClients}
listing() {
  cat > "$here/hashes.sql" <<'SQL'
set session group_concat_max_len = 10000000;
${HASHES}
SQL
  "$1" < "$here/hashes.sql" > "$here/tables.sql"
  "$1" --init-command="set time_zone = '+00:00'" < "$here/tables.sql"
  rm "$here/hashes.sql" "$here/tables.sql"
}
listing source_mysql > "$here/source.tables"
listing target_mysql > "$here/target.tables"
diff "$here/source.tables" "$here/target.tables"
wc -l < "$here/source.tables"`,
};
