ALTER TABLE "appointments" ADD COLUMN "vouched_by" text;--> statement-breakpoint
CREATE INDEX "appointments_guests" ON "appointments" USING btree ("professional_id","created_at") WHERE "appointments"."origin_hash" is not null;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_vouched_by" CHECK ("appointments"."vouched_by" in ('account', 'mail', 'work', 'none'));