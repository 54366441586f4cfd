CREATE TABLE "blocks" (
	"place" smallint NOT NULL,
	"first_week" smallint NOT NULL,
	"last_week" smallint NOT NULL,
	"question" text NOT NULL,
	"choice" text NOT NULL,
	"count" integer NOT NULL,
	"total" integer NOT NULL,
	CONSTRAINT "blocks_place_first_week_question_choice_pk" PRIMARY KEY("place","first_week","question","choice"),
	CONSTRAINT "blocks_no_small_counts" CHECK ("blocks"."count" >= 5 and "blocks"."total" >= 20)
);
--> statement-breakpoint
CREATE TABLE "open_counts" (
	"place" smallint PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spent_ballots" (
	"value" "bytea" PRIMARY KEY NOT NULL,
	"week" smallint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_counts" ADD CONSTRAINT "open_counts_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spent_ballots_week_index" ON "spent_ballots" USING btree ("week");