-- A row that comes or goes has changed in all of its columns, which the table itself says: the audit
-- names columns of updates only. Written in every transaction, so it does no more than it must.
create or replace function app.audit_row() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  before jsonb;
  known jsonb;
  columns text[] := '{}';
  kept jsonb;
begin
  if tg_op = 'UPDATE' then
    before := to_jsonb(old);
    known := to_jsonb(new);
    columns := array(
      select key from jsonb_each(known) as field
      where key <> 'updated_at' and value is distinct from before -> key order by key);
    if columns = '{}' then
      return null;
    end if;
    kept := (select jsonb_object_agg(key, jsonb_build_array(before -> key, known -> key))
      from unnest(tg_argv) as key where key = any (columns));
  else
    if tg_op = 'DELETE' then
      known := to_jsonb(old);
    else
      known := to_jsonb(new);
    end if;
    kept := (select jsonb_object_agg(key, known -> key) from unnest(tg_argv) as key where known ? key);
  end if;
  insert into audit_log (professional_id, actor, request_id, action, table_name, row_id, operation, changed, "values")
  values (
    (case when tg_table_name = 'professionals' then known ->> 'id' else known ->> 'professional_id' end)::uuid,
    app.actor(),
    nullif(current_setting('odys.request_id', true), ''),
    nullif(current_setting('odys.action', true), ''),
    tg_table_name,
    coalesce(known ->> 'id', known ->> 'user_id', ''),
    lower(tg_op),
    columns,
    coalesce(kept, '{}')
  );
  return null;
end $$;
