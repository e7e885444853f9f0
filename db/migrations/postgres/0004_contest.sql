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
CREATE INDEX "assessments_idea" ON "assessments" USING btree ("idea_id","at");--> statement-breakpoint
CREATE INDEX "assessments_person" ON "assessments" USING btree ("person_id","side");--> statement-breakpoint
CREATE INDEX "edition_rubrics_version" ON "edition_rubrics" USING btree ("rubric_version_id");--> statement-breakpoint
CREATE INDEX "round_rubrics_version" ON "round_rubrics" USING btree ("rubric_version_id");