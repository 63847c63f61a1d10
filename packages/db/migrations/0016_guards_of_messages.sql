-- Messages: what is a ledger is written by the system and read by whose practice it is; what people
-- write is theirs, and a linked client sees their own conversation.
create trigger audit after insert or update or delete on message_settings
  for each row execute function app.audit_row('reminder_minutes', 'quiet_from', 'quiet_until', 'client_channels', 'monthly_budget');
--> statement-breakpoint
create trigger audit after insert or update or delete on message_wordings
  for each row execute function app.audit_row('template', 'locale');
--> statement-breakpoint
create trigger audit after insert or update or delete on conversations
  for each row execute function app.audit_row();
--> statement-breakpoint
create trigger audit after insert or update or delete on messages
  for each row execute function app.audit_row('author', 'kind', 'way', 'read_at');
--> statement-breakpoint
create trigger audit after insert or update or delete on contact_consents
  for each row execute function app.audit_row('channel', 'granted', 'source');
--> statement-breakpoint
create trigger audit after insert or update or delete on client_identities
  for each row execute function app.audit_row('kind');
--> statement-breakpoint
create trigger audit after insert or update or delete on client_merges
  for each row execute function app.audit_row('kept_id', 'merged_id', 'undone_at');
--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array['client_identities', 'client_merges', 'connection_checks', 'contact_consents', 'conversations', 'deliveries', 'delivery_attempts', 'message_settings', 'message_spending', 'message_wordings', 'messages', 'webhook_events'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public, anon, authenticated', t);
    execute format('grant select, insert, update, delete on %I to service_role', t);
    execute format('create policy service_all on %I for all to service_role using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant select on deliveries, delivery_attempts, message_spending to authenticated;
--> statement-breakpoint
grant select, insert on contact_consents to authenticated;
--> statement-breakpoint
grant select, insert, update on message_settings, client_merges to authenticated;
--> statement-breakpoint
grant select, insert, update, delete on message_wordings, client_identities to authenticated;
--> statement-breakpoint
grant select, insert, update (last_message_at, unread_by_professional, unread_by_client) on conversations to authenticated;
--> statement-breakpoint
grant select, insert, update (read_at) on messages to authenticated;
--> statement-breakpoint
do $$
declare
  t text;
begin
  foreach t in array array['client_identities', 'client_merges', 'contact_consents', 'conversations', 'deliveries', 'delivery_attempts', 'message_settings', 'message_spending', 'message_wordings', 'messages'] loop
    execute format('create policy tenant on %I for all to authenticated using (professional_id = (select app.current_professional_id()))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy linked_user on conversations for select to authenticated
  using (client_id in (select id from clients where user_id = (select auth.uid())));
--> statement-breakpoint
create policy linked_user on messages for select to authenticated
  using (conversation_id in (select c.id from conversations c join clients on clients.id = c.client_id where clients.user_id = (select auth.uid())));
