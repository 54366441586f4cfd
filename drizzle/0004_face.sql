CREATE TABLE "place_media" (
	"place" smallint NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"media_type" text NOT NULL,
	"digest" "bytea" NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "place_media_place_kind_language_pk" PRIMARY KEY("place","kind","language"),
	CONSTRAINT "place_media_photo_has_no_language" CHECK (("place_media"."kind" = 'photo') = ("place_media"."language" = '')),
	CONSTRAINT "place_media_is_small" CHECK (octet_length("place_media"."bytes") <= 2097152)
);
--> statement-breakpoint
ALTER TABLE "place_media" ADD CONSTRAINT "place_media_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE cascade ON UPDATE no action;