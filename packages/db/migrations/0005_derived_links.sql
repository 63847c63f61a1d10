DROP INDEX "appointments_manage_token";--> statement-breakpoint
ALTER TABLE "appointments" DROP COLUMN "manage_token_hash";