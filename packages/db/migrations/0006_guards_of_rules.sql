-- A hold takes its time like a meeting; what overlaps by name and reason stands outside.
alter table appointments drop constraint appointments_no_overlap;
--> statement-breakpoint
alter table appointments add constraint appointments_no_overlap
  exclude using gist (professional_id with =, tstzrange(blocked_from, blocked_until, '[)') with &&)
  where (status in ('pending_confirmation', 'confirmed', 'completed', 'held') and override_reason is null);
--> statement-breakpoint

-- Of an override its reason is kept in words nowhere but in the row: the log says that there is one.
drop trigger audit on appointments;
--> statement-breakpoint
create trigger audit after insert or update or delete on appointments
  for each row execute function app.audit_row('kind', 'status', 'payment_status', 'starts_at', 'ends_at', 'held_until', 'price_amount', 'source', 'cancelled_by');
--> statement-breakpoint
drop trigger audit on professionals;
--> statement-breakpoint
create trigger audit after insert or update or delete on professionals
  for each row execute function app.audit_row('slug', 'profession', 'zone', 'plan', 'trial_ends_at', 'slot_step_minutes', 'max_pending', 'max_per_day', 'max_per_week', 'holidays', 'cancel_notice_minutes', 'guest_check', 'muted_mails', 'avatar_id', 'suspended_at');
--> statement-breakpoint
create trigger audit after insert or update or delete on availability_exceptions
  for each row execute function app.audit_row('date', 'windows');
--> statement-breakpoint
create trigger audit after insert or update or delete on stored_files
  for each row execute function app.audit_row('purpose', 'content_type', 'size');
--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array['availability_exceptions', 'rate_limit_hits', 'stored_files'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public, anon, authenticated', t);
    execute format('grant select, insert, update, delete on %I to service_role', t);
    execute format('create policy service_all on %I for all to service_role using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update, delete on availability_exceptions to authenticated;
--> statement-breakpoint
create policy tenant on availability_exceptions for all to authenticated
  using (professional_id = (select app.current_professional_id()));
--> statement-breakpoint
grant select, insert, delete on stored_files to authenticated;
--> statement-breakpoint
create policy own_rows on stored_files for all to authenticated
  using (user_id = (select auth.uid()) and (select app.trusted()));
--> statement-breakpoint
grant update (max_per_day, max_per_week, holidays, cancel_notice_minutes, guest_check, muted_mails, avatar_id)
  on professionals to authenticated;
