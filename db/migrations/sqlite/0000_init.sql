CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`fields` text NOT NULL,
	`detail_digest` text,
	`via` text NOT NULL,
	`request_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor_id`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE TABLE `audit_details` (
	`audit_id` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`done_at` integer,
	`gave_up_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe` ON `jobs` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`done_at`,`run_at`);--> statement-breakpoint
CREATE TABLE `kept_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `kept_mails_at` ON `kept_mails` (`at`);--> statement-breakpoint
CREATE TABLE `notification_preferences` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`by_mail` integer NOT NULL,
	PRIMARY KEY(`person_id`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`by_person_id` text,
	`dedupe_key` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_dedupe` ON `notifications` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`person_id`,`read_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`template` text NOT NULL,
	`person_id` text,
	`address` text,
	`locale` text,
	`payload` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`due_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`sent_at` integer,
	`gave_up_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_dedupe` ON `outbox` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`sent_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `page_versions` (
	`tag` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`window_start` integer NOT NULL,
	`hits` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rate_limits_window` ON `rate_limits` (`window_start`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`campus_id` text NOT NULL,
	`reporter_id` text NOT NULL,
	`reason` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`campus_id`,`closed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_once` ON `reports` (`subject_kind`,`subject_id`,`reporter_id`);--> statement-breakpoint
CREATE TABLE `campuses` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`zone` text NOT NULL,
	`languages` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campuses_slug` ON `campuses` (`slug`);--> statement-breakpoint
CREATE TABLE `closures` (
	`id` text PRIMARY KEY NOT NULL,
	`campus_id` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `closures_campus` ON `closures` (`campus_id`);--> statement-breakpoint
CREATE TABLE `opening_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`campus_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`from_minute` integer NOT NULL,
	`until_minute` integer NOT NULL,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `opening_hours_campus` ON `opening_hours` (`campus_id`);--> statement-breakpoint
CREATE TABLE `organisation_members` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_members_person` ON `organisation_members` (`person_id`);--> statement-breakpoint
CREATE INDEX `organisation_members_org` ON `organisation_members` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`campus_id` text NOT NULL,
	`description` text NOT NULL,
	`website` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_slug` ON `organisations` (`slug`);--> statement-breakpoint
CREATE INDEX `organisations_campus` ON `organisations` (`campus_id`);--> statement-breakpoint
CREATE TABLE `terms` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`need_kind` text,
	`parent_id` text,
	`labels` text NOT NULL,
	`synonyms` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_code` ON `terms` (`code`);--> statement-breakpoint
CREATE INDEX `terms_kind` ON `terms` (`kind`,`position`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`lang` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer,
	`hidden_at` integer,
	`hidden_by` text,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_idea` ON `comments` (`idea_id`,`at`);--> statement-breakpoint
CREATE TABLE `follows` (
	`idea_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`idea_id`, `person_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follows_person` ON `follows` (`person_id`);--> statement-breakpoint
CREATE TABLE `idea_audience` (
	`audience` text NOT NULL,
	`idea_id` text NOT NULL,
	`planted_at` integer NOT NULL,
	`campus_id` text NOT NULL,
	`stage` text NOT NULL,
	`domain_id` text DEFAULT '' NOT NULL,
	`lang` text NOT NULL,
	PRIMARY KEY(`audience`, `idea_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_audience_newest` ON `idea_audience` (`audience`,`planted_at`,`idea_id`);--> statement-breakpoint
CREATE INDEX `idea_audience_campus` ON `idea_audience` (`audience`,`campus_id`,`planted_at`,`idea_id`);--> statement-breakpoint
CREATE INDEX `idea_audience_stage` ON `idea_audience` (`audience`,`stage`,`planted_at`,`idea_id`);--> statement-breakpoint
CREATE INDEX `idea_audience_domain` ON `idea_audience` (`audience`,`domain_id`,`planted_at`,`idea_id`);--> statement-breakpoint
CREATE INDEX `idea_audience_lang` ON `idea_audience` (`audience`,`lang`,`planted_at`,`idea_id`);--> statement-breakpoint
CREATE INDEX `idea_audience_idea` ON `idea_audience` (`idea_id`,`audience`,`planted_at`);--> statement-breakpoint
CREATE TABLE `idea_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`claim_hash` text,
	`idea_id` text,
	`base_version` integer,
	`content` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idea_drafts_person` ON `idea_drafts` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `idea_drafts_claim` ON `idea_drafts` (`claim_hash`);--> statement-breakpoint
CREATE TABLE `idea_members` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`share` integer,
	`from_at` integer NOT NULL,
	`until_at` integer,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_members_idea` ON `idea_members` (`idea_id`);--> statement-breakpoint
CREATE INDEX `idea_members_person` ON `idea_members` (`person_id`,`idea_id`);--> statement-breakpoint
CREATE TABLE `idea_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`no` integer NOT NULL,
	`content` text NOT NULL,
	`canonical` text NOT NULL,
	`salt` text NOT NULL,
	`sha256` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idea_versions_no` ON `idea_versions` (`idea_id`,`no`);--> statement-breakpoint
CREATE TABLE `ideas` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text DEFAULT 'idea' NOT NULL,
	`home_campus_id` text NOT NULL,
	`lang` text NOT NULL,
	`title` text NOT NULL,
	`pitch` text NOT NULL,
	`stage` text NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`visibility` text NOT NULL,
	`match_consent` text NOT NULL,
	`domain_id` text,
	`growth_market_id` text,
	`production_step_id` text,
	`version_no` integer NOT NULL,
	`comment_count` integer DEFAULT 0 NOT NULL,
	`open_need_count` integer DEFAULT 0 NOT NULL,
	`planted_at` integer NOT NULL,
	`active_at` integer NOT NULL,
	`sealed_at` integer,
	`hidden_at` integer,
	`hidden_by` text,
	`source` text,
	`external_id` text,
	FOREIGN KEY (`home_campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ideas_version_positive" CHECK("ideas"."version_no" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ideas_external` ON `ideas` (`home_campus_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `lineage` (
	`id` text PRIMARY KEY NOT NULL,
	`child_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`kind` text NOT NULL,
	`share` integer,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`child_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lineage_child` ON `lineage` (`child_id`);--> statement-breakpoint
CREATE INDEX `lineage_parent` ON `lineage` (`parent_id`);--> statement-breakpoint
CREATE TABLE `needs` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`term_id` text,
	`words` text NOT NULL,
	`lang` text NOT NULL,
	`weight` integer NOT NULL,
	`state` text NOT NULL,
	`origin` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `needs_owner` ON `needs` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE INDEX `needs_term` ON `needs` (`term_id`);--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`term_id` text,
	`words` text NOT NULL,
	`lang` text NOT NULL,
	`weight` integer NOT NULL,
	`state` text NOT NULL,
	`origin` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `offers_owner` ON `offers` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE INDEX `offers_term` ON `offers` (`term_id`);--> statement-breakpoint
CREATE TABLE `search_stems` (
	`stem` text NOT NULL,
	`idea_id` text NOT NULL,
	`in_title` integer NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `search_stems_stem` ON `search_stems` (`stem`,`idea_id`,`in_title`);--> statement-breakpoint
CREATE INDEX `search_stems_idea` ON `search_stems` (`idea_id`);--> statement-breakpoint
CREATE TABLE `stage_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`from_stage` text,
	`to_stage` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stage_changes_idea` ON `stage_changes` (`idea_id`,`at`);--> statement-breakpoint
CREATE TABLE `team_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`invited_by` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_invitations_idea` ON `team_invitations` (`idea_id`);--> statement-breakpoint
CREATE INDEX `team_invitations_email` ON `team_invitations` (`email_key`,`state`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`text_version` text NOT NULL,
	`given` integer NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_person` ON `consents` (`person_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `invites` (
	`id` text PRIMARY KEY NOT NULL,
	`email_key` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text NOT NULL,
	`locale` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`accepted_at` integer,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `invites_scope` ON `invites` (`scope_id`);--> statement-breakpoint
CREATE INDEX `invites_email` ON `invites` (`email_key`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text DEFAULT '' NOT NULL,
	`email_key` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`age_band` text NOT NULL,
	`locale` text NOT NULL,
	`home_campus_id` text,
	`verified_at` integer,
	`suspended_at` integer,
	`suspended_reason` text,
	`erased_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_key` ON `people` (`email_key`);--> statement-breakpoint
CREATE INDEX `people_name_key` ON `people` (`name_key`,`id`);--> statement-breakpoint
CREATE TABLE `profiles` (
	`person_id` text PRIMARY KEY NOT NULL,
	`visibility` text DEFAULT 'private' NOT NULL,
	`audience` text,
	`languages` text NOT NULL,
	`bio` text DEFAULT '' NOT NULL,
	`interests` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text NOT NULL,
	`granted_by` text,
	`from_at` integer NOT NULL,
	`until_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_grants_person` ON `role_grants` (`person_id`);--> statement-breakpoint
CREATE INDEX `role_grants_scope` ON `role_grants` (`scope_id`,`role`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`absolute_until` integer NOT NULL,
	`user_agent` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`email_key` text NOT NULL,
	`subject_id` text,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `tokens_email` ON `tokens` (`email_key`,`kind`);