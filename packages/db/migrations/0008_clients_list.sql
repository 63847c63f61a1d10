-- Letters as people look for them: "Conceição" is found by "conceicao" and stands beside it.
create function app.fold(value text) returns text language sql immutable strict parallel safe as $$
  select lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]', '', 'g'))
$$;
--> statement-breakpoint
DROP INDEX "appointments_client";--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "folded_name" text COLLATE "C" GENERATED ALWAYS AS (app.fold(name)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "professionals_avatar" ON "professionals" USING btree ("avatar_id");--> statement-breakpoint
CREATE INDEX "clients_list" ON "clients" USING btree ("professional_id","folded_name","id");--> statement-breakpoint
CREATE INDEX "appointments_client" ON "appointments" USING btree ("client_id","starts_at","id");--> statement-breakpoint
drop trigger audit on clients;
--> statement-breakpoint
create trigger audit after insert or update or delete on clients
  for each row execute function app.audit_row('user_id', 'archived_at');
--> statement-breakpoint
-- Who books again is on the list again.
grant update (archived_at) on clients to anon;
