/** `source_psql` and `target_psql`: rows only, stopping at the first error, deaf to what the script itself is given. */
export const psql = `export PGSSLMODE="\${PGSSLMODE:-require}"
${["SOURCE", "TARGET"]
  .map(
    (side) =>
      `${side.toLowerCase()}_psql() { PGPASSWORD=$${side}_PASSWORD psql -XAtq -v ON_ERROR_STOP=1 -h "$${side}_HOST" -p "$${side}_PORT" -U "$${side}_USER" -d "$${side}_DATABASE" "$@"; }`,
  )
  .join("\n")}`;

/** What is neither the system's nor an extension's, of a catalogue with the alias `c` in the schema `n`. */
export const ownOf = (catalogue: string) =>
  `n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = c.oid and d.deptype = 'e')`;
/** Relations that are the database's own. */
export const OWN = ownOf("pg_class");
export const FROM = "from pg_class c join pg_namespace n on n.oid = c.relnamespace";

const ROLE = "case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end";
const OPTION = "case when a.is_grantable then ' with grant option' end";

/**
 * Statements that give again what a load takes away with the things it replaces: owners and rights of relations and columns, of
 * routines and schemas, and those that are given by default; what belongs to others is not replaced. Each is made where its thing is still there.
 */
export const RIGHTS = `set search_path = '';
with own as (
  select c.oid, c.relkind, c.relowner, c.relacl, format('%I.%I', n.nspname, c.relname) as name
  ${FROM} where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and pg_has_role(c.relowner, 'member') and ${OWN}
), routine as (
  select c.oid, c.proowner, c.proacl, c.oid::regprocedure::text as name
  from pg_proc c join pg_namespace n on n.oid = c.pronamespace where c.proacl is not null and pg_has_role(c.proowner, 'member') and ${ownOf("pg_proc")}
), space as (
  select c.oid, c.nspowner, c.nspacl, c.nspname as name
  from pg_namespace c join pg_namespace n on n.oid = c.oid where c.nspname <> 'public' and pg_has_role(c.nspowner, 'member') and c.oid not in (select extnamespace from pg_extension) and ${ownOf("pg_namespace")}
), said (place, words, here) as (
  select 1, format('alter table %s owner to %I', name, pg_get_userbyid(relowner)), format('to_regclass(%L) is not null', name)
  from own where relkind <> 'S' and pg_get_userbyid(relowner) <> current_user
  union all
  select 2, concat(format('grant %s on %s %s to ', a.privilege_type, case relkind when 'S' then 'sequence' else 'table' end, name), ${ROLE}, ${OPTION}), format('to_regclass(%L) is not null', name)
  from own, aclexplode(relacl) a where a.grantee <> relowner
  union all
  select 2, concat(format('grant %s (%I) on table %s to ', a.privilege_type, t.attname, name), ${ROLE}, ${OPTION}), format('exists (select from pg_attribute where attrelid = to_regclass(%L) and attname = %L and not attisdropped)', name, t.attname)
  from own join pg_attribute t on t.attrelid = own.oid and not t.attisdropped, aclexplode(t.attacl) a
  union all
  select 1, format('revoke all on routine %s from public', name), format('to_regprocedure(%L) is not null', name)
  from routine where not exists (select from aclexplode(proacl) a where a.grantee = 0)
  union all
  select 2, concat(format('grant execute on routine %s to ', name), ${ROLE}, ${OPTION}), format('to_regprocedure(%L) is not null', name)
  from routine, aclexplode(proacl) a where a.grantee <> proowner
  union all
  select 2, concat(format('grant %s on schema %I to ', a.privilege_type, name), ${ROLE}, ${OPTION}), format('to_regnamespace(quote_ident(%L)) is not null', name)
  from space, aclexplode(nspacl) a where a.grantee <> nspowner
  union all
  select 3, concat(format('alter default privileges for role %I in schema %I grant %s on %s to ', pg_get_userbyid(f.defaclrole), name, a.privilege_type, case f.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'routines' else 'types' end), ${ROLE}, ${OPTION}), format('to_regnamespace(quote_ident(%L)) is not null', name)
  from space join pg_default_acl f on f.defaclnamespace = space.oid, aclexplode(f.defaclacl) a where a.grantee <> f.defaclrole
)
select format('select %L where %s \\gexec', words, here) from said order by place;
`;
