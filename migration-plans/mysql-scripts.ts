import { type Bodies, leftBehind, NAMED, NOTHING, WORK_FOLDER } from "./sql-database-bodies.ts";

/** `source_mysql` and `target_mysql`: rows only, as they are; SQL comes from a file or a quoted text, since the shell reads backticks. */
const mysqlClients = `# TLS, as either product's client asks for it; several options may stand there.
if [ -z "\${MYSQL_TLS+set}" ]; then
  MYSQL_TLS=$(if mysql --help | grep -q -e --ssl-mode; then echo --ssl-mode=REQUIRED; else echo --ssl; fi)
  must=yes
fi
${["SOURCE", "TARGET"]
  .map(
    (side) =>
      `${side.toLowerCase()}_mysql() { MYSQL_PWD=$${side}_PASSWORD mysql --batch --raw --skip-column-names --default-character-set=utf8mb4 $MYSQL_TLS -h "$${side}_HOST" -P "$${side}_PORT" -u "$${side}_USER" "$${side}_DATABASE" "$@"; }`,
  )
  .join("\n")}
if [ "\${must:-}" = yes ]; then
  # The client of MariaDB goes on in clear where a server has no TLS.
  for side in source target; do
    cipher=$(SOURCE_DATABASE=information_schema TARGET_DATABASE=information_schema; "\${side}_mysql" -e "show session status like 'Ssl_cipher'")
    if [ -z "$(printf '%s' "$cipher" | cut -f 2)" ]; then
      echo "refused: the $side is reached without TLS. Let its server offer TLS; where the way to it is private, set MYSQL_TLS=" >&2
      exit 2
    fi
  done
fi`;

/** A select of a table's name, its number of rows and the sum of their hashes; values are hashed one by one, whatever their size. */
const HASHES =
  `select concat('select convert(0x', hex(c.table_name), ' using utf8mb4), count(*), coalesce(sum(cast(conv(left(sha2(concat_ws(''#'', ',
  group_concat(concat('coalesce(sha2(~', replace(c.column_name, '~', '~~'), '~, 256), ''-'')') order by c.ordinal_position separator ', '),
  '), 256), 15), 16, 10) as unsigned)), 0) from ~', replace(c.table_name, '~', '~~'), '~;')
from information_schema.columns c
join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
where c.table_schema = database() and t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
group by c.table_name order by c.table_name;`.replaceAll("~", "`");

/** What a database has beside rows, by kind and name. */
const OBJECTS = `select concat('column ', table_name, ' ', column_name) from information_schema.columns where table_schema = database()
union select concat('view ', table_name) from information_schema.views where table_schema = database()
union select concat(lower(constraint_type), ' ', table_name, ' ', constraint_name) from information_schema.table_constraints where table_schema = database() and constraint_type <> 'CHECK'
union select concat('index ', table_name, ' ', index_name) from information_schema.statistics where table_schema = database()
union select concat('trigger ', event_object_table, ' ', trigger_name) from information_schema.triggers where trigger_schema = database()
union select concat(lower(routine_type), ' ', routine_name) from information_schema.routines where routine_schema = database()
union select concat('event ', event_name) from information_schema.events where event_schema = database();`;

const ANY_DEFINER = "DEFINER=~[^~]*~@~[^~]*~".replaceAll("~", "`");

export const mysql: Bodies = {
  clients: mysqlClients,
  // MySQL names a server by server_uuid; MariaDB, in newer versions, by a hash of its network card and port, which containers share.
  identity: {
    functions: `server() {
  told=$("\${1}_mysql" -e "select concat('database ', database()); show global variables where variable_name in ('hostname', 'port', 'server_uid', 'server_uuid')") || return 1
  case $told in *server_u*) printf '%s' "$told" | tr '\\n\\t' '  ' ;; esac
}`,
    names: ["server"],
  },
  databases: `${NAMED}
databases() {
  left=0
  SOURCE_DATABASE=\${SOURCE_DATABASE:-information_schema}
  source_mysql -e "select count(*), table_schema from information_schema.tables where table_schema not in ('mysql', 'sys', 'information_schema', 'performance_schema') and table_schema <> database() group by table_schema order by 2" > "$here/databases" || return 1
  while read -r held name; do
    if named "$name"; then continue; fi
    ${leftBehind("holds $held tables and views")}
    left=1
  done < "$here/databases"
  rm "$here/databases"
  return "$left"
}`,
  preflight: `from=$(source_mysql -e 'select version()')
to=$(target_mysql -e 'select version()')
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
target_mysql -e "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE' order by 1"`,
  held: `target_mysql -e "select count(*) from information_schema.tables where table_schema = database()"`,
  move: `${WORK_FOLDER}
# A target that lets nobody in is found before the dump is made.
target_mysql -e 'select 1' > "$work/answer"
# "loose": clients that do not know a setting say so and go on.
MYSQL_PWD=$SOURCE_PASSWORD mysqldump $MYSQL_TLS --host="$SOURCE_HOST" --port="$SOURCE_PORT" --user="$SOURCE_USER" \\
  --single-transaction --routines --triggers --events --no-tablespaces --default-character-set=utf8mb4 \\
  --loose-set-gtid-purged=OFF --loose-column-statistics=0 --result-file="$work/dump.sql" "$SOURCE_DATABASE"
# A managed service gives nobody the right to act as another definer. Lines that hold rows are left alone.
LC_ALL=C sed -e '/^INSERT INTO /b' -e '/^(/b' -e 's/${ANY_DEFINER}//g' "$work/dump.sql" > "$work/load.sql"
: > "$work/loading"
target_mysql < "$work/load.sql"
rm "$work/loading"`,
  verify: `listing() {
  cat > "$here/hashes.sql" <<'SQL'
set session group_concat_max_len = 10000000;
${HASHES}
SQL
  "$1" < "$here/hashes.sql" > "$here/tables.sql"
  "$1" --init-command="set time_zone = '+00:00'" < "$here/tables.sql"
  rm "$here/hashes.sql" "$here/tables.sql"
}
cat > "$here/objects.sql" <<'SQL'
${OBJECTS}
SQL
for side in source target; do
  listing "\${side}_mysql" > "$here/$side.tables"
  if [ "\${ALLOW_EMPTY:-}" != yes ] && ! awk -F '\\t' 'NF > 2 { rows += $(NF - 1) } END { exit rows == 0 }' "$here/source.tables"; then ${NOTHING} fi
  "\${side}_mysql" < "$here/objects.sql" > "$here/unsorted"
  LC_ALL=C sort "$here/unsorted" > "$here/$side.objects"
done
rm "$here/objects.sql" "$here/unsorted"
bad=0
diff "$here/source.tables" "$here/target.tables" || bad=1
diff "$here/source.objects" "$here/target.objects" || bad=1
[ "$bad" = 0 ] || exit 1
equal="$(wc -l < "$here/source.tables") tables, $(wc -l < "$here/source.objects") columns and other objects; users and rights are not compared: a load leaves them as they are"`,
};
