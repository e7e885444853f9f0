CREATE TABLE "audit" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"actor_id" text collate "C",
	"action" text collate "C" NOT NULL,
	"subject_kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"fields" text NOT NULL,
	"detail_digest" text collate "C",
	"via" text collate "C" NOT NULL,
	"request_id" text collate "C",
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_details" (
	"audit_id" text collate "C" PRIMARY KEY NOT NULL,
	"salt" text collate "C" NOT NULL,
	"detail" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"dedupe_key" text collate "C" NOT NULL,
	"payload" text NOT NULL,
	"run_at" bigint NOT NULL,
	"lease_until" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text collate "C",
	"done_at" bigint,
	"gave_up_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_mails" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"to_address" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"html" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"person_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"by_mail" boolean NOT NULL,
	CONSTRAINT "notification_preferences_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"subject_kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"by_person_id" text collate "C",
	"dedupe_key" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"read_at" bigint
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"template" text collate "C" NOT NULL,
	"person_id" text collate "C",
	"address" text collate "C",
	"locale" text collate "C",
	"payload" text NOT NULL,
	"dedupe_key" text collate "C" NOT NULL,
	"due_at" bigint NOT NULL,
	"lease_until" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text collate "C",
	"sent_at" bigint,
	"gave_up_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "page_versions" (
	"tag" text collate "C" PRIMARY KEY NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"window_start" bigint NOT NULL,
	"hits" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"subject_kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"reporter_id" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"words" text collate "C" DEFAULT '' NOT NULL,
	"created_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"closed_at" bigint,
	"closed_by" text collate "C",
	"outcome" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "campuses" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"zone" text collate "C" NOT NULL,
	"languages" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "closures" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"first_day" text collate "C" NOT NULL,
	"last_day" text collate "C" NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opening_hours" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"weekday" integer NOT NULL,
	"from_minute" integer NOT NULL,
	"until_minute" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_members" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"description" text NOT NULL,
	"website" text collate "C",
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"code" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"need_kind" text collate "C",
	"parent_id" text collate "C",
	"labels" text NOT NULL,
	"synonyms" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"removed_at" bigint,
	"hidden_at" bigint,
	"hidden_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"idea_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "follows_idea_id_person_id_pk" PRIMARY KEY("idea_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "idea_audience" (
	"audience" text collate "C" NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"planted_at" bigint NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"stage" text collate "C" NOT NULL,
	"domain_id" text collate "C" DEFAULT '' NOT NULL,
	"lang" text collate "C" NOT NULL,
	CONSTRAINT "idea_audience_audience_idea_id_pk" PRIMARY KEY("audience","idea_id")
);
--> statement-breakpoint
CREATE TABLE "idea_drafts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C",
	"claim_hash" text collate "C",
	"idea_id" text collate "C",
	"base_version" integer,
	"content" text NOT NULL,
	"revision" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_members" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"share" integer,
	"from_at" bigint NOT NULL,
	"until_at" bigint
);
--> statement-breakpoint
CREATE TABLE "idea_versions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"no" integer NOT NULL,
	"content" text NOT NULL,
	"canonical" text collate "C" NOT NULL,
	"salt" text collate "C" NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" DEFAULT 'idea' NOT NULL,
	"home_campus_id" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"title" text collate "C" NOT NULL,
	"pitch" text collate "C" NOT NULL,
	"stage" text collate "C" NOT NULL,
	"status" text collate "C" DEFAULT 'active' NOT NULL,
	"visibility" text collate "C" NOT NULL,
	"match_consent" text collate "C" NOT NULL,
	"domain_id" text collate "C",
	"growth_market_id" text collate "C",
	"production_step_id" text collate "C",
	"version_no" integer NOT NULL,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"open_need_count" integer DEFAULT 0 NOT NULL,
	"planted_at" bigint NOT NULL,
	"active_at" bigint NOT NULL,
	"sealed_at" bigint,
	"hidden_at" bigint,
	"hidden_by" text collate "C",
	"source" text,
	"external_id" text collate "C",
	CONSTRAINT "ideas_version_positive" CHECK ("ideas"."version_no" > 0)
);
--> statement-breakpoint
CREATE TABLE "lineage" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"child_id" text collate "C" NOT NULL,
	"parent_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"share" integer,
	"at" bigint NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "needs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"owner_kind" text collate "C" NOT NULL,
	"owner_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"term_id" text collate "C",
	"words" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"weight" integer NOT NULL,
	"state" text collate "C" NOT NULL,
	"origin" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"owner_kind" text collate "C" NOT NULL,
	"owner_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"term_id" text collate "C",
	"words" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"weight" integer NOT NULL,
	"state" text collate "C" NOT NULL,
	"origin" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "search_stems" (
	"stem" text collate "C" NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"in_title" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stage_changes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"from_stage" text collate "C",
	"to_stage" text collate "C" NOT NULL,
	"reason" text collate "C" DEFAULT '' NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_invitations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"email_key" text collate "C" NOT NULL,
	"invited_by" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"text_version" text collate "C" NOT NULL,
	"given" boolean NOT NULL,
	"at" bigint NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "invites" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email_key" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"scope_kind" text collate "C" NOT NULL,
	"scope_id" text collate "C" NOT NULL,
	"locale" text collate "C" NOT NULL,
	"invited_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"accepted_at" bigint,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_key" text collate "C" DEFAULT '' NOT NULL,
	"email_key" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"password_hash" text collate "C",
	"age_band" text collate "C" NOT NULL,
	"locale" text collate "C" NOT NULL,
	"home_campus_id" text collate "C",
	"verified_at" bigint,
	"suspended_at" bigint,
	"suspended_reason" text collate "C",
	"erased_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"person_id" text collate "C" PRIMARY KEY NOT NULL,
	"visibility" text collate "C" DEFAULT 'private' NOT NULL,
	"audience" text collate "C",
	"languages" text NOT NULL,
	"bio" text collate "C" DEFAULT '' NOT NULL,
	"interests" text collate "C" DEFAULT '' NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"scope_kind" text collate "C" NOT NULL,
	"scope_id" text collate "C" NOT NULL,
	"granted_by" text collate "C",
	"from_at" bigint NOT NULL,
	"until_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"public_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"absolute_until" bigint NOT NULL,
	"user_agent" text collate "C" DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"person_id" text collate "C",
	"email_key" text collate "C" NOT NULL,
	"subject_id" text collate "C",
	"payload" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
ALTER TABLE "audit_details" ADD CONSTRAINT "audit_details_audit_id_audit_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_hours" ADD CONSTRAINT "opening_hours_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_audience" ADD CONSTRAINT "idea_audience_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_members" ADD CONSTRAINT "idea_members_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_members" ADD CONSTRAINT "idea_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_versions" ADD CONSTRAINT "idea_versions_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_versions" ADD CONSTRAINT "idea_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_home_campus_id_campuses_id_fk" FOREIGN KEY ("home_campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_child_id_ideas_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_parent_id_ideas_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_stems" ADD CONSTRAINT "search_stems_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_invitations" ADD CONSTRAINT "team_invitations_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_invitations" ADD CONSTRAINT "team_invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_dedupe" ON "jobs" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("done_at","run_at");--> statement-breakpoint
CREATE INDEX "kept_mails_at" ON "kept_mails" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_dedupe" ON "notifications" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person_id","read_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedupe" ON "outbox" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("sent_at","due_at");--> statement-breakpoint
CREATE INDEX "rate_limits_window" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("campus_id","closed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "reports" USING btree ("subject_kind","subject_id","reporter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "campuses_slug" ON "campuses" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "closures_campus" ON "closures" USING btree ("campus_id");--> statement-breakpoint
CREATE INDEX "opening_hours_campus" ON "opening_hours" USING btree ("campus_id");--> statement-breakpoint
CREATE INDEX "organisation_members_person" ON "organisation_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "organisation_members_org" ON "organisation_members" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_slug" ON "organisations" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "organisations_campus" ON "organisations" USING btree ("campus_id");--> statement-breakpoint
CREATE UNIQUE INDEX "terms_code" ON "terms" USING btree ("code");--> statement-breakpoint
CREATE INDEX "terms_kind" ON "terms" USING btree ("kind","position");--> statement-breakpoint
CREATE INDEX "comments_idea" ON "comments" USING btree ("idea_id","at");--> statement-breakpoint
CREATE INDEX "follows_person" ON "follows" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "idea_audience_newest" ON "idea_audience" USING btree ("audience","planted_at","idea_id");--> statement-breakpoint
CREATE INDEX "idea_audience_campus" ON "idea_audience" USING btree ("audience","campus_id","planted_at","idea_id");--> statement-breakpoint
CREATE INDEX "idea_audience_stage" ON "idea_audience" USING btree ("audience","stage","planted_at","idea_id");--> statement-breakpoint
CREATE INDEX "idea_audience_domain" ON "idea_audience" USING btree ("audience","domain_id","planted_at","idea_id");--> statement-breakpoint
CREATE INDEX "idea_audience_lang" ON "idea_audience" USING btree ("audience","lang","planted_at","idea_id");--> statement-breakpoint
CREATE INDEX "idea_audience_idea" ON "idea_audience" USING btree ("idea_id","audience","planted_at");--> statement-breakpoint
CREATE INDEX "idea_drafts_person" ON "idea_drafts" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_drafts_claim" ON "idea_drafts" USING btree ("claim_hash");--> statement-breakpoint
CREATE INDEX "idea_members_idea" ON "idea_members" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "idea_members_person" ON "idea_members" USING btree ("person_id","idea_id");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_versions_no" ON "idea_versions" USING btree ("idea_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_external" ON "ideas" USING btree ("home_campus_id","external_id");--> statement-breakpoint
CREATE INDEX "lineage_child" ON "lineage" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "lineage_parent" ON "lineage" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "needs_owner" ON "needs" USING btree ("owner_kind","owner_id");--> statement-breakpoint
CREATE INDEX "needs_term" ON "needs" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "offers_owner" ON "offers" USING btree ("owner_kind","owner_id");--> statement-breakpoint
CREATE INDEX "offers_term" ON "offers" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "search_stems_stem" ON "search_stems" USING btree ("stem","idea_id","in_title");--> statement-breakpoint
CREATE INDEX "search_stems_idea" ON "search_stems" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "stage_changes_idea" ON "stage_changes" USING btree ("idea_id","at");--> statement-breakpoint
CREATE INDEX "team_invitations_idea" ON "team_invitations" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "team_invitations_email" ON "team_invitations" USING btree ("email_key","state");--> statement-breakpoint
CREATE INDEX "consents_person" ON "consents" USING btree ("person_id","purpose");--> statement-breakpoint
CREATE INDEX "invites_scope" ON "invites" USING btree ("scope_id");--> statement-breakpoint
CREATE INDEX "invites_email" ON "invites" USING btree ("email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_key" ON "people" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "people_name_key" ON "people" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "role_grants_person" ON "role_grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "role_grants_scope" ON "role_grants" USING btree ("scope_id","role");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "tokens_email" ON "tokens" USING btree ("email_key","kind");