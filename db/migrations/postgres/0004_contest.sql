CREATE TABLE "certificates" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"code" text collate "C" NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"shows_name" boolean NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_letters" (
	"entry_id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"edited_by_person_id" text collate "C",
	"checked_by_person_id" text collate "C",
	"updated_at" bigint NOT NULL,
	"sent_at" bigint
);
--> statement-breakpoint
CREATE TABLE "letter_settings" (
	"edition_id" text collate "C" PRIMARY KEY NOT NULL,
	"tells_place" boolean NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_letters" ADD CONSTRAINT "entry_letters_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_letters" ADD CONSTRAINT "entry_letters_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_letters" ADD CONSTRAINT "entry_letters_edited_by_person_id_people_id_fk" FOREIGN KEY ("edited_by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_letters" ADD CONSTRAINT "entry_letters_checked_by_person_id_people_id_fk" FOREIGN KEY ("checked_by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_settings" ADD CONSTRAINT "letter_settings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_code" ON "certificates" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_person" ON "certificates" USING btree ("entry_id","person_id");--> statement-breakpoint
CREATE INDEX "certificates_of_person" ON "certificates" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "certificates_edition" ON "certificates" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "entry_letters_edition" ON "entry_letters" USING btree ("edition_id","state");