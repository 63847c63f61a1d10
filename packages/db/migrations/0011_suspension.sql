-- A suspended practice takes no new meetings, whoever writes them. The row is read anew and under a
-- lock which the one who suspends waits for (`for update`): a booking is there before the suspension,
-- or never. To guests the page does not exist; the practice is told why.
create function app.refuse_suspended() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  since timestamptz;
begin
  select suspended_at into since from professionals where id = new.professional_id for key share;
  if since is not null then
    if current_setting('role', true) = 'anon' then
      raise exception 'no such practice' using errcode = 'OD404';
    end if;
    raise exception 'the practice is suspended' using errcode = 'OD403';
  end if;
  return new;
end $$;
--> statement-breakpoint
revoke execute on function app.refuse_suspended() from public;
--> statement-breakpoint
create trigger refuse_suspended before insert on appointments
  for each row when (new.kind = 'meeting') execute function app.refuse_suspended();
--> statement-breakpoint

-- What an admin opened is a row like any other: nobody rewrites it, the system's role neither.
revoke update on audit_log from service_role;
