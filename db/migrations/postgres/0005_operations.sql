CREATE TABLE "settings" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"changed_by" text collate "C",
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_steps" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"person_id" text collate "C",
	"payload" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"method" text collate "C" NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"user_agent" text collate "C" NOT NULL,
	"network" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_registrations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"open_key" text collate "C",
	"name" text collate "C" NOT NULL,
	"vat_number" text collate "C",
	"without_vat" text collate "C" NOT NULL,
	"website" text collate "C",
	"offers" text collate "C" NOT NULL,
	"seeks" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"email_key" text collate "C",
	"person_id" text collate "C",
	"created_at" bigint NOT NULL,
	"sent_at" bigint,
	"due_at" bigint,
	"ended_at" bigint,
	"decided_by" text collate "C",
	"reason" text collate "C" NOT NULL,
	"organisation_id" text collate "C",
	"vat_state" text collate "C" NOT NULL,
	"vat_round" integer NOT NULL,
	"vat_tries" integer NOT NULL,
	"vat_next_at" bigint,
	"vat_checked_at" bigint,
	"vat_trouble" text collate "C",
	"vat_consultation" text collate "C",
	"vat_name" text collate "C",
	"vat_address" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "email_changes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"old_email" text collate "C" NOT NULL,
	"old_email_key" text collate "C" NOT NULL,
	"new_email" text collate "C" NOT NULL,
	"new_email_key" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"stop_until" bigint NOT NULL,
	"confirmed_at" bigint,
	"stopped_at" bigint
);
--> statement-breakpoint
CREATE TABLE "invite_lists" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"invited_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "oidc_accounts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"issuer" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "backups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"file" text collate "C" NOT NULL,
	"bytes" double precision,
	"sha256" text collate "C",
	"rows" integer,
	"files" integer,
	"verified_at" bigint,
	"error" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"credential_id" text collate "C" NOT NULL,
	"public_key" text collate "C" NOT NULL,
	"counter" double precision NOT NULL,
	"transports" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"name" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint,
	"doubted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"small_key" text collate "C" NOT NULL,
	"small_size" integer NOT NULL,
	"large_key" text collate "C" NOT NULL,
	"large_size" integer NOT NULL,
	"at" bigint NOT NULL,
	"hidden_at" bigint,
	"hidden_reason" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "destructions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"rule" text collate "C" NOT NULL,
	"count" integer NOT NULL,
	"oldest" bigint NOT NULL,
	"newest" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"lines" text NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention_holds" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"subject_kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"lifted_at" bigint,
	"lifted_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "second_steps" (
	"person_id" text collate "C" PRIMARY KEY NOT NULL,
	"secret" text collate "C" NOT NULL,
	"last_step" integer DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"confirmed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "term_merges" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"from_id" text collate "C" NOT NULL,
	"into_id" text collate "C" NOT NULL,
	"by_person_id" text collate "C",
	"at" bigint NOT NULL,
	"undone_at" bigint,
	"undone_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "term_moves" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"merge_id" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"row_id" text collate "C" NOT NULL,
	"before" text collate "C",
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "vat_number" text collate "C";--> statement-breakpoint
ALTER TABLE "terms" ADD COLUMN "retired_at" bigint;--> statement-breakpoint
ALTER TABLE "terms" ADD COLUMN "merged_into" text collate "C";--> statement-breakpoint
ALTER TABLE "invites" ADD COLUMN "name" text collate "C";--> statement-breakpoint
ALTER TABLE "invites" ADD COLUMN "list_id" text collate "C";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "password_short" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "last_used_at" bigint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "unused_warned_at" bigint;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "method" text collate "C" DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "factors" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "impersonator_id" text collate "C";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "carried_until" bigint;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_registrations" ADD CONSTRAINT "company_registrations_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_registrations" ADD CONSTRAINT "company_registrations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_registrations" ADD CONSTRAINT "company_registrations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oidc_accounts" ADD CONSTRAINT "oidc_accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_steps" ADD CONSTRAINT "second_steps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_merges" ADD CONSTRAINT "term_merges_from_id_terms_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_merges" ADD CONSTRAINT "term_merges_into_id_terms_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_moves" ADD CONSTRAINT "term_moves_merge_id_term_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."term_merges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_steps_expiry" ON "sign_in_steps" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_steps_person" ON "sign_in_steps" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_ins_person" ON "sign_ins" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "sign_ins_at" ON "sign_ins" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "company_registrations_open" ON "company_registrations" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "company_registrations_campus" ON "company_registrations" USING btree ("campus_id","state");--> statement-breakpoint
CREATE INDEX "company_registrations_person" ON "company_registrations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "company_registrations_email" ON "company_registrations" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "company_registrations_created" ON "company_registrations" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "company_registrations_ended" ON "company_registrations" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "email_changes_person" ON "email_changes" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "email_changes_end" ON "email_changes" USING btree ("stop_until");--> statement-breakpoint
CREATE INDEX "invite_lists_campus" ON "invite_lists" USING btree ("campus_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "oidc_accounts_subject" ON "oidc_accounts" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "oidc_accounts_person" ON "oidc_accounts" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "backups_at" ON "backups" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "passkeys_credential" ON "passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "passkeys_person" ON "passkeys" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "photos_person" ON "photos" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "photos_small_key" ON "photos" USING btree ("small_key");--> statement-breakpoint
CREATE UNIQUE INDEX "photos_large_key" ON "photos" USING btree ("large_key");--> statement-breakpoint
CREATE INDEX "destructions_at" ON "destructions" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_number" ON "erasures" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_sha256" ON "erasures" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "erasures_at" ON "erasures" USING btree ("at");--> statement-breakpoint
CREATE INDEX "retention_holds_subject" ON "retention_holds" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "retention_holds_at" ON "retention_holds" USING btree ("at");--> statement-breakpoint
CREATE INDEX "recovery_codes_person" ON "recovery_codes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "term_merges_from" ON "term_merges" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "term_merges_into" ON "term_merges" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "term_moves_merge" ON "term_moves" USING btree ("merge_id","place");--> statement-breakpoint
CREATE INDEX "term_moves_at" ON "term_moves" USING btree ("at");--> statement-breakpoint
CREATE INDEX "notifications_read" ON "notifications" USING btree ("read_at");--> statement-breakpoint
CREATE INDEX "reports_closed" ON "reports" USING btree ("closed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_vat" ON "organisations" USING btree ("campus_id","vat_number");--> statement-breakpoint
CREATE INDEX "terms_merged" ON "terms" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "idea_drafts_age" ON "idea_drafts" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "invites_list" ON "invites" USING btree ("list_id","email_key");--> statement-breakpoint
CREATE INDEX "invites_due" ON "invites" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "people_last_used" ON "people" USING btree ("last_used_at");--> statement-breakpoint
CREATE INDEX "tokens_expiry" ON "tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "calendar_feeds_revoked" ON "calendar_feeds" USING btree ("revoked_at");