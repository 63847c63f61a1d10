CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"side" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feeds_side_of" UNIQUE("user_id","side"),
	CONSTRAINT "calendar_feeds_side" CHECK ("calendar_feeds"."side" in ('professional', 'client'))
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
create trigger audit after insert or update or delete on calendar_feeds
  for each row execute function app.audit_row('side');
--> statement-breakpoint
alter table calendar_feeds enable row level security;
--> statement-breakpoint
alter table calendar_feeds force row level security;
--> statement-breakpoint
revoke all on calendar_feeds from public, anon, authenticated;
--> statement-breakpoint
grant select, insert, update, delete on calendar_feeds to service_role;
--> statement-breakpoint
create policy service_all on calendar_feeds for all to service_role using (true) with check (true);
--> statement-breakpoint
-- What the id leads to is a secret: nobody's token of another server reads it.
grant select, insert, update (id, created_at), delete on calendar_feeds to authenticated;
--> statement-breakpoint
create policy own_rows on calendar_feeds for all to authenticated
  using (user_id = (select auth.uid()) and (select app.trusted()));
