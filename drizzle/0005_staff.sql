CREATE TABLE "audit" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"code" "bytea",
	"name" text NOT NULL,
	"place" smallint,
	"entry" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"places" smallint[],
	"until" date NOT NULL,
	"invited_by" "bytea"
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"code" "bytea" PRIMARY KEY NOT NULL,
	"chat" "bytea" NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"places" smallint[],
	"language" text NOT NULL,
	"reminders" boolean DEFAULT false NOT NULL,
	CONSTRAINT "staff_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "staff_conversations" (
	"code" "bytea" PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_updates" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_place_places_number_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_staff_code_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."staff"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_conversations" ADD CONSTRAINT "staff_conversations_code_staff_code_fk" FOREIGN KEY ("code") REFERENCES "public"."staff"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_at_index" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_place_index" ON "audit" USING btree ("place");--> statement-breakpoint
CREATE INDEX "staff_updates_at_index" ON "staff_updates" USING btree ("at");