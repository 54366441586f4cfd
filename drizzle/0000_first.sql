CREATE TABLE "chat_settings" (
	"code" "bytea" PRIMARY KEY NOT NULL,
	"language" text,
	"place" smallint,
	"month_chosen" char(7) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hours" (
	"place" smallint NOT NULL,
	"from" date NOT NULL,
	"expression" text NOT NULL,
	CONSTRAINT "hours_place_from_pk" PRIMARY KEY("place","from")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"email" text NOT NULL,
	"privacy_contact" text NOT NULL,
	"complaints_contact" text NOT NULL,
	CONSTRAINT "organisation_only_one" CHECK ("organisation"."only")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"number" smallint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "places_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"school_calendar" text NOT NULL,
	"time_zone" text NOT NULL,
	CONSTRAINT "places_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "chat_settings" ADD CONSTRAINT "chat_settings_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours" ADD CONSTRAINT "hours_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE no action ON UPDATE no action;