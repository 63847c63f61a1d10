CREATE TABLE "client_identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"professional_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "client_identities_value" UNIQUE("professional_id","kind","value"),
	CONSTRAINT "client_identities_kind" CHECK ("client_identities"."kind" in ('phone', 'whatsapp'))
);
--> statement-breakpoint
CREATE TABLE "client_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"professional_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"moved" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "connection_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"driver" text NOT NULL,
	"state" text NOT NULL,
	"action" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "connection_checks_state" CHECK ("connection_checks"."state" in ('healthy', 'unproven', 'connecting', 'closed', 'logged_out', 'unreachable')),
	CONSTRAINT "connection_checks_action" CHECK ("connection_checks"."action" in ('none', 'restart', 'connect', 'tell'))
);
--> statement-breakpoint
CREATE TABLE "contact_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"professional_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"granted" boolean NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_consents_channel" CHECK ("contact_consents"."channel" in ('whatsapp', 'mail', 'in_app')),
	CONSTRAINT "contact_consents_source" CHECK ("contact_consents"."source" in ('client', 'professional', 'provider'))
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"professional_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"last_message_at" timestamp (3) with time zone NOT NULL,
	"unread_by_professional" integer DEFAULT 0 NOT NULL,
	"unread_by_client" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_client" UNIQUE("professional_id","client_id"),
	CONSTRAINT "conversations_unread" CHECK ("conversations"."unread_by_professional" >= 0 and "conversations"."unread_by_client" >= 0)
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"professional_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"author" text NOT NULL,
	"kind" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"file_name" text,
	"way" text NOT NULL,
	"provider_message_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "messages_author" CHECK ("messages"."author" in ('professional', 'client', 'system')),
	CONSTRAINT "messages_kind" CHECK ("messages"."kind" in ('text', 'link', 'file')),
	CONSTRAINT "messages_way" CHECK ("messages"."way" in ('app', 'whatsapp')),
	CONSTRAINT "messages_content" CHECK ("messages"."kind" = 'file' or "messages"."text" <> '')
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"professional_id" uuid NOT NULL,
	"appointment_id" uuid,
	"client_id" uuid,
	"audience" text NOT NULL,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"params" jsonb NOT NULL,
	"dedupe_key" text NOT NULL,
	"channels" text[] NOT NULL,
	"channel" text,
	"state" text DEFAULT 'queued' NOT NULL,
	"reason" text,
	"not_before" timestamp (3) with time zone NOT NULL,
	"not_after" timestamp (3) with time zone NOT NULL,
	"next_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_audience" CHECK ("deliveries"."audience" in ('client', 'professional')),
	CONSTRAINT "deliveries_template" CHECK ("deliveries"."template" in ('requestReceived', 'bookingConfirmed', 'bookingRejected', 'bookingCancelled', 'cancelledByProToClient', 'appointmentMovedToClient', 'reminder24h', 'reminder1h', 'registrationInvite', 'paymentConfirmedToClient', 'appointmentCompletedToClient', 'noShowToClient', 'newMessageToClient', 'bookingRequest', 'bookingConfirmedToPro', 'bookingConfirmedReceipt', 'bookingRejectedReceipt', 'cancelledByClientToPro', 'appointmentMovedToPro', 'paymentConfirmedToPro', 'appointmentCompletedToPro', 'noShowToPro', 'newMessageToPro')),
	CONSTRAINT "deliveries_locale" CHECK ("deliveries"."locale" in ('pt-BR', 'en')),
	CONSTRAINT "deliveries_channel" CHECK ("deliveries"."channel" in ('whatsapp', 'mail', 'in_app')),
	CONSTRAINT "deliveries_state" CHECK ("deliveries"."state" in ('queued', 'sending', 'unknown', 'accepted', 'sent', 'delivered', 'read', 'failed', 'dropped', 'expired')),
	CONSTRAINT "deliveries_reason" CHECK ("deliveries"."reason" in ('moved_on', 'too_late', 'no_address', 'opted_out', 'not_in_plan', 'over_budget', 'muted', 'no_whatsapp', 'outside_window', 'template_wrong', 'account_stopped', 'slow_down', 'provider_down', 'not_in_time', 'refused', 'answer_lost')),
	CONSTRAINT "deliveries_time" CHECK ("deliveries"."not_before" <= "deliveries"."not_after"),
	CONSTRAINT "deliveries_channels" CHECK (cardinality("deliveries"."channels") > 0)
);
--> statement-breakpoint
CREATE TABLE "delivery_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"professional_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"driver" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"provider_message_id" text,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"cost_currency" text DEFAULT 'BRL' NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	CONSTRAINT "delivery_attempts_channel" CHECK ("delivery_attempts"."channel" in ('whatsapp', 'mail', 'in_app')),
	CONSTRAINT "delivery_attempts_state" CHECK ("delivery_attempts"."state" in ('queued', 'sending', 'unknown', 'accepted', 'sent', 'delivered', 'read', 'failed', 'dropped', 'expired')),
	CONSTRAINT "delivery_attempts_reason" CHECK ("delivery_attempts"."reason" in ('moved_on', 'too_late', 'no_address', 'opted_out', 'not_in_plan', 'over_budget', 'muted', 'no_whatsapp', 'outside_window', 'template_wrong', 'account_stopped', 'slow_down', 'provider_down', 'not_in_time', 'refused', 'answer_lost')),
	CONSTRAINT "delivery_attempts_cost" CHECK ("delivery_attempts"."cost_micros" >= 0)
);
--> statement-breakpoint
CREATE TABLE "message_settings" (
	"professional_id" uuid PRIMARY KEY NOT NULL,
	"reminder_minutes" integer[] DEFAULT '{1440,60}' NOT NULL,
	"quiet_from" integer DEFAULT 1320 NOT NULL,
	"quiet_until" integer DEFAULT 480 NOT NULL,
	"client_channels" text[] DEFAULT '{"whatsapp","mail"}' NOT NULL,
	"monthly_budget" integer DEFAULT 5000,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_settings_figures" CHECK (cardinality("message_settings"."reminder_minutes") <= 5 and 5 <= all("message_settings"."reminder_minutes") and 20160 >= all("message_settings"."reminder_minutes") and "message_settings"."quiet_from" between 0 and 1439 and "message_settings"."quiet_until" between 0 and 1439 and coalesce("message_settings"."monthly_budget", 0) between 0 and 100000000 and cardinality("message_settings"."client_channels") > 0)
);
--> statement-breakpoint
CREATE TABLE "message_spending" (
	"professional_id" uuid NOT NULL,
	"month" text NOT NULL,
	"spent_micros" bigint DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"warned_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	CONSTRAINT "message_spending_professional_id_month_pk" PRIMARY KEY("professional_id","month"),
	CONSTRAINT "message_spending_amount" CHECK ("message_spending"."spent_micros" >= 0)
);
--> statement-breakpoint
CREATE TABLE "message_wordings" (
	"professional_id" uuid NOT NULL,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"opening" text DEFAULT '' NOT NULL,
	"closing" text DEFAULT '' NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_wordings_professional_id_template_locale_pk" PRIMARY KEY("professional_id","template","locale"),
	CONSTRAINT "message_wordings_template" CHECK ("message_wordings"."template" in ('requestReceived', 'bookingConfirmed', 'bookingRejected', 'bookingCancelled', 'cancelledByProToClient', 'appointmentMovedToClient', 'reminder24h', 'reminder1h', 'registrationInvite', 'paymentConfirmedToClient', 'appointmentCompletedToClient', 'noShowToClient', 'newMessageToClient', 'bookingRequest', 'bookingConfirmedToPro', 'bookingConfirmedReceipt', 'bookingRejectedReceipt', 'cancelledByClientToPro', 'appointmentMovedToPro', 'paymentConfirmedToPro', 'appointmentCompletedToPro', 'noShowToPro', 'newMessageToPro')),
	CONSTRAINT "message_wordings_locale" CHECK ("message_wordings"."locale" in ('pt-BR', 'en'))
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"provider" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"processed_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_events_provider_key_pk" PRIMARY KEY("provider","key")
);
--> statement-breakpoint
ALTER TABLE "local_messages" DROP CONSTRAINT "local_messages_channel";--> statement-breakpoint
ALTER TABLE "stored_files" DROP CONSTRAINT "stored_files_purpose";--> statement-breakpoint
ALTER TABLE "stored_files" DROP CONSTRAINT "stored_files_content_type";--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "attendance_confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "reminder_minutes" integer[];--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "local_messages" ADD COLUMN "buttons" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "local_messages" ADD COLUMN "receipt" text DEFAULT 'accepted' NOT NULL;--> statement-breakpoint
ALTER TABLE "client_identities" ADD CONSTRAINT "client_identities_client" FOREIGN KEY ("professional_id","client_id") REFERENCES "public"."clients"("professional_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_merges" ADD CONSTRAINT "client_merges_kept" FOREIGN KEY ("professional_id","kept_id") REFERENCES "public"."clients"("professional_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_merges" ADD CONSTRAINT "client_merges_merged" FOREIGN KEY ("professional_id","merged_id") REFERENCES "public"."clients"("professional_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_consents" ADD CONSTRAINT "contact_consents_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_consents" ADD CONSTRAINT "contact_consents_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_file_id_stored_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_settings" ADD CONSTRAINT "message_settings_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_spending" ADD CONSTRAINT "message_spending_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_wordings" ADD CONSTRAINT "message_wordings_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_identities_client_id" ON "client_identities" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "client_identities_anywhere" ON "client_identities" USING btree ("kind","value");--> statement-breakpoint
CREATE INDEX "client_merges_kept_id" ON "client_merges" USING btree ("professional_id","kept_id");--> statement-breakpoint
CREATE INDEX "client_merges_merged_id" ON "client_merges" USING btree ("merged_id");--> statement-breakpoint
CREATE INDEX "connection_checks_driver" ON "connection_checks" USING btree ("driver","at");--> statement-breakpoint
CREATE INDEX "contact_consents_client" ON "contact_consents" USING btree ("client_id","channel","id");--> statement-breakpoint
CREATE INDEX "contact_consents_professional" ON "contact_consents" USING btree ("professional_id");--> statement-breakpoint
CREATE INDEX "conversations_list" ON "conversations" USING btree ("professional_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_of_client" ON "conversations" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "messages_conversation" ON "messages" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "messages_professional" ON "messages" USING btree ("professional_id","id");--> statement-breakpoint
CREATE INDEX "messages_file" ON "messages" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_provider" ON "messages" USING btree ("provider_message_id") WHERE "messages"."provider_message_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_dedupe" ON "deliveries" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("next_at","id") WHERE "deliveries"."next_at" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_professional" ON "deliveries" USING btree ("professional_id","id");--> statement-breakpoint
CREATE INDEX "deliveries_appointment" ON "deliveries" USING btree ("appointment_id","id");--> statement-breakpoint
CREATE INDEX "deliveries_client" ON "deliveries" USING btree ("client_id","id");--> statement-breakpoint
CREATE INDEX "delivery_attempts_delivery" ON "delivery_attempts" USING btree ("delivery_id","id");--> statement-breakpoint
CREATE INDEX "delivery_attempts_professional" ON "delivery_attempts" USING btree ("professional_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_attempts_provider" ON "delivery_attempts" USING btree ("driver","provider_message_id") WHERE "delivery_attempts"."provider_message_id" is not null;--> statement-breakpoint
CREATE INDEX "webhook_events_waiting" ON "webhook_events" USING btree ("provider","received_at") WHERE "webhook_events"."processed_at" is null;--> statement-breakpoint
CREATE INDEX "webhook_events_received" ON "webhook_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "clients_merged" ON "clients" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "local_messages_recipient" ON "local_messages" USING btree ("recipient","id");--> statement-breakpoint
ALTER TABLE "local_messages" ADD CONSTRAINT "local_messages_receipt" CHECK ("local_messages"."receipt" in ('accepted', 'sent', 'delivered', 'read', 'failed'));--> statement-breakpoint
ALTER TABLE "local_messages" ADD CONSTRAINT "local_messages_channel" CHECK ("local_messages"."channel" in ('whatsapp', 'mail'));--> statement-breakpoint
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_purpose" CHECK ("stored_files"."purpose" in ('avatar', 'message'));--> statement-breakpoint
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_content_type" CHECK ("stored_files"."content_type" in ('image/webp', 'application/pdf'));