CREATE TABLE "ceremonies" (
	"edition_id" text collate "C" PRIMARY KEY NOT NULL,
	"state" text collate "C" NOT NULL,
	"item_id" text collate "C",
	"step" integer NOT NULL,
	"black" boolean NOT NULL,
	"ends_at" bigint,
	"publishes" boolean NOT NULL,
	"seed" text collate "C",
	"draws" integer NOT NULL,
	"started_at" bigint,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "ceremony_items" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"kind" text collate "C" NOT NULL,
	"entry_id" text collate "C",
	"vote_id" text collate "C",
	"category_id" text collate "C",
	"place" integer,
	"words" text collate "C" DEFAULT '' NOT NULL,
	"minutes" integer NOT NULL,
	"shown_at" bigint,
	"revealed_at" bigint,
	"revealed_id" text collate "C"
);
--> statement-breakpoint
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
CREATE TABLE "blind_rounds" (
	"round_id" text collate "C" PRIMARY KEY NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_draft_files" (
	"entry_id" text collate "C" NOT NULL,
	"field_key" text collate "C" NOT NULL,
	"file_id" text collate "C" NOT NULL,
	CONSTRAINT "entry_draft_files_entry_id_field_key_pk" PRIMARY KEY("entry_id","field_key")
);
--> statement-breakpoint
CREATE TABLE "entry_files" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"field_key" text collate "C" NOT NULL,
	"storage_key" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"size" integer NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"traceless" boolean NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_redacted_files" (
	"version_id" text collate "C" NOT NULL,
	"field_key" text collate "C" NOT NULL,
	"file_id" text collate "C" NOT NULL,
	CONSTRAINT "entry_redacted_files_version_id_field_key_pk" PRIMARY KEY("version_id","field_key")
);
--> statement-breakpoint
CREATE TABLE "entry_redactions" (
	"version_id" text collate "C" PRIMARY KEY NOT NULL,
	"texts" text NOT NULL,
	"links" text NOT NULL,
	"revision" integer NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_version_files" (
	"version_id" text collate "C" NOT NULL,
	"field_key" text collate "C" NOT NULL,
	"file_id" text collate "C" NOT NULL,
	CONSTRAINT "entry_version_files_version_id_field_key_pk" PRIMARY KEY("version_id","field_key")
);
--> statement-breakpoint
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
CREATE TABLE "jury_pairs" (
	"round_id" text collate "C" NOT NULL,
	"juror_id" text collate "C" NOT NULL,
	"one_id" text collate "C" NOT NULL,
	"other_id" text collate "C" NOT NULL,
	"better" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "jury_pairs_round_id_juror_id_one_id_other_id_pk" PRIMARY KEY("round_id","juror_id","one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "jury_paper_readings" (
	"assignment_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"scores" text NOT NULL,
	"jury_note" text collate "C" DEFAULT '' NOT NULL,
	"feedback" text collate "C" DEFAULT '' NOT NULL,
	"no" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "jury_paper_readings_assignment_id_person_id_pk" PRIMARY KEY("assignment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "jury_papers" (
	"assignment_id" text collate "C" PRIMARY KEY NOT NULL,
	"state" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"started_at" bigint NOT NULL,
	"reminded_at" bigint,
	"counted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "assessment_scores" (
	"assessment_id" text collate "C" NOT NULL,
	"criterion_id" text collate "C" NOT NULL,
	"points" integer NOT NULL,
	"comment" text collate "C" DEFAULT '' NOT NULL,
	CONSTRAINT "assessment_scores_assessment_id_criterion_id_pk" PRIMARY KEY("assessment_id","criterion_id"),
	CONSTRAINT "assessment_scores_range" CHECK ("assessment_scores"."points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"rubric_version_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"side" text collate "C" NOT NULL,
	"idea_version_no" integer NOT NULL,
	"note" text collate "C" DEFAULT '' NOT NULL,
	"lang" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"removed_at" bigint,
	"hidden_at" bigint,
	"hidden_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "edition_rubrics" (
	"edition_id" text collate "C" NOT NULL,
	"rubric_version_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "edition_rubrics_edition_id_rubric_version_id_pk" PRIMARY KEY("edition_id","rubric_version_id")
);
--> statement-breakpoint
CREATE TABLE "round_rubrics" (
	"round_id" text collate "C" NOT NULL,
	"category_id" text collate "C" NOT NULL,
	"rubric_version_id" text collate "C" NOT NULL,
	CONSTRAINT "round_rubrics_round_id_category_id_pk" PRIMARY KEY("round_id","category_id")
);
--> statement-breakpoint
CREATE TABLE "audience_votes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"category_id" text collate "C",
	"scope_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"places" integer NOT NULL,
	"electorate" text collate "C" NOT NULL,
	"seed" text collate "C" NOT NULL,
	"salt" text collate "C",
	"opened_at" bigint,
	"closes_at" bigint,
	"revealed_at" bigint,
	"winner_id" text collate "C",
	"count" text,
	"created_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vote_ballots" (
	"vote_id" text collate "C" NOT NULL,
	"voter_key" text collate "C" NOT NULL,
	"choices" text NOT NULL,
	CONSTRAINT "vote_ballots_vote_id_voter_key_pk" PRIMARY KEY("vote_id","voter_key")
);
--> statement-breakpoint
CREATE TABLE "vote_candidates" (
	"vote_id" text collate "C" NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	CONSTRAINT "vote_candidates_vote_id_entry_id_pk" PRIMARY KEY("vote_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "vote_codes" (
	"digest" text collate "C" PRIMARY KEY NOT NULL,
	"vote_id" text collate "C" NOT NULL
);
--> statement-breakpoint
DROP INDEX "coaching_sessions_idea";--> statement-breakpoint
DROP INDEX "comments_idea";--> statement-breakpoint
DROP INDEX "stage_changes_idea";--> statement-breakpoint
DROP INDEX "bookings_for";--> statement-breakpoint
ALTER TABLE "jury_settings" ADD COLUMN "compares_pairs" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sheets" ADD COLUMN "total" integer;--> statement-breakpoint
ALTER TABLE "ceremonies" ADD CONSTRAINT "ceremonies_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremony_items" ADD CONSTRAINT "ceremony_items_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremony_items" ADD CONSTRAINT "ceremony_items_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremony_items" ADD CONSTRAINT "ceremony_items_vote_id_audience_votes_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."audience_votes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremony_items" ADD CONSTRAINT "ceremony_items_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremony_items" ADD CONSTRAINT "ceremony_items_revealed_id_entries_id_fk" FOREIGN KEY ("revealed_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_draft_files" ADD CONSTRAINT "entry_draft_files_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_draft_files" ADD CONSTRAINT "entry_draft_files_file_id_entry_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."entry_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_files" ADD CONSTRAINT "entry_files_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_files" ADD CONSTRAINT "entry_files_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redacted_files" ADD CONSTRAINT "entry_redacted_files_version_id_entry_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."entry_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redacted_files" ADD CONSTRAINT "entry_redacted_files_file_id_entry_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."entry_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redactions" ADD CONSTRAINT "entry_redactions_version_id_entry_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."entry_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redactions" ADD CONSTRAINT "entry_redactions_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version_files" ADD CONSTRAINT "entry_version_files_version_id_entry_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."entry_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version_files" ADD CONSTRAINT "entry_version_files_file_id_entry_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."entry_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_letters" ADD CONSTRAINT "entry_letters_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_letters" ADD CONSTRAINT "entry_letters_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_letters" ADD CONSTRAINT "entry_letters_edited_by_person_id_people_id_fk" FOREIGN KEY ("edited_by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_letters" ADD CONSTRAINT "entry_letters_checked_by_person_id_people_id_fk" FOREIGN KEY ("checked_by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_settings" ADD CONSTRAINT "letter_settings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_pairs" ADD CONSTRAINT "jury_pairs_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_pairs" ADD CONSTRAINT "jury_pairs_juror_id_people_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_pairs" ADD CONSTRAINT "jury_pairs_one_id_entries_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_pairs" ADD CONSTRAINT "jury_pairs_other_id_entries_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_paper_readings" ADD CONSTRAINT "jury_paper_readings_assignment_id_jury_papers_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."jury_papers"("assignment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_paper_readings" ADD CONSTRAINT "jury_paper_readings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_papers" ADD CONSTRAINT "jury_papers_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_scores" ADD CONSTRAINT "assessment_scores_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_scores" ADD CONSTRAINT "assessment_scores_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_rubric_version_id_rubric_versions_id_fk" FOREIGN KEY ("rubric_version_id") REFERENCES "public"."rubric_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_rubrics" ADD CONSTRAINT "edition_rubrics_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_rubrics" ADD CONSTRAINT "edition_rubrics_rubric_version_id_rubric_versions_id_fk" FOREIGN KEY ("rubric_version_id") REFERENCES "public"."rubric_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_rubrics" ADD CONSTRAINT "round_rubrics_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_rubrics" ADD CONSTRAINT "round_rubrics_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_rubrics" ADD CONSTRAINT "round_rubrics_rubric_version_id_rubric_versions_id_fk" FOREIGN KEY ("rubric_version_id") REFERENCES "public"."rubric_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_votes" ADD CONSTRAINT "audience_votes_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_votes" ADD CONSTRAINT "audience_votes_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_votes" ADD CONSTRAINT "audience_votes_winner_id_entries_id_fk" FOREIGN KEY ("winner_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_votes" ADD CONSTRAINT "audience_votes_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_ballots" ADD CONSTRAINT "vote_ballots_vote_id_audience_votes_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."audience_votes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_candidates" ADD CONSTRAINT "vote_candidates_vote_id_audience_votes_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."audience_votes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_candidates" ADD CONSTRAINT "vote_candidates_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_codes" ADD CONSTRAINT "vote_codes_vote_id_audience_votes_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."audience_votes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ceremony_items_order" ON "ceremony_items" USING btree ("edition_id","position");--> statement-breakpoint
CREATE INDEX "deliberation_notes_entry" ON "deliberation_notes" USING btree ("entry_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliberation_people_open" ON "deliberation_people" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "deliberation_people_edition" ON "deliberation_people" USING btree ("edition_id","from_at");--> statement-breakpoint
CREATE INDEX "deliberation_turns_entry" ON "deliberation_turns" USING btree ("entry_id","at");--> statement-breakpoint
CREATE INDEX "motion_votes_juror" ON "motion_votes" USING btree ("juror_id");--> statement-breakpoint
CREATE UNIQUE INDEX "motions_open" ON "motions" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "motions_edition" ON "motions" USING btree ("edition_id","at");--> statement-breakpoint
CREATE INDEX "motions_due" ON "motions" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "entry_draft_files_file" ON "entry_draft_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_files_storage" ON "entry_files" USING btree ("storage_key");--> statement-breakpoint
CREATE INDEX "entry_files_entry" ON "entry_files" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "entry_redacted_files_file" ON "entry_redacted_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "entry_version_files_file" ON "entry_version_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_code" ON "certificates" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_person" ON "certificates" USING btree ("entry_id","person_id");--> statement-breakpoint
CREATE INDEX "certificates_of_person" ON "certificates" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "certificates_edition" ON "certificates" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "entry_letters_edition" ON "entry_letters" USING btree ("edition_id","state");--> statement-breakpoint
CREATE INDEX "jury_pairs_juror" ON "jury_pairs" USING btree ("juror_id");--> statement-breakpoint
CREATE INDEX "jury_paper_readings_person" ON "jury_paper_readings" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "assessments_idea" ON "assessments" USING btree ("idea_id","at");--> statement-breakpoint
CREATE INDEX "assessments_person" ON "assessments" USING btree ("person_id","side");--> statement-breakpoint
CREATE INDEX "edition_rubrics_version" ON "edition_rubrics" USING btree ("rubric_version_id");--> statement-breakpoint
CREATE INDEX "round_rubrics_version" ON "round_rubrics" USING btree ("rubric_version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audience_votes_scope" ON "audience_votes" USING btree ("scope_id");--> statement-breakpoint
CREATE INDEX "audience_votes_edition" ON "audience_votes" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "vote_codes_vote" ON "vote_codes" USING btree ("vote_id");--> statement-breakpoint
CREATE INDEX "coaching_sessions_order" ON "coaching_sessions" USING btree ("idea_id","from_at","id");--> statement-breakpoint
CREATE INDEX "comments_order" ON "comments" USING btree ("idea_id","at","id");--> statement-breakpoint
CREATE INDEX "idea_versions_order" ON "idea_versions" USING btree ("idea_id","at","id");--> statement-breakpoint
CREATE INDEX "stage_changes_order" ON "stage_changes" USING btree ("idea_id","at","id");--> statement-breakpoint
CREATE INDEX "bookings_order" ON "bookings" USING btree ("for_kind","for_id","from_at","id");--> statement-breakpoint
CREATE INDEX "session_seats_idea" ON "session_seats" USING btree ("idea_id","state");