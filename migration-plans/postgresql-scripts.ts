import type { Bodies } from "./sql-database-bodies.ts";

/** `source_psql` and `target_psql`: rows only, stopping at the first error, deaf to what the script itself is given. */
const psql = ["SOURCE", "TARGET"]
  .map(
    (side) =>
      `${side.toLowerCase()}_psql() { PGPASSWORD=$${side}_PASSWORD psql -XAtq -v ON_ERROR_STOP=1 -h "$${side}_HOST" -p "$${side}_PORT" -U "$${side}_USER" -d "$${side}_DATABASE" "$@"; }`,
  )
  .join("\n");

/** Relations that are the database's own: neither the system's nor an extension's. */
const OWN = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;
const FROM = "from pg_class c join pg_namespace n on n.oid = c.relnamespace";

export const postgresql: Bodies = {
  preflight: `${psql}
from=$(source_psql -c "show server_version_num")
to=$(target_psql -c "show server_version_num")
client=$(pg_dump --version | sed 's/^[^0-9]*\\([0-9]*\\).*/\\1/')
bad=0
if [ $((to / 10000)) -lt $((from / 10000)) ]; then echo "the target is older: $to < $from"; bad=1; fi
for server in "$from" "$to"; do
  if [ "$client" -lt $((server / 10000)) ]; then echo "pg_dump is older than a server: $client < $((server / 10000))"; bad=1; fi
done
encoding=$(source_psql -c "show server_encoding")
if [ "$(target_psql -c "show server_encoding")" != "$encoding" ]; then echo "the target does not store $encoding"; bad=1; fi
wanted=$(source_psql -c "select extname from pg_extension where extname <> 'plpgsql' order by 1")
for extension in $wanted; do
  found=$(target_psql -v name="$extension" <<'SQL'
select count(*) from pg_available_extensions where name = :'name'
SQL
  )
  if [ "$found" = 0 ]; then echo "the target lacks extension $extension"; bad=1; fi
done
echo 'tables without a primary key (they cannot be replicated as they are):'
source_psql -c "select c.oid::regclass ${FROM} where c.relkind = 'r' and ${OWN} and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) order by 1"
echo 'tables that are at the target already (move.sh replaces those that the source has too):'
target_psql -c "select c.oid::regclass ${FROM} where c.relkind in ('r', 'p') and ${OWN} order by 1"
exit $bad`,
  move: `: "\${DUMP_DIR:?set DUMP_DIR; see env.example}"
${psql}
# A dump is as secret as its database: nothing of it stays, nor of a run that was interrupted.
umask 077
clean() { (cd "$DUMP_DIR" && rm -rf dump extensions.sql tables.sql schemas.list all.list load.list); }
trap clean EXIT
trap 'exit 1' HUP INT TERM
clean
PGPASSWORD=$SOURCE_PASSWORD pg_dump --host="$SOURCE_HOST" --port="$SOURCE_PORT" --username="$SOURCE_USER" \\
  --format=directory --jobs="\${JOBS:-4}" --no-owner --no-acl --file="$DUMP_DIR/dump" "$SOURCE_DATABASE"
# Extensions, their schemas and the schema public belong to the service: made here where they are missing, and left out of the load.
source_psql -c "select concat(case when n.nspname !~ '^pg_' and n.nspname <> 'public' then format('create schema if not exists %I; ', n.nspname) end, format('create extension if not exists %I with schema %I;', extname, n.nspname)) from pg_extension e join pg_namespace n on n.oid = extnamespace where extname <> 'plpgsql' order by e.oid" > "$DUMP_DIR/extensions.sql"
source_psql -c "select concat('SCHEMA - ', nspname, ' ', pg_get_userbyid(nspowner)) from pg_namespace where nspname = 'public' or oid in (select extnamespace from pg_extension)" > "$DUMP_DIR/schemas.list"
pg_restore --list "$DUMP_DIR/dump" > "$DUMP_DIR/all.list"
awk 'NR == FNR { kept[$0]; next }
{ entry = $0; sub(/^[0-9]+; [0-9]+ [0-9]+ /, "", entry) }
entry !~ /^(COMMENT - )?EXTENSION / && !(entry in kept)' "$DUMP_DIR/schemas.list" "$DUMP_DIR/all.list" > "$DUMP_DIR/load.list"
# What the dump brings is removed first, so that the load may be repeated. --clean alone cannot: it stops at the key of a partition.
source_psql -c "select format('drop table if exists %I.%I cascade;', n.nspname, c.relname) ${FROM} where c.relkind in ('r', 'p') and not c.relispartition and ${OWN}" > "$DUMP_DIR/tables.sql"
target_psql -c "set client_min_messages = warning" -f "$DUMP_DIR/extensions.sql" -f "$DUMP_DIR/tables.sql"
set -- --no-owner --no-acl --clean --if-exists --use-list="$DUMP_DIR/load.list"
to=$(target_psql -c "show server_version_num")
client=$(pg_restore --version | sed 's/^[^0-9]*\\([0-9]*\\).*/\\1/')
if [ "$client" -ge 17 ] && [ "$to" -lt 170000 ]; then
  # Clients from 17 on begin with a setting that older servers refuse: taken out of the script's head, at the price of loading in one
  # stream. A stream that breaks off looks like one that ends: only the word after its last line says that all of it was loaded.
  { pg_restore "$@" --file=- "$DUMP_DIR/dump" && printf '%s\\n' '\\echo loaded'; } |
    sed '1,/^SELECT pg_catalog.set_config/{/^SET transaction_timeout = 0;$/d;}' | target_psql -o /dev/null | grep -qx loaded
else
  PGPASSWORD=$TARGET_PASSWORD pg_restore --host="$TARGET_HOST" --port="$TARGET_PORT" --username="$TARGET_USER" \\
    --jobs="\${JOBS:-4}" --exit-on-error "$@" --dbname="$TARGET_DATABASE" "$DUMP_DIR/dump"
fi
# Of the system's own tables only a superuser may take statistics, and everybody else is warned of each.
target_psql -c 'set client_min_messages = error' -c 'analyze'`,
  verify: `${psql}
# Settings that decide how values are written, the same on both sides; rows that a policy hides are an error.
setup="set timezone = 'UTC'; set extra_float_digits = 1; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set row_security = off"
listing() {
  "$1" -c "select format('select %L, count(*), coalesce(sum(hashtextextended((t.*)::text, 0)), 0) from %s t;', name, name) from (select format('%I.%I', n.nspname, c.relname) ${FROM} where c.relkind in ('r', 'p') and ${OWN}) as own (name) order by name" > "$here/tables.sql"
  "$1" -c "$setup" -f "$here/tables.sql"
  rm "$here/tables.sql"
  "$1" -c "select schemaname, sequencename, last_value from pg_sequences order by 1, 2"
  "$1" -c "select 'large objects', count(*), coalesce(sum(hashtextextended(concat(oid, lo_get(oid)), 0)), 0) from pg_largeobject_metadata"
}
listing source_psql > "$here/source.tables"
listing target_psql > "$here/target.tables"
diff "$here/source.tables" "$here/target.tables"
wc -l < "$here/source.tables"`,
};
