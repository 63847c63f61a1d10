-- Whoever moves rows of an agenda, or lets one overlap others by name, holds its lock alone
-- (`lockOf("agenda", …)` in packages/api); whoever adds a single row shares it. So that no deadlock
-- arises, everybody takes the client's row first, this lock second and the time third.
create function app.agenda_lock(professional uuid) returns bigint language sql immutable as $$
  select hashtextextended('agenda:' || professional, 0)
$$;
--> statement-breakpoint

-- An override stands outside of appointments_no_overlap. That nobody is booked over one unawares is
-- seen to here, under the lock: the constraint's own name says what happened.
create function app.beside_overrides() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.override_reason is not null then
    perform pg_advisory_xact_lock(app.agenda_lock(new.professional_id));
    return new;
  end if;
  perform pg_advisory_xact_lock_shared(app.agenda_lock(new.professional_id));
  if exists (
    select from appointments o
    where o.professional_id = new.professional_id and o.override_reason is not null and o.id <> new.id
      and o.status in ('pending_confirmation', 'confirmed', 'completed', 'held')
      -- A day covers any buffer, and 16 any block with it: bounds for the index.
      and o.starts_at > new.blocked_from - interval '16 days' and o.starts_at < new.blocked_until + interval '1 day'
      and tstzrange(o.blocked_from, o.blocked_until, '[)') && tstzrange(new.blocked_from, new.blocked_until, '[)')
  ) then
    raise exclusion_violation using constraint = 'appointments_no_overlap', table = 'appointments',
      message = 'the time overlaps an override';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger beside_overrides before insert on appointments for each row
  when (new.status in ('pending_confirmation', 'confirmed', 'completed', 'held'))
  execute function app.beside_overrides();
--> statement-breakpoint
create trigger beside_overrides_again before update on appointments for each row
  when (new.status in ('pending_confirmation', 'confirmed', 'completed', 'held') and (
    old.status not in ('pending_confirmation', 'confirmed', 'completed', 'held')
    or old.override_reason is distinct from new.override_reason
    or old.blocked_from <> new.blocked_from or old.blocked_until <> new.blocked_until
    or old.professional_id <> new.professional_id))
  execute function app.beside_overrides();
--> statement-breakpoint

-- Before a time is written: takes the turn at the agenda, lets go of the holds in that time that ran
-- out by `at` (and tells of it), and says whether no override is in the way. A guest may not change
-- an appointment; this one change is made for them, at the desk that their claim names and no other.
create function app.claim_range(professional uuid, range_from timestamptz, range_until timestamptz, at timestamptz)
  returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  hold record;
begin
  if not app.trusted() or (professional is distinct from app.current_professional_id()
      and coalesce(current_setting('role', true), '') <> 'service_role') then
    raise insufficient_privilege using message = 'not at this desk';
  end if;
  perform pg_advisory_xact_lock_shared(app.agenda_lock(professional));
  for hold in
    select id from appointments
    where professional_id = professional and status = 'held' and held_until <= at
      and tstzrange(blocked_from, blocked_until, '[)') && tstzrange(range_from, range_until, '[)')
    order by blocked_from, id for update
  loop
    update appointments set status = 'expired', updated_at = at where id = hold.id;
    insert into outbox_events (id, type, payload, professional_id, request_id, created_at) values (
      app.new_id(at), 'booking.appointment_changed',
      jsonb_build_object('appointmentId', hold.id, 'professionalId', professional, 'from', 'held', 'to', 'expired', 'by', 'system'),
      professional, nullif(current_setting('odys.request_id', true), ''), at);
  end loop;
  return not exists (
    select from appointments o
    where o.professional_id = professional and o.override_reason is not null
      and o.status in ('pending_confirmation', 'confirmed', 'completed', 'held')
      and o.starts_at > range_from - interval '16 days' and o.starts_at < range_until + interval '1 day'
      and tstzrange(o.blocked_from, o.blocked_until, '[)') && tstzrange(range_from, range_until, '[)')
  );
end $$;
--> statement-breakpoint

-- A UUIDv7 (RFC 9562), as the application makes them: the outbox is read in the order of its ids.
create function app.new_id(at timestamptz) returns uuid language sql volatile set search_path = pg_catalog as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;
--> statement-breakpoint
revoke execute on function app.beside_overrides(), app.claim_range(uuid, timestamptz, timestamptz, timestamptz) from public;
--> statement-breakpoint
grant execute on function app.claim_range(uuid, timestamptz, timestamptz, timestamptz) to anon, authenticated, service_role;
--> statement-breakpoint

drop trigger audit on appointments;
--> statement-breakpoint
create trigger audit after insert or update or delete on appointments
  for each row execute function app.audit_row('kind', 'status', 'payment_status', 'starts_at', 'ends_at', 'held_until', 'price_amount', 'source', 'cancelled_by', 'overrides');
