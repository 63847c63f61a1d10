-- Any part of a name is found by its triples of letters.
create extension if not exists pg_trgm;--> statement-breakpoint
DROP INDEX "audit_log_professional_at";--> statement-breakpoint
DROP INDEX "audit_log_row";--> statement-breakpoint
CREATE INDEX "professionals_search" ON "professionals" USING gin (app.fold("name" || ' ' || "slug") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "professionals_suspended" ON "professionals" USING btree ("id") WHERE "professionals"."suspended_at" is not null;--> statement-breakpoint
CREATE INDEX "users_search" ON "users" USING gin (app.fold("name" || ' ' || "email") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "appointments_starts" ON "appointments" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "clients_search" ON "clients" USING gin ("folded_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "audit_log_professional" ON "audit_log" USING btree ("professional_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_table" ON "audit_log" USING btree ("table_name","id");--> statement-breakpoint
CREATE INDEX "audit_log_action" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_log_request" ON "audit_log" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING brin ("at");--> statement-breakpoint
CREATE INDEX "audit_log_row" ON "audit_log" USING btree ("row_id","id");