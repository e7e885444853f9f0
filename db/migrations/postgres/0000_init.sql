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
	"idea_id" text collate "C",
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
CREATE TABLE "assignments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"round_id" text collate "C" NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"juror_id" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"pinned" boolean NOT NULL,
	"reason" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"about" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"juror_id" text collate "C" NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"source" text collate "C" NOT NULL,
	"hard" boolean NOT NULL,
	"reason_code" text collate "C" NOT NULL,
	"words" text collate "C" DEFAULT '' NOT NULL,
	"at" bigint NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"rubric_version_id" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"question" text NOT NULL,
	"weight" integer NOT NULL,
	"counted" boolean NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"category_id" text collate "C" NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"place" integer NOT NULL,
	"citation" text collate "C" DEFAULT '' NOT NULL,
	"pending" boolean NOT NULL,
	"decided_by" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"published_at" bigint
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text collate "C" NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"theme" text NOT NULL,
	"jurors_per_entry" integer NOT NULL,
	"published_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"category_id" text collate "C" NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"state" text collate "C" NOT NULL,
	"version_no" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"submitted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "entry_drafts" (
	"entry_id" text collate "C" PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_version_people" (
	"version_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	CONSTRAINT "entry_version_people_version_id_person_id_pk" PRIMARY KEY("version_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "entry_versions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"no" integer NOT NULL,
	"content" text NOT NULL,
	"idea_version_no" integer NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "levels" (
	"criterion_id" text collate "C" NOT NULL,
	"level" integer NOT NULL,
	"points" integer NOT NULL,
	"label" text NOT NULL,
	"evidence" text NOT NULL,
	CONSTRAINT "levels_criterion_id_level_pk" PRIMARY KEY("criterion_id","level"),
	CONSTRAINT "levels_points" CHECK ("levels"."points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "phases" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "phases_order" CHECK ("phases"."from_at" < "phases"."until_at")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"rubric_version_id" text collate "C" NOT NULL,
	"no" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rubric_versions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"rubric_id" text collate "C" NOT NULL,
	"no" integer NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"sheet_id" text collate "C" NOT NULL,
	"criterion_id" text collate "C" NOT NULL,
	"points" integer NOT NULL,
	"comment" text collate "C" DEFAULT '' NOT NULL,
	CONSTRAINT "scores_sheet_id_criterion_id_pk" PRIMARY KEY("sheet_id","criterion_id"),
	CONSTRAINT "scores_range" CHECK ("scores"."points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "sheets" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"assignment_id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"state" text collate "C" NOT NULL,
	"note" text collate "C" DEFAULT '' NOT NULL,
	"feedback" text collate "C" DEFAULT '' NOT NULL,
	"unscored" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"submitted_at" bigint
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
CREATE TABLE "actions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"session_id" text collate "C",
	"owner_id" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"due_day" text collate "C" NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"done_at" bigint,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "availability" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"coach_id" text collate "C" NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"weekday" integer NOT NULL,
	"from_minute" integer NOT NULL,
	"until_minute" integer NOT NULL,
	"slot_minutes" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "availability_exceptions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"coach_id" text collate "C" NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"from_minute" integer,
	"until_minute" integer,
	"slot_minutes" integer,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coach_capacity" (
	"coach_id" text collate "C" PRIMARY KEY NOT NULL,
	"ideas" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coaching_sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"coach_id" text collate "C" NOT NULL,
	"idea_id" text collate "C",
	"lang" text collate "C" NOT NULL,
	"title" text collate "C" DEFAULT '' NOT NULL,
	"question" text collate "C" DEFAULT '' NOT NULL,
	"place" text collate "C" DEFAULT '' NOT NULL,
	"resource_id" text collate "C",
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"seats" integer NOT NULL,
	"state" text collate "C" NOT NULL,
	"booked_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"cancelled_at" bigint,
	"cancelled_by" text collate "C",
	"cancel_reason" text collate "C" DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_notes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"session_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"visibility" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"edited_at" bigint,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "session_people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"session_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"at" bigint NOT NULL
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
CREATE TABLE "idea_guests" (
	"idea_id" text collate "C" NOT NULL,
	"guest_idea_id" text collate "C" NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint,
	CONSTRAINT "idea_guests_idea_id_guest_idea_id_pk" PRIMARY KEY("idea_id","guest_idea_id")
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
CREATE TABLE "interests" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"from_idea_id" text collate "C" NOT NULL,
	"to_kind" text collate "C" NOT NULL,
	"to_id" text collate "C" NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"message" text collate "C" DEFAULT '' NOT NULL,
	"state" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"reminded_at" bigint,
	"answered_at" bigint,
	"answered_by" text collate "C",
	"answer_reason" text collate "C" DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refusals" (
	"idea_id" text collate "C" NOT NULL,
	"subject_kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "refusals_idea_id_subject_kind_subject_id_pk" PRIMARY KEY("idea_id","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"idea_id" text collate "C" NOT NULL,
	"subject_kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"fit" integer NOT NULL,
	"complementarity" integer NOT NULL,
	"score" integer NOT NULL,
	"reasons" text NOT NULL,
	"alike" boolean NOT NULL,
	"token" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "suggestions_idea_id_subject_kind_subject_id_pk" PRIMARY KEY("idea_id","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "vectors" (
	"subject_kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"model_version" integer NOT NULL,
	"terms" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "vectors_subject_kind_subject_id_pk" PRIMARY KEY("subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_tokens" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"resource_id" text collate "C" NOT NULL,
	"series_id" text collate "C",
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"state" text collate "C" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"for_kind" text collate "C" NOT NULL,
	"for_id" text collate "C" NOT NULL,
	"booked_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"cancelled_at" bigint,
	"cancelled_by" text collate "C",
	"cancel_reason" text collate "C" DEFAULT '' NOT NULL,
	CONSTRAINT "bookings_order" CHECK ("bookings"."from_at" < "bookings"."until_at")
);
--> statement-breakpoint
CREATE TABLE "inductions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"resource_id" text collate "C" NOT NULL,
	"given_by" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "occupied" (
	"subject_id" text collate "C" NOT NULL,
	"unit" integer NOT NULL,
	"slot" integer NOT NULL,
	"holder_kind" text collate "C" NOT NULL,
	"holder_id" text collate "C" NOT NULL,
	CONSTRAINT "occupied_subject_id_unit_slot_pk" PRIMARY KEY("subject_id","unit","slot")
);
--> statement-breakpoint
CREATE TABLE "residencies" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"first_day" text collate "C" NOT NULL,
	"last_day" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resource_leaves" (
	"room_id" text collate "C" NOT NULL,
	"leaf_id" text collate "C" NOT NULL,
	CONSTRAINT "resource_leaves_room_id_leaf_id_pk" PRIMARY KEY("room_id","leaf_id")
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"seats" integer NOT NULL,
	"induction_required" boolean NOT NULL,
	"buffer_minutes" integer NOT NULL,
	"term_id" text collate "C",
	"x" integer NOT NULL,
	"y" integer NOT NULL,
	"w" integer NOT NULL,
	"h" integer NOT NULL,
	"position" integer NOT NULL,
	"closed_until" bigint,
	"closed_reason" text
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"rule" text collate "C" NOT NULL,
	"zone" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"about" text NOT NULL,
	"may_book" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subjects" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"campus_id" text collate "C",
	"capacity" integer NOT NULL,
	CONSTRAINT "subjects_capacity" CHECK ("subjects"."capacity" > 0)
);
--> statement-breakpoint
CREATE TABLE "waitlist" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"offered_until" bigint,
	"closed_at" bigint
);
--> statement-breakpoint
ALTER TABLE "audit_details" ADD CONSTRAINT "audit_details_audit_id_audit_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_juror_id_people_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_juror_id_people_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_rubric_version_id_rubric_versions_id_fk" FOREIGN KEY ("rubric_version_id") REFERENCES "public"."rubric_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_drafts" ADD CONSTRAINT "entry_drafts_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_drafts" ADD CONSTRAINT "entry_drafts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version_people" ADD CONSTRAINT "entry_version_people_version_id_entry_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."entry_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version_people" ADD CONSTRAINT "entry_version_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_versions" ADD CONSTRAINT "entry_versions_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "levels" ADD CONSTRAINT "levels_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phases" ADD CONSTRAINT "phases_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_sheet_id_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."sheets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_hours" ADD CONSTRAINT "opening_hours_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_session_id_coaching_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."coaching_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_coach_id_people_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_exceptions" ADD CONSTRAINT "availability_exceptions_coach_id_people_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_exceptions" ADD CONSTRAINT "availability_exceptions_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_capacity" ADD CONSTRAINT "coach_capacity_coach_id_people_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_coach_id_people_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_booked_by_people_id_fk" FOREIGN KEY ("booked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_session_id_coaching_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."coaching_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_session_id_coaching_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."coaching_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_audience" ADD CONSTRAINT "idea_audience_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_guests" ADD CONSTRAINT "idea_guests_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_guests" ADD CONSTRAINT "idea_guests_guest_idea_id_ideas_id_fk" FOREIGN KEY ("guest_idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "interests" ADD CONSTRAINT "interests_from_idea_id_ideas_id_fk" FOREIGN KEY ("from_idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusals" ADD CONSTRAINT "refusals_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusals" ADD CONSTRAINT "refusals_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribe_tokens" ADD CONSTRAINT "unsubscribe_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_booked_by_people_id_fk" FOREIGN KEY ("booked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inductions" ADD CONSTRAINT "inductions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inductions" ADD CONSTRAINT "inductions_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residencies" ADD CONSTRAINT "residencies_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_leaves" ADD CONSTRAINT "resource_leaves_room_id_resources_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_leaves" ADD CONSTRAINT "resource_leaves_leaf_id_subjects_id_fk" FOREIGN KEY ("leaf_id") REFERENCES "public"."subjects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_id_subjects_id_fk" FOREIGN KEY ("id") REFERENCES "public"."subjects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waitlist" ADD CONSTRAINT "waitlist_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE UNIQUE INDEX "assignments_pair" ON "assignments" USING btree ("round_id","entry_id","juror_id");--> statement-breakpoint
CREATE INDEX "assignments_juror" ON "assignments" USING btree ("juror_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "categories_code" ON "categories" USING btree ("edition_id","code");--> statement-breakpoint
CREATE INDEX "conflicts_entry" ON "conflicts" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "conflicts_juror" ON "conflicts" USING btree ("juror_id");--> statement-breakpoint
CREATE UNIQUE INDEX "criteria_code" ON "criteria" USING btree ("rubric_version_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_place" ON "decisions" USING btree ("category_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_entry" ON "decisions" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "editions_slug" ON "editions" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_number" ON "entries" USING btree ("edition_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_idea" ON "entries" USING btree ("edition_id","idea_id");--> statement-breakpoint
CREATE INDEX "entry_version_people_person" ON "entry_version_people" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_versions_no" ON "entry_versions" USING btree ("entry_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "phases_position" ON "phases" USING btree ("edition_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_no" ON "rounds" USING btree ("edition_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "rubric_versions_no" ON "rubric_versions" USING btree ("rubric_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "sheets_assignment" ON "sheets" USING btree ("assignment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "campuses_slug" ON "campuses" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "closures_campus" ON "closures" USING btree ("campus_id");--> statement-breakpoint
CREATE INDEX "opening_hours_campus" ON "opening_hours" USING btree ("campus_id");--> statement-breakpoint
CREATE INDEX "organisation_members_person" ON "organisation_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "organisation_members_org" ON "organisation_members" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_slug" ON "organisations" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "organisations_campus" ON "organisations" USING btree ("campus_id");--> statement-breakpoint
CREATE UNIQUE INDEX "terms_code" ON "terms" USING btree ("code");--> statement-breakpoint
CREATE INDEX "terms_kind" ON "terms" USING btree ("kind","position");--> statement-breakpoint
CREATE INDEX "actions_idea" ON "actions" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "actions_owner" ON "actions" USING btree ("owner_id","done_at");--> statement-breakpoint
CREATE INDEX "availability_coach" ON "availability" USING btree ("coach_id","campus_id");--> statement-breakpoint
CREATE INDEX "availability_exceptions_coach" ON "availability_exceptions" USING btree ("coach_id","campus_id","day");--> statement-breakpoint
CREATE INDEX "coaching_sessions_coach" ON "coaching_sessions" USING btree ("coach_id","from_at");--> statement-breakpoint
CREATE INDEX "coaching_sessions_idea" ON "coaching_sessions" USING btree ("idea_id","from_at");--> statement-breakpoint
CREATE INDEX "coaching_sessions_campus" ON "coaching_sessions" USING btree ("campus_id","from_at");--> statement-breakpoint
CREATE INDEX "session_notes_session" ON "session_notes" USING btree ("session_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "session_people_once" ON "session_people" USING btree ("session_id","person_id");--> statement-breakpoint
CREATE INDEX "session_people_person" ON "session_people" USING btree ("person_id");--> statement-breakpoint
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
CREATE INDEX "idea_guests_guest" ON "idea_guests" USING btree ("guest_idea_id");--> statement-breakpoint
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
CREATE INDEX "tokens_email" ON "tokens" USING btree ("email_key","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "interests_pair" ON "interests" USING btree ("from_idea_id","to_kind","to_id");--> statement-breakpoint
CREATE INDEX "interests_to" ON "interests" USING btree ("to_kind","to_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "suggestions_token" ON "suggestions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "suggestions_order" ON "suggestions" USING btree ("idea_id","score");--> statement-breakpoint
CREATE INDEX "suggestions_subject" ON "suggestions" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_hash" ON "calendar_feeds" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "calendar_feeds_person" ON "calendar_feeds" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "unsubscribe_tokens_person" ON "unsubscribe_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "unsubscribe_tokens_age" ON "unsubscribe_tokens" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "bookings_resource" ON "bookings" USING btree ("resource_id","from_at");--> statement-breakpoint
CREATE INDEX "bookings_campus" ON "bookings" USING btree ("campus_id","from_at");--> statement-breakpoint
CREATE INDEX "bookings_person" ON "bookings" USING btree ("booked_by","from_at");--> statement-breakpoint
CREATE INDEX "bookings_for" ON "bookings" USING btree ("for_kind","for_id","from_at");--> statement-breakpoint
CREATE INDEX "inductions_person" ON "inductions" USING btree ("person_id","resource_id");--> statement-breakpoint
CREATE INDEX "occupied_holder" ON "occupied" USING btree ("holder_kind","holder_id");--> statement-breakpoint
CREATE INDEX "residencies_space" ON "residencies" USING btree ("space_id");--> statement-breakpoint
CREATE UNIQUE INDEX "resources_code" ON "resources" USING btree ("space_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "spaces_code" ON "spaces" USING btree ("campus_id","code");--> statement-breakpoint
CREATE INDEX "waitlist_subject" ON "waitlist" USING btree ("subject_id","from_at");