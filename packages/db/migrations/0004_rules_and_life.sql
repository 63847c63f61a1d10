CREATE TABLE "availability_exceptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"professional_id" uuid NOT NULL,
	"date" date NOT NULL,
	"windows" "int4multirange" DEFAULT '{}' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "availability_exceptions_date" UNIQUE("professional_id","date"),
	CONSTRAINT "availability_exceptions_day" CHECK ("availability_exceptions"."windows" <@ int4multirange(int4range(0, 1440)))
);
--> statement-breakpoint
CREATE TABLE "rate_limit_hits" (
	"hour" timestamp (3) with time zone NOT NULL,
	"limit_name" text NOT NULL,
	"caller" text NOT NULL,
	"hits" integer NOT NULL,
	CONSTRAINT "rate_limit_hits_hour_limit_name_caller_pk" PRIMARY KEY("hour","limit_name","caller")
);
--> statement-breakpoint
CREATE TABLE "stored_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"professional_id" uuid,
	"purpose" text NOT NULL,
	"content_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stored_files_purpose" CHECK ("stored_files"."purpose" in ('avatar')),
	CONSTRAINT "stored_files_content_type" CHECK ("stored_files"."content_type" in ('image/webp')),
	CONSTRAINT "stored_files_size" CHECK ("stored_files"."size" > 0)
);
--> statement-breakpoint
ALTER TABLE "appointments" DROP CONSTRAINT "appointments_status";--> statement-breakpoint
DROP INDEX "audit_log_row";--> statement-breakpoint
ALTER TABLE "appointments" ALTER COLUMN "service_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ALTER COLUMN "client_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "max_per_day" integer;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "max_per_week" integer;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "holidays" text DEFAULT 'BR' NOT NULL;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "cancel_notice_minutes" integer DEFAULT 1440 NOT NULL;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "guest_check" text DEFAULT 'work' NOT NULL;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "muted_mails" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "avatar_id" uuid;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "suspended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "suspended_reason" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "kind" text DEFAULT 'meeting' NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "override_reason" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "origin_hash" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "availability_exceptions" ADD CONSTRAINT "availability_exceptions_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stored_files_user" ON "stored_files" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "stored_files_professional" ON "stored_files" USING btree ("professional_id");--> statement-breakpoint
ALTER TABLE "professionals" ADD CONSTRAINT "professionals_avatar_id_stored_files_id_fk" FOREIGN KEY ("avatar_id") REFERENCES "public"."stored_files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_origin" ON "appointments" USING btree ("professional_id","origin_hash") WHERE "appointments"."status" in ('pending_confirmation', 'held');--> statement-breakpoint
CREATE INDEX "appointments_held" ON "appointments" USING btree ("held_until") WHERE "appointments"."status" = 'held';--> statement-breakpoint
CREATE INDEX "appointments_override" ON "appointments" USING btree ("professional_id","starts_at") WHERE "appointments"."override_reason" is not null;--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor","id");--> statement-breakpoint
CREATE INDEX "audit_log_row" ON "audit_log" USING btree ("table_name","row_id","id");--> statement-breakpoint
ALTER TABLE "professionals" ADD CONSTRAINT "professionals_holidays" CHECK ("professionals"."holidays" in ('none', 'BR', 'PT', 'US', 'GB', 'ES', 'AR', 'MX', 'IN'));--> statement-breakpoint
ALTER TABLE "professionals" ADD CONSTRAINT "professionals_guest_check" CHECK ("professionals"."guest_check" in ('work', 'mail'));--> statement-breakpoint
ALTER TABLE "professionals" ADD CONSTRAINT "professionals_figures" CHECK (coalesce("professionals"."max_per_day", 1) between 1 and 500 and coalesce("professionals"."max_per_week", 1) between 1 and 2000 and "professionals"."cancel_notice_minutes" between 0 and 43200);--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_kind_word" CHECK ("appointments"."kind" in ('meeting', 'block'));--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_kind" CHECK (("appointments"."kind" = 'meeting' and "appointments"."service_id" is not null and "appointments"."client_id" is not null) or ("appointments"."kind" = 'block' and "appointments"."service_id" is null and "appointments"."client_id" is null));--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_hold" CHECK ("appointments"."status" <> 'held' or "appointments"."held_until" is not null);--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_status" CHECK ("appointments"."status" in ('pending_confirmation', 'confirmed', 'rejected', 'cancelled', 'completed', 'no_show', 'held', 'expired'));