CREATE TABLE "schedule_changes" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "schedule_changes_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"place" smallint NOT NULL,
	"kind" text NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"hours" jsonb NOT NULL,
	"reason" text NOT NULL,
	"text" jsonb,
	"withdrawn" boolean DEFAULT false NOT NULL,
	CONSTRAINT "schedule_changes_in_order" CHECK ("schedule_changes"."from" <= "schedule_changes"."to")
);
--> statement-breakpoint
ALTER TABLE "schedule_changes" ADD CONSTRAINT "schedule_changes_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "schedule_changes_place_index" ON "schedule_changes" USING btree ("place");