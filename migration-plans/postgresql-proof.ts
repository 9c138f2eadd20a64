import { FROM, OWN, ownOf } from "./postgresql-sql.ts";
import { NOTHING } from "./sql-database-bodies.ts";

const TABLE = "format('%I.%I', n.nspname, c.relname)";

/** What a database has beside rows, by kind and name (a materialized view is made anew by the load); bodies of routines by their hash. Definitions are written differently by other versions. */
const OBJECTS = `set search_path = '';
select concat_ws('|', kind, name, more) from (
  select 'constraint ' || k.contype::text, ${TABLE}, k.conname::text
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype in ('p', 'u', 'f', 'c', 'x') and k.conparentid = 0 and ${OWN}
  union all select 'index', ${TABLE}, concat(i.relname, case when x.indisunique then ' unique' end, case when not x.indisvalid then ' not valid' end)
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind <> 't' and ${OWN}
  union all select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'foreign table' end, ${TABLE}, case when not c.relispopulated then 'empty' end
  ${FROM} where c.relkind in ('v', 'm', 'f') and ${OWN}
  union all select 'default', ${TABLE}, t.attname::text
  from pg_attrdef v join pg_attribute t on t.attrelid = v.adrelid and t.attnum = v.adnum join pg_class c on c.oid = v.adrelid join pg_namespace n on n.oid = c.relnamespace where ${OWN}
  union all select 'trigger', ${TABLE}, concat(g.tgname, ' ', g.tgenabled)
  from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace where not g.tgisinternal and ${OWN}
  union all select 'policy', ${TABLE}, p.polname::text
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${OWN}
  union all select 'row security', ${TABLE}, null ${FROM} where c.relrowsecurity and ${OWN}
  union all select 'routine', c.oid::regprocedure::text, md5(c.prosrc)
  from pg_proc c join pg_namespace n on n.oid = c.pronamespace where ${ownOf("pg_proc")}
  union all select 'type', format('%I.%I', n.nspname, c.typname), (select string_agg(quote_literal(e.enumlabel), ',' order by e.enumsortorder) from pg_enum e where e.enumtypid = c.oid)
  from pg_type c join pg_namespace n on n.oid = c.typnamespace where c.typtype in ('e', 'd') and ${ownOf("pg_type")}
) as has (kind, name, more) order by 1;
`;

/**
 * What roles may do, however they came by it: as owners, as members, by a grant. Those that may log in, but for superusers and for
 * whoever runs the script. Routines count where not everybody may call them.
 */
const RIGHTS = `set search_path = '';
with role as (
  select oid, rolname from pg_roles where rolcanlogin and not rolsuper and rolname !~ '^pg_'
  and rolname not in (:'from', :'to') and rolname <> all (string_to_array(:'left', ' '))
), may (role, name, what) as (
  select r.rolname, ${TABLE}, p.what
  from role r cross join pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (values ('delete', has_table_privilege(r.oid, c.oid, 'DELETE')), ('insert', has_table_privilege(r.oid, c.oid, 'INSERT')), ('select', has_table_privilege(r.oid, c.oid, 'SELECT')), ('update', has_table_privilege(r.oid, c.oid, 'UPDATE')), ('insert some', has_any_column_privilege(r.oid, c.oid, 'INSERT')), ('select some', has_any_column_privilege(r.oid, c.oid, 'SELECT')), ('update some', has_any_column_privilege(r.oid, c.oid, 'UPDATE'))) as p (what, allowed)
  where p.allowed and c.relkind in ('r', 'p', 'v', 'm', 'f') and ${OWN}
  union all select r.rolname, ${TABLE}, 'usage'
  from role r cross join pg_class c join pg_namespace n on n.oid = c.relnamespace
  where case when c.relkind = 'S' then has_sequence_privilege(r.oid, c.oid, 'USAGE') end and ${OWN}
  union all select r.rolname, c.oid::regprocedure::text, 'execute'
  from role r cross join pg_proc c join pg_namespace n on n.oid = c.pronamespace
  where not has_function_privilege('public', c.oid, 'EXECUTE') and has_function_privilege(r.oid, c.oid, 'EXECUTE') and ${ownOf("pg_proc")}
  union all select r.rolname, quote_ident(c.nspname), 'usage of the schema'
  from role r cross join pg_namespace c join pg_namespace n on n.oid = c.oid
  where has_schema_privilege(r.oid, c.oid, 'USAGE') and c.nspname <> 'public' and c.oid not in (select extnamespace from pg_extension) and ${ownOf("pg_namespace")}
)
select concat_ws('|', role, name, string_agg(what, ', ' order by what)) from may group by role, name order by 1;
`;

export const proof = `# Settings that decide how values are written, the same on both sides; rows that a policy hides are an error.
setup="set timezone = 'UTC'; set extra_float_digits = 1; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set row_security = off"
# A statement for each table: how, by the name as a literal and as it is.
each_table() {
  "$1" -v how="$2" > "$here/tables.sql" <<'SQL'
select format(:'how', name, name) from (select format('%I.%I', n.nspname, c.relname) ${FROM} where c.relkind in ('r', 'p') and ${OWN}) as own (name) order by name
SQL
  "$1" -c "$setup" -f "$here/tables.sql"
  rm "$here/tables.sql"
}
if [ "\${ALLOW_EMPTY:-}" != yes ]; then
  each_table source_psql "select 'a row of', %L where exists (select from %s);" > "$here/source.some"
  source_psql -c "select 'a large object' from pg_largeobject_metadata limit 1" >> "$here/source.some"
  [ -s "$here/source.some" ] || { ${NOTHING} }
  rm "$here/source.some"
fi
listing() {
  each_table "$1" "select %L, count(*), coalesce(sum(hashtextextended((t.*)::text, 0)), 0) from %s t;"
  "$1" -c "select schemaname, sequencename, last_value from pg_sequences order by 1, 2"
  "$1" -c "select 'large objects', count(*), coalesce(sum(hashtextextended(concat(oid, lo_get(oid)), 0)), 0) from pg_largeobject_metadata"
}
objects() { "$1" -f "$here/objects.sql" > "$here/unsorted"; LC_ALL=C sort "$here/unsorted"; rm "$here/unsorted"; }
rights() { "$1" -v from="$SOURCE_USER" -v to="$TARGET_USER" -v left="\${ROLES_LEFT_OUT:-}" -f "$here/rights.sql" > "$here/unsorted"; LC_ALL=C sort "$here/unsorted"; rm "$here/unsorted"; }
cat > "$here/objects.sql" <<'SQL'
${OBJECTS}SQL
cat > "$here/rights.sql" <<'SQL'
${RIGHTS}SQL
for side in source target; do
  listing "\${side}_psql" > "$here/$side.tables"
  objects "\${side}_psql" > "$here/$side.objects"
  rights "\${side}_psql" > "$here/$side.rights"
done
rm "$here/objects.sql" "$here/rights.sql"
bad=0
diff "$here/source.tables" "$here/target.tables" || bad=1
diff "$here/source.objects" "$here/target.objects" || bad=1
if ! diff "$here/source.rights" "$here/target.rights"; then
  echo 'roles may not do the same on both sides (<: only at the source): grant what is missing; a role that is meant to have another name or none is named in ROLES_LEFT_OUT' >&2
  bad=1
fi
[ "$bad" = 0 ] || exit 1
equal="$(wc -l < "$here/source.tables") tables and sequences, $(wc -l < "$here/source.objects") other objects, rights: $(wc -l < "$here/source.rights")"`;
