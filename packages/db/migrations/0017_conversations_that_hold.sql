CREATE TABLE "waiting_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"whatsapp_id" text NOT NULL,
	"provider_message_id" text NOT NULL,
	"text" text NOT NULL,
	"options" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "waiting_messages_provider" UNIQUE("provider_message_id")
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_type";--> statement-breakpoint
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_client_id_clients_id_fk";
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_conversation_id_conversations_id_fk";
--> statement-breakpoint
DROP INDEX "messages_file";--> statement-breakpoint
CREATE INDEX "waiting_messages_whatsapp" ON "waiting_messages" USING btree ("whatsapp_id","id");--> statement-breakpoint
CREATE INDEX "waiting_messages_created" ON "waiting_messages" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_tenant" UNIQUE("professional_id","id");--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_client_of_tenant" FOREIGN KEY ("professional_id","client_id") REFERENCES "public"."clients"("professional_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_of_tenant" FOREIGN KEY ("professional_id","conversation_id") REFERENCES "public"."conversations"("professional_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_unread_by_professional" ON "conversations" USING btree ("professional_id") WHERE "conversations"."unread_by_professional" > 0;--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("conversation_id","author","id") WHERE "messages"."read_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_file" ON "messages" USING btree ("file_id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_type" CHECK ("notifications"."type" in ('booking_requested', 'booking_confirmed', 'booking_rejected', 'booking_cancelled', 'booking_moved', 'plan_limit_reached', 'new_message'));
--> statement-breakpoint
-- What waits for an answer is no tenant's yet: the system alone reads it.
alter table waiting_messages enable row level security;
--> statement-breakpoint
alter table waiting_messages force row level security;
--> statement-breakpoint
revoke all on waiting_messages from public, anon, authenticated;
--> statement-breakpoint
grant select, insert, update, delete on waiting_messages to service_role;
--> statement-breakpoint
create policy service_all on waiting_messages for all to service_role using (true) with check (true);
--> statement-breakpoint
-- A linked client's side is read and written by the system once their client row is shown to be theirs:
-- as policies these would read every conversation there is to find the few that are somebody's.
drop policy linked_user on messages;
--> statement-breakpoint
drop policy linked_user on conversations;
