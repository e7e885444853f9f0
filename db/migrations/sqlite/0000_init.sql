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
	`idea_id` text,
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
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`juror_id` text NOT NULL,
	`state` text NOT NULL,
	`pinned` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`juror_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_pair` ON `assignments` (`round_id`,`entry_id`,`juror_id`);--> statement-breakpoint
CREATE INDEX `assignments_juror` ON `assignments` (`juror_id`,`state`);--> statement-breakpoint
CREATE TABLE `categories` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`about` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_code` ON `categories` (`edition_id`,`code`);--> statement-breakpoint
CREATE TABLE `conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`juror_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`source` text NOT NULL,
	`hard` integer NOT NULL,
	`reason_code` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`juror_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conflicts_entry` ON `conflicts` (`entry_id`);--> statement-breakpoint
CREATE INDEX `conflicts_juror` ON `conflicts` (`juror_id`);--> statement-breakpoint
CREATE TABLE `criteria` (
	`id` text PRIMARY KEY NOT NULL,
	`rubric_version_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`question` text NOT NULL,
	`weight` integer NOT NULL,
	`counted` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`rubric_version_id`) REFERENCES `rubric_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `criteria_code` ON `criteria` (`rubric_version_id`,`code`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`category_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`place` integer NOT NULL,
	`citation` text DEFAULT '' NOT NULL,
	`pending` integer NOT NULL,
	`decided_by` text NOT NULL,
	`at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_place` ON `decisions` (`category_id`,`place`);--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_entry` ON `decisions` (`entry_id`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`campus_id` text NOT NULL,
	`name` text NOT NULL,
	`theme` text NOT NULL,
	`jurors_per_entry` integer NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_slug` ON `editions` (`slug`);--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`category_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`version_no` integer NOT NULL,
	`created_at` integer NOT NULL,
	`submitted_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_number` ON `entries` (`edition_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_idea` ON `entries` (`edition_id`,`idea_id`);--> statement-breakpoint
CREATE TABLE `entry_drafts` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `entry_version_people` (
	`version_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`version_id`, `person_id`),
	FOREIGN KEY (`version_id`) REFERENCES `entry_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entry_version_people_person` ON `entry_version_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `entry_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`no` integer NOT NULL,
	`content` text NOT NULL,
	`idea_version_no` integer NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_versions_no` ON `entry_versions` (`entry_id`,`no`);--> statement-breakpoint
CREATE TABLE `levels` (
	`criterion_id` text NOT NULL,
	`level` integer NOT NULL,
	`points` integer NOT NULL,
	`label` text NOT NULL,
	`evidence` text NOT NULL,
	PRIMARY KEY(`criterion_id`, `level`),
	FOREIGN KEY (`criterion_id`) REFERENCES `criteria`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "levels_points" CHECK("levels"."points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE `phases` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "phases_order" CHECK("phases"."from_at" < "phases"."until_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `phases_position` ON `phases` (`edition_id`,`position`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`rubric_version_id` text NOT NULL,
	`no` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_no` ON `rounds` (`edition_id`,`no`);--> statement-breakpoint
CREATE TABLE `rubric_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`rubric_id` text NOT NULL,
	`no` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rubric_versions_no` ON `rubric_versions` (`rubric_id`,`no`);--> statement-breakpoint
CREATE TABLE `scores` (
	`sheet_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`points` integer NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`sheet_id`, `criterion_id`),
	FOREIGN KEY (`sheet_id`) REFERENCES `sheets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criteria`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scores_range" CHECK("scores"."points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE `sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`feedback` text DEFAULT '' NOT NULL,
	`unscored` text NOT NULL,
	`updated_at` integer NOT NULL,
	`submitted_at` integer,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sheets_assignment` ON `sheets` (`assignment_id`);--> statement-breakpoint
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
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`session_id` text,
	`owner_id` text NOT NULL,
	`words` text NOT NULL,
	`due_day` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `actions_idea` ON `actions` (`idea_id`);--> statement-breakpoint
CREATE INDEX `actions_owner` ON `actions` (`owner_id`,`done_at`);--> statement-breakpoint
CREATE TABLE `availability` (
	`id` text PRIMARY KEY NOT NULL,
	`coach_id` text NOT NULL,
	`campus_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`from_minute` integer NOT NULL,
	`until_minute` integer NOT NULL,
	`slot_minutes` integer NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`coach_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `availability_coach` ON `availability` (`coach_id`,`campus_id`);--> statement-breakpoint
CREATE TABLE `availability_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`coach_id` text NOT NULL,
	`campus_id` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`from_minute` integer,
	`until_minute` integer,
	`slot_minutes` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`coach_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `availability_exceptions_coach` ON `availability_exceptions` (`coach_id`,`campus_id`,`day`);--> statement-breakpoint
CREATE TABLE `coach_capacity` (
	`coach_id` text PRIMARY KEY NOT NULL,
	`ideas` integer NOT NULL,
	FOREIGN KEY (`coach_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `coaching_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`campus_id` text NOT NULL,
	`coach_id` text NOT NULL,
	`idea_id` text,
	`lang` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`resource_id` text,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`seats` integer NOT NULL,
	`state` text NOT NULL,
	`booked_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`cancelled_at` integer,
	`cancelled_by` text,
	`cancel_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coach_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coaching_sessions_coach` ON `coaching_sessions` (`coach_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `coaching_sessions_idea` ON `coaching_sessions` (`idea_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `coaching_sessions_campus` ON `coaching_sessions` (`campus_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `session_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`author_id` text NOT NULL,
	`visibility` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_notes_session` ON `session_notes` (`session_id`,`at`);--> statement-breakpoint
CREATE TABLE `session_people` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_people_once` ON `session_people` (`session_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `session_people_person` ON `session_people` (`person_id`);--> statement-breakpoint
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
CREATE TABLE `idea_guests` (
	`idea_id` text NOT NULL,
	`guest_idea_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	PRIMARY KEY(`idea_id`, `guest_idea_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guest_idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_guests_guest` ON `idea_guests` (`guest_idea_id`);--> statement-breakpoint
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
CREATE INDEX `tokens_email` ON `tokens` (`email_key`,`kind`);--> statement-breakpoint
CREATE TABLE `interests` (
	`id` text PRIMARY KEY NOT NULL,
	`from_idea_id` text NOT NULL,
	`to_kind` text NOT NULL,
	`to_id` text NOT NULL,
	`by_person_id` text NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`reminded_at` integer,
	`answered_at` integer,
	`answered_by` text,
	`answer_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`from_idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interests_pair` ON `interests` (`from_idea_id`,`to_kind`,`to_id`);--> statement-breakpoint
CREATE INDEX `interests_to` ON `interests` (`to_kind`,`to_id`,`state`);--> statement-breakpoint
CREATE TABLE `refusals` (
	`idea_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`idea_id`, `subject_kind`, `subject_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `suggestions` (
	`idea_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`fit` integer NOT NULL,
	`complementarity` integer NOT NULL,
	`score` integer NOT NULL,
	`reasons` text NOT NULL,
	`alike` integer NOT NULL,
	`token` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`idea_id`, `subject_kind`, `subject_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestions_token` ON `suggestions` (`token`);--> statement-breakpoint
CREATE INDEX `suggestions_order` ON `suggestions` (`idea_id`,`score`);--> statement-breakpoint
CREATE INDEX `suggestions_subject` ON `suggestions` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `vectors` (
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`model_version` integer NOT NULL,
	`terms` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`subject_kind`, `subject_id`)
);
--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_hash` ON `calendar_feeds` (`hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_person` ON `calendar_feeds` (`person_id`);--> statement-breakpoint
CREATE TABLE `unsubscribe_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unsubscribe_tokens_person` ON `unsubscribe_tokens` (`person_id`);--> statement-breakpoint
CREATE INDEX `unsubscribe_tokens_age` ON `unsubscribe_tokens` (`created_at`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`campus_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`series_id` text,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`state` text NOT NULL,
	`purpose` text NOT NULL,
	`for_kind` text NOT NULL,
	`for_id` text NOT NULL,
	`booked_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`cancelled_at` integer,
	`cancelled_by` text,
	`cancel_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bookings_order" CHECK("bookings"."from_at" < "bookings"."until_at")
);
--> statement-breakpoint
CREATE INDEX `bookings_resource` ON `bookings` (`resource_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `bookings_campus` ON `bookings` (`campus_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `bookings_person` ON `bookings` (`booked_by`,`from_at`);--> statement-breakpoint
CREATE INDEX `bookings_for` ON `bookings` (`for_kind`,`for_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `inductions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`given_by` text NOT NULL,
	`at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inductions_person` ON `inductions` (`person_id`,`resource_id`);--> statement-breakpoint
CREATE TABLE `occupied` (
	`subject_id` text NOT NULL,
	`unit` integer NOT NULL,
	`slot` integer NOT NULL,
	`holder_kind` text NOT NULL,
	`holder_id` text NOT NULL,
	PRIMARY KEY(`subject_id`, `unit`, `slot`)
);
--> statement-breakpoint
CREATE INDEX `occupied_holder` ON `occupied` (`holder_kind`,`holder_id`);--> statement-breakpoint
CREATE TABLE `residencies` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`space_id` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `residencies_space` ON `residencies` (`space_id`);--> statement-breakpoint
CREATE TABLE `resource_leaves` (
	`room_id` text NOT NULL,
	`leaf_id` text NOT NULL,
	PRIMARY KEY(`room_id`, `leaf_id`),
	FOREIGN KEY (`room_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leaf_id`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`seats` integer NOT NULL,
	`induction_required` integer NOT NULL,
	`buffer_minutes` integer NOT NULL,
	`term_id` text,
	`x` integer NOT NULL,
	`y` integer NOT NULL,
	`w` integer NOT NULL,
	`h` integer NOT NULL,
	`position` integer NOT NULL,
	`closed_until` integer,
	`closed_reason` text,
	FOREIGN KEY (`id`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resources_code` ON `resources` (`space_id`,`code`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`zone` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `spaces` (
	`id` text PRIMARY KEY NOT NULL,
	`campus_id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`about` text NOT NULL,
	`may_book` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `spaces_code` ON `spaces` (`campus_id`,`code`);--> statement-breakpoint
CREATE TABLE `subjects` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`campus_id` text,
	`capacity` integer NOT NULL,
	CONSTRAINT "subjects_capacity" CHECK("subjects"."capacity" > 0)
);
--> statement-breakpoint
CREATE TABLE `waitlist` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`offered_until` integer,
	`closed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `waitlist_subject` ON `waitlist` (`subject_id`,`from_at`);