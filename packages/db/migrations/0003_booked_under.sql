ALTER TABLE "appointments" ADD COLUMN "booked_email" text;--> statement-breakpoint
CREATE INDEX "appointments_booked_email" ON "appointments" USING btree ("booked_email");
--> statement-breakpoint
-- A client's row is found by a number that anybody can type, so being linked to it is not enough to
-- see what was booked: that shows itself to the address under which it was booked.
alter policy linked_user on appointments
  using (
    (select app.trusted())
    and client_id in (select id from clients where user_id = (select auth.uid()))
    and (booked_email is null or booked_email = (select email from users where id = (select auth.uid())))
  );
--> statement-breakpoint
-- Unless it is named, the schema of temporary tables comes first: one called audit_log would have
-- taken the rows.
alter function app.audit_row() set search_path = pg_catalog, public, pg_temp;
