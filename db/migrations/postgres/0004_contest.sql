CREATE TABLE "deliberation_notes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "deliberation_people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"open_key" text collate "C",
	"from_at" bigint NOT NULL,
	"until_at" bigint
);
--> statement-breakpoint
CREATE TABLE "deliberation_turns" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"inside" text NOT NULL,
	"outside" text NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliberations" (
	"edition_id" text collate "C" PRIMARY KEY NOT NULL,
	"chair_id" text collate "C",
	"closing" text collate "C" DEFAULT '' NOT NULL,
	"minutes" text,
	"frozen_at" bigint
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"edition_id" text collate "C" PRIMARY KEY NOT NULL,
	"commitment" text collate "C" NOT NULL,
	"secret" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"revealed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "motion_votes" (
	"motion_id" text collate "C" NOT NULL,
	"juror_id" text collate "C" NOT NULL,
	"choice" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "motion_votes_motion_id_juror_id_pk" PRIMARY KEY("motion_id","juror_id")
);
--> statement-breakpoint
CREATE TABLE "motions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"category_id" text collate "C" NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"place" integer NOT NULL,
	"citation" text collate "C" DEFAULT '' NOT NULL,
	"state" text collate "C" NOT NULL,
	"open_key" text collate "C",
	"proposed_by" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"opened_at" bigint,
	"due_at" bigint,
	"reminded_at" bigint,
	"closed_at" bigint,
	"closed_by" text collate "C",
	"in_favour" integer,
	"against" integer,
	"abstained" integer,
	"quorum" integer,
	"short" boolean DEFAULT false NOT NULL,
	CONSTRAINT "motions_place" CHECK ("motions"."place" between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "round_verdicts" (
	"round_id" text collate "C" PRIMARY KEY NOT NULL,
	"digest" text collate "C" NOT NULL,
	"verdict" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliberation_notes" ADD CONSTRAINT "deliberation_notes_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_notes" ADD CONSTRAINT "deliberation_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_people" ADD CONSTRAINT "deliberation_people_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_people" ADD CONSTRAINT "deliberation_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_turns" ADD CONSTRAINT "deliberation_turns_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_turns" ADD CONSTRAINT "deliberation_turns_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberations" ADD CONSTRAINT "deliberations_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberations" ADD CONSTRAINT "deliberations_chair_id_people_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motion_votes" ADD CONSTRAINT "motion_votes_motion_id_motions_id_fk" FOREIGN KEY ("motion_id") REFERENCES "public"."motions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motion_votes" ADD CONSTRAINT "motion_votes_juror_id_people_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_verdicts" ADD CONSTRAINT "round_verdicts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliberation_notes_entry" ON "deliberation_notes" USING btree ("entry_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliberation_people_open" ON "deliberation_people" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "deliberation_people_edition" ON "deliberation_people" USING btree ("edition_id","from_at");--> statement-breakpoint
CREATE INDEX "deliberation_turns_entry" ON "deliberation_turns" USING btree ("entry_id","at");--> statement-breakpoint
CREATE INDEX "motion_votes_juror" ON "motion_votes" USING btree ("juror_id");--> statement-breakpoint
CREATE UNIQUE INDEX "motions_open" ON "motions" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "motions_edition" ON "motions" USING btree ("edition_id","at");--> statement-breakpoint
CREATE INDEX "motions_due" ON "motions" USING btree ("state","due_at");