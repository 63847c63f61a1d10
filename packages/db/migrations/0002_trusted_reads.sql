-- A person's own rows, too, are read through our server only: its claims say `odys`, a token of
-- Supabase's auth server cannot. Through a project's public API there is then nothing to see at all.
alter policy own_row on users using (id = (select auth.uid()) and (select app.trusted()));
--> statement-breakpoint
alter policy own_rows on notifications using (user_id = (select auth.uid()) and (select app.trusted()));
--> statement-breakpoint
alter policy linked_user on clients using (user_id = (select auth.uid()) and (select app.trusted()));
--> statement-breakpoint
alter policy linked_user on appointments
  using ((select app.trusted()) and client_id in (select id from clients where user_id = (select auth.uid())));
