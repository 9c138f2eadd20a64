import { proof } from "./postgresql-proof.ts";
import { FROM, OWN, psql, RIGHTS } from "./postgresql-sql.ts";
import { type Bodies, leftBehind, NAMED, WORK_FOLDER } from "./sql-database-bodies.ts";

const HELD = `select count(*) ${FROM} where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and ${OWN}`;

export const postgresql: Bodies = {
  clients: psql,
  // A server that was made from a disk or a backup of another has its identifier; a copy in use has not its start.
  identity: {
    functions: `server() { "\${1}_psql" -c "select format('database %I of server %s', current_database(), system_identifier) from pg_control_system()"; }
start() { "\${1}_psql" -c "select format('database %I of a server started at %s', current_database(), extract(epoch from pg_postmaster_start_time()))"; }`,
    names: ["server", "start"],
  },
  // A superuser's database that others may not open is the service's own.
  databases: `${NAMED}
databases() {
  left=0
  source_psql -d "\${SOURCE_DATABASE:-postgres}" -c "select concat_ws('|', datallowconn and has_database_privilege(d.oid, 'connect'), rolsuper, datname) from pg_database d join pg_roles r on r.oid = datdba where not datistemplate order by datname" > "$here/databases" || return 1
  while IFS='|' read -r opens system name <&3; do
    [ "$name" != "\${SOURCE_DATABASE:-}" ] || continue
    if named "$name"; then continue; fi
    if [ "$opens" = f ]; then
      [ "$system" = f ] || continue
      ${leftBehind("may not be opened by SOURCE_USER")}
      left=1
      continue
    fi
    held=$(source_psql -d "$name" -c "${HELD}")
    [ "$held" != 0 ] || continue
    ${leftBehind("holds $held tables, views and sequences")}
    left=1
  done 3< "$here/databases"
  rm "$here/databases"
  return "$left"
}`,
  preflight: `from=$(source_psql -c "show server_version_num")
to=$(target_psql -c "show server_version_num")
client=$(pg_dump --version | sed 's/^[^0-9]*\\([0-9]*\\).*/\\1/')
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
target_psql -c "select c.oid::regclass ${FROM} where c.relkind in ('r', 'p') and ${OWN} order by 1"`,
  held: `target_psql -c "${HELD}"`,
  move: `${WORK_FOLDER}
PGPASSWORD=$SOURCE_PASSWORD pg_dump --host="$SOURCE_HOST" --port="$SOURCE_PORT" --username="$SOURCE_USER" \\
  --format=directory --jobs="\${JOBS:-4}" --no-owner --no-acl --file="$work/dump" "$SOURCE_DATABASE"
# Extensions, their schemas and the schema public belong to the service: made here where they are missing, and left out of the load.
source_psql -c "select concat(case when n.nspname !~ '^pg_' and n.nspname <> 'public' then format('create schema if not exists %I; ', n.nspname) end, format('create extension if not exists %I with schema %I;', extname, n.nspname)) from pg_extension e join pg_namespace n on n.oid = extnamespace where extname <> 'plpgsql' order by e.oid" > "$work/extensions.sql"
source_psql -c "select concat('SCHEMA - ', nspname, ' ', pg_get_userbyid(nspowner)) from pg_namespace where nspname = 'public' or oid in (select extnamespace from pg_extension)" > "$work/schemas.list"
pg_restore --list "$work/dump" > "$work/all.list"
awk 'NR == FNR { kept[$0]; next }
{ entry = $0; sub(/^[0-9]+; [0-9]+ [0-9]+ /, "", entry) }
entry !~ /^(COMMENT - )?EXTENSION / && !(entry in kept)' "$work/schemas.list" "$work/all.list" > "$work/load.list"
# What the load replaces loses its rights: they are written down first, kept until they are given again, and read anew by the next run
# where this one does not come so far.
rights=$here/rights-$(printf '%s' "$TARGET_HOST:$TARGET_PORT/$TARGET_DATABASE" | cksum | cut -d ' ' -f 1).sql
cat > "$work/rights.sql" <<'SQL'
${RIGHTS}SQL
target_psql -d "\${RIGHTS_OF:-$TARGET_DATABASE}" -f "$work/rights.sql" > "$work/rights"
cat "$work/rights" >> "$rights"
# What the dump brings is removed first, so that the load may be repeated. --clean alone cannot: it stops at the key of a partition.
source_psql -c "select format('drop table if exists %I.%I cascade;', n.nspname, c.relname) ${FROM} where c.relkind in ('r', 'p') and not c.relispartition and ${OWN}" > "$work/tables.sql"
: > "$work/loading"
target_psql -c "set client_min_messages = warning" -f "$work/extensions.sql" -f "$work/tables.sql"
set -- --no-owner --no-acl --clean --if-exists --use-list="$work/load.list"
to=$(target_psql -c "show server_version_num")
client=$(pg_restore --version | sed 's/^[^0-9]*\\([0-9]*\\).*/\\1/')
if [ "$client" -ge 17 ] && [ "$to" -lt 170000 ]; then
  # Clients from 17 on begin with a setting that older servers refuse: taken out of the script's head, at the price of loading in one
  # stream. A stream that breaks off looks like one that ends: only the word after its last line says that all of it was loaded.
  { pg_restore "$@" --file=- "$work/dump" && printf '%s\\n' '\\echo loaded'; } |
    sed '1,/^SELECT pg_catalog.set_config/{/^SET transaction_timeout = 0;$/d;}' | target_psql -o /dev/null | grep -qx loaded
else
  PGPASSWORD=$TARGET_PASSWORD pg_restore --host="$TARGET_HOST" --port="$TARGET_PORT" --username="$TARGET_USER" \\
    --jobs="\${JOBS:-4}" --exit-on-error "$@" --dbname="$TARGET_DATABASE" "$work/dump"
fi
rm "$work/loading"
target_psql -f "$rights" || { echo "the data is loaded, but not all rights are given again: see $rights, mend what the error names, and run this again" >&2; exit 1; }
rm "$rights"
# Of the system's own tables only a superuser may take statistics, and everybody else is warned of each.
target_psql -c 'set client_min_messages = error' -c 'analyze'`,
  verify: proof,
};
