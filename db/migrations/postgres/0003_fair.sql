CREATE TABLE "audit_seals" (
	"no" integer PRIMARY KEY NOT NULL,
	"audit_id" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_consents" (
	"entry_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "entry_consents_entry_id_person_id_pk" PRIMARY KEY("entry_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "entry_fields" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"label" text NOT NULL,
	"help" text NOT NULL,
	"required" boolean NOT NULL,
	"words_max" integer,
	"options" text NOT NULL,
	"categories" text NOT NULL,
	"audience" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "entry_rulings" (
	"entry_id" text collate "C" PRIMARY KEY NOT NULL,
	"verdict" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jury_absences" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"first_day" text collate "C" NOT NULL,
	"last_day" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jury_members" (
	"edition_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"languages" text NOT NULL,
	"domain_ids" text NOT NULL,
	"most" integer,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "jury_members_edition_id_person_id_pk" PRIMARY KEY("edition_id","person_id"),
	CONSTRAINT "jury_members_most" CHECK ("jury_members"."most" is null or "jury_members"."most" >= 0)
);
--> statement-breakpoint
CREATE TABLE "jury_nudges" (
	"edition_id" text collate "C" NOT NULL,
	"juror_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "jury_nudges_edition_id_juror_id_day_pk" PRIMARY KEY("edition_id","juror_id","day")
);
--> statement-breakpoint
CREATE TABLE "jury_plans" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"round_id" text collate "C" NOT NULL,
	"open_key" text collate "C",
	"state" text collate "C" NOT NULL,
	"goal" text collate "C" NOT NULL,
	"seed" text collate "C" NOT NULL,
	"least" integer,
	"most" integer,
	"choices" text NOT NULL,
	"result" text,
	"revision" integer NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"reminded_at" bigint,
	"closed_at" bigint,
	"closed_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "jury_settings" (
	"edition_id" text collate "C" PRIMARY KEY NOT NULL,
	"shows_peers" boolean NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jury_wishes" (
	"entry_id" text collate "C" NOT NULL,
	"juror_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "jury_wishes_entry_id_juror_id_pk" PRIMARY KEY("entry_id","juror_id")
);
--> statement-breakpoint
CREATE TABLE "tie_breaks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"category_id" text collate "C" NOT NULL,
	"outcome" text NOT NULL,
	"rules" text NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "role_grants_person";--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "grace_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "rules" text;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "extended_until" bigint;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "round_no" integer;--> statement-breakpoint
ALTER TABLE "sheets" ADD COLUMN "jury_note" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "graft_proposals" ADD COLUMN "removed_at" bigint;--> statement-breakpoint
ALTER TABLE "graft_proposals" ADD COLUMN "hidden_at" bigint;--> statement-breakpoint
ALTER TABLE "graft_proposals" ADD COLUMN "hidden_by" text collate "C";--> statement-breakpoint
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_audit_id_audit_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_consents" ADD CONSTRAINT "entry_consents_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_consents" ADD CONSTRAINT "entry_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_fields" ADD CONSTRAINT "entry_fields_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_rulings" ADD CONSTRAINT "entry_rulings_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_rulings" ADD CONSTRAINT "entry_rulings_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_absences" ADD CONSTRAINT "jury_absences_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_absences" ADD CONSTRAINT "jury_absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_members" ADD CONSTRAINT "jury_members_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_members" ADD CONSTRAINT "jury_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_nudges" ADD CONSTRAINT "jury_nudges_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_nudges" ADD CONSTRAINT "jury_nudges_juror_id_people_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_nudges" ADD CONSTRAINT "jury_nudges_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_plans" ADD CONSTRAINT "jury_plans_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_plans" ADD CONSTRAINT "jury_plans_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_settings" ADD CONSTRAINT "jury_settings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_wishes" ADD CONSTRAINT "jury_wishes_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_wishes" ADD CONSTRAINT "jury_wishes_juror_id_people_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_breaks" ADD CONSTRAINT "tie_breaks_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_breaks" ADD CONSTRAINT "tie_breaks_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_breaks" ADD CONSTRAINT "tie_breaks_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seals_audit" ON "audit_seals" USING btree ("audit_id");--> statement-breakpoint
CREATE INDEX "entry_consents_person" ON "entry_consents" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_fields_key" ON "entry_fields" USING btree ("edition_id","key");--> statement-breakpoint
CREATE INDEX "jury_absences_person" ON "jury_absences" USING btree ("edition_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jury_plans_open" ON "jury_plans" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "jury_plans_round" ON "jury_plans" USING btree ("round_id","at");--> statement-breakpoint
CREATE INDEX "jury_wishes_juror" ON "jury_wishes" USING btree ("juror_id");--> statement-breakpoint
CREATE INDEX "tie_breaks_edition" ON "tie_breaks" USING btree ("edition_id","at");--> statement-breakpoint
CREATE INDEX "role_grants_person" ON "role_grants" USING btree ("person_id","scope_id","role");