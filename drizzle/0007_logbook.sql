CREATE TABLE "count_messages" (
	"code" "bytea" NOT NULL,
	"place" smallint NOT NULL,
	"day" date NOT NULL,
	"message" integer,
	"again" date,
	CONSTRAINT "count_messages_code_place_day_pk" PRIMARY KEY("code","place","day")
);
--> statement-breakpoint
CREATE TABLE "logbook" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"place" smallint NOT NULL,
	"day" date NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_counts" (
	"place" smallint NOT NULL,
	"day" date NOT NULL,
	"children" smallint,
	"siblings" smallint,
	"adults" smallint,
	"first_visits" smallint,
	"opened" jsonb,
	CONSTRAINT "visit_counts_place_day_pk" PRIMARY KEY("place","day")
);
--> statement-breakpoint
ALTER TABLE "count_messages" ADD CONSTRAINT "count_messages_code_staff_code_fk" FOREIGN KEY ("code") REFERENCES "public"."staff"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_messages" ADD CONSTRAINT "count_messages_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logbook" ADD CONSTRAINT "logbook_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_counts" ADD CONSTRAINT "visit_counts_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "count_messages_place_day_index" ON "count_messages" USING btree ("place","day");--> statement-breakpoint
CREATE INDEX "logbook_place_day_index" ON "logbook" USING btree ("place","day");