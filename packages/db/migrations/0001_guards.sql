-- What the database itself refuses: overlaps, other tenants' rows, writes without a trace.
-- Runs on PostgreSQL 15 to 18 as an ordinary owner of the database with CREATEROLE.

create extension if not exists btree_gist;
--> statement-breakpoint

-- Roles: those of a Supabase project, made here where they do not exist.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['anon', 'authenticated', 'service_role'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      begin
        execute format('create role %I nologin noinherit', role_name);
      exception when duplicate_object or unique_violation then
        null; -- another database of this cluster is being migrated at the same moment
      end;
    end if;
    begin
      execute format('grant %I to %I', role_name, current_user);
    exception when insufficient_privilege or duplicate_object then
      null; -- a managed server has granted it already
    end;
  end loop;
end $$;
--> statement-breakpoint

create schema if not exists app;
--> statement-breakpoint
do $$
begin
  if to_regnamespace('auth') is null then
    execute 'create schema auth';
  end if;
  if to_regprocedure('auth.uid()') is null then
    execute $f$
      create function auth.uid() returns uuid language sql stable as
      'select nullif(nullif(current_setting(''request.jwt.claims'', true), '''')::jsonb ->> ''sub'', '''')::uuid'
    $f$;
    execute 'grant usage on schema auth to anon, authenticated, service_role';
  end if;
end $$;
--> statement-breakpoint

-- The claim is set by our own server only (kernel/ctx.ts). A token of Supabase's auth server cannot
-- carry it, so through a Supabase project's public API these answer null and every policy refuses.
create function app.current_professional_id() returns uuid language sql stable as $$
  select nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'odys_professional_id', '')::uuid
$$;
--> statement-breakpoint
create function app.trusted() returns boolean language sql stable as $$
  select coalesce((nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'odys')::boolean, false)
$$;
--> statement-breakpoint
create function app.actor() returns text language sql stable as $$
  select coalesce(nullif(current_setting('odys.actor', true), ''), 'system')
$$;
--> statement-breakpoint
grant usage on schema app to anon, authenticated, service_role;
--> statement-breakpoint

alter table appointments add constraint appointments_no_overlap
  exclude using gist (professional_id with =, tstzrange(blocked_from, blocked_until, '[)') with &&)
  where (status in ('pending_confirmation', 'confirmed', 'completed'));
--> statement-breakpoint
-- Deferred, so that a whole week can be replaced in one transaction in any order.
alter table availability add constraint availability_no_overlap
  exclude using gist (professional_id with =, day_of_week with =, int4range(start_minute, end_minute) with &&)
  deferrable initially deferred;
--> statement-breakpoint

-- Audit: one row per row written. Trigger arguments name the columns whose values are kept;
-- of all others only the name, so that the log holds no personal data.
create function app.audit_row() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  before jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  known jsonb := case when tg_op = 'DELETE' then before else after end;
  columns text[];
begin
  select coalesce(array_agg(key order by key), '{}') into columns
    from jsonb_each(known) as field
    where key <> 'updated_at' and (tg_op = 'DELETE' or value is distinct from before -> key);
  if tg_op = 'UPDATE' and columns = '{}' then
    return null;
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
    (select coalesce(jsonb_object_agg(key, case when tg_op = 'UPDATE' then jsonb_build_array(before -> key, value) else value end), '{}')
       from jsonb_each(known) where key = any (tg_argv) and key = any (columns))
  );
  return null;
end $$;
--> statement-breakpoint
revoke execute on function app.audit_row() from public;
--> statement-breakpoint

create trigger audit after insert or update or delete on users
  for each row execute function app.audit_row('role', 'email_verified', 'locale');
--> statement-breakpoint
create trigger audit after insert or update or delete on auth_accounts
  for each row execute function app.audit_row('provider_id');
--> statement-breakpoint
create trigger audit after insert or update or delete on auth_sessions
  for each row execute function app.audit_row();
--> statement-breakpoint
create trigger audit after insert or update or delete on onboarding_drafts
  for each row execute function app.audit_row();
--> statement-breakpoint
create trigger audit after insert or update or delete on professionals
  for each row execute function app.audit_row('slug', 'profession', 'zone', 'plan', 'trial_ends_at', 'slot_step_minutes', 'max_pending');
--> statement-breakpoint
create trigger audit after insert or update or delete on clients
  for each row execute function app.audit_row('user_id');
--> statement-breakpoint
create trigger audit after insert or update or delete on services
  for each row execute function app.audit_row('duration_minutes', 'price_amount', 'buffer_before_minutes', 'buffer_after_minutes', 'notice_minutes', 'horizon_days', 'confirmation', 'active');
--> statement-breakpoint
create trigger audit after insert or update or delete on availability
  for each row execute function app.audit_row('day_of_week', 'start_minute', 'end_minute');
--> statement-breakpoint
create trigger audit after insert or update or delete on appointments
  for each row execute function app.audit_row('status', 'payment_status', 'starts_at', 'ends_at', 'price_amount', 'source', 'cancelled_by');
--> statement-breakpoint
create trigger audit after insert or update or delete on notifications
  for each row execute function app.audit_row('type', 'read_at');
--> statement-breakpoint

-- Row-level security everywhere, for the owner too. Nothing is granted that is not named below.
do $$
declare
  t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename not like '\_\_drizzle%' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public, anon, authenticated', t);
    execute format('grant select, insert, update, delete on %I to service_role', t);
    execute format('create policy service_all on %I for all to service_role using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint

-- What a user owns as a person.
grant select, update (name, locale, updated_at) on users to authenticated;
--> statement-breakpoint
create policy own_row on users for select to authenticated using (id = (select auth.uid()));
--> statement-breakpoint
create policy own_row_change on users for update to authenticated
  using (id = (select auth.uid()) and (select app.trusted()));
--> statement-breakpoint
grant select, update (read_at) on notifications to authenticated;
--> statement-breakpoint
create policy own_rows on notifications for select to authenticated using (user_id = (select auth.uid()));
--> statement-breakpoint
create policy own_rows_read on notifications for update to authenticated
  using (user_id = (select auth.uid()) and (select app.trusted()));
--> statement-breakpoint
grant select, insert, update, delete on onboarding_drafts to authenticated;
--> statement-breakpoint
create policy own_row on onboarding_drafts for all to authenticated
  using (user_id = (select auth.uid()) and (select app.trusted()));
--> statement-breakpoint

-- The tenant. Plan and trial are columns that no person can write.
grant select, insert, update (slug, name, profession, phone, bio, zone, currency, locale, slot_step_minutes, max_pending, updated_at)
  on professionals to authenticated;
--> statement-breakpoint
grant select on professionals to anon;
--> statement-breakpoint
create policy tenant on professionals for select to authenticated, anon
  using (id = (select app.current_professional_id()));
--> statement-breakpoint
create policy tenant_open on professionals for insert to authenticated
  with check (id = (select app.current_professional_id()) and user_id = (select auth.uid()) and plan = 'free' and trial_ends_at is null);
--> statement-breakpoint
create policy tenant_change on professionals for update to authenticated
  using (id = (select app.current_professional_id()) and user_id = (select auth.uid()));
--> statement-breakpoint

grant select, insert, update, delete on services, availability, clients to authenticated;
--> statement-breakpoint
grant select, insert, update on appointments to authenticated;
--> statement-breakpoint
-- `anon` is a guest at one professional's booking desk: the claim names the desk.
grant select on services, availability, clients, appointments to anon;
--> statement-breakpoint
grant insert on clients, appointments to anon;
--> statement-breakpoint
grant update (updated_at) on clients to anon;
--> statement-breakpoint
create policy tenant on services for all to authenticated, anon using (professional_id = (select app.current_professional_id()));
--> statement-breakpoint
create policy tenant on availability for all to authenticated, anon using (professional_id = (select app.current_professional_id()));
--> statement-breakpoint
create policy tenant on clients for all to authenticated, anon using (professional_id = (select app.current_professional_id()));
--> statement-breakpoint
create policy tenant on appointments for all to authenticated, anon using (professional_id = (select app.current_professional_id()));
--> statement-breakpoint
-- A signed-in client sees what is theirs, at any number of professionals.
create policy linked_user on clients for select to authenticated using (user_id = (select auth.uid()));
--> statement-breakpoint
create policy linked_user on appointments for select to authenticated
  using (client_id in (select id from clients where user_id = (select auth.uid())));
--> statement-breakpoint

-- The ledgers of ops: written by everybody through our server, read by the system.
grant insert on outbox_events to authenticated, anon;
--> statement-breakpoint
create policy emit on outbox_events for insert to authenticated, anon
  with check ((select app.trusted()) and (professional_id is null or professional_id = (select app.current_professional_id())));
--> statement-breakpoint
grant select, insert, update (answer, body_hash, created_at, expires_at) on idempotency_keys to authenticated, anon;
--> statement-breakpoint
create policy own_keys on idempotency_keys for all to authenticated, anon
  using ((select app.trusted()) and actor = (select app.actor()));
--> statement-breakpoint
grant select on audit_log to authenticated;
--> statement-breakpoint
create policy tenant on audit_log for select to authenticated using (professional_id = (select app.current_professional_id()));
