ALTER TABLE "chat_settings" DROP CONSTRAINT "chat_settings_place_places_number_fk";
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "backup_days" smallint;--> statement-breakpoint
ALTER TABLE "chat_settings" ADD CONSTRAINT "chat_settings_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE set null ON UPDATE no action;