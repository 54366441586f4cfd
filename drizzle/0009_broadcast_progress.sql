ALTER TABLE "broadcasts" ADD COLUMN "progress" "bytea";--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "warned" text[] DEFAULT '{}' NOT NULL;