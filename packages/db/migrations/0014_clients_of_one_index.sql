DROP INDEX "appointments_client";--> statement-breakpoint
CREATE INDEX "appointments_client" ON "appointments" USING btree ("client_id","professional_id","starts_at","id");