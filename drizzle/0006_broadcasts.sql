CREATE TABLE "broadcasts" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "broadcasts_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"place" smallint,
	"change" integer,
	"corrects" integer,
	"text" jsonb,
	"state" text DEFAULT 'under-way' NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"opening" timestamp with time zone,
	"ended" timestamp with time zone,
	"total" integer NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"gone" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"broadcast" integer NOT NULL,
	"code" "bytea" NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "deliveries_broadcast_code_pk" PRIMARY KEY("broadcast","code")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"expires" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"code" "bytea" NOT NULL,
	"place" smallint NOT NULL,
	"chat" "bytea" NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "subscriptions_code_place_pk" PRIMARY KEY("code","place")
);
--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_change_schedule_changes_number_fk" FOREIGN KEY ("change") REFERENCES "public"."schedule_changes"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broadcasts_change_index" ON "broadcasts" USING btree ("change");--> statement-breakpoint
CREATE INDEX "broadcasts_state_index" ON "broadcasts" USING btree ("state");--> statement-breakpoint
CREATE INDEX "subscriptions_place_index" ON "subscriptions" USING btree ("place");
--> statement-breakpoint
-- Each row is updated twice soon after it was written: with room on its page no index is touched, and nothing is left to clean up.
ALTER TABLE "deliveries" SET (fillfactor = 40);
