CREATE TABLE `ceremonies` (
	`edition_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`item_id` text,
	`step` integer NOT NULL,
	`black` integer NOT NULL,
	`ends_at` integer,
	`publishes` integer NOT NULL,
	`seed` text,
	`draws` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ceremony_items` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`entry_id` text,
	`vote_id` text,
	`category_id` text,
	`place` integer,
	`words` text DEFAULT '' NOT NULL,
	`minutes` integer NOT NULL,
	`shown_at` integer,
	`revealed_at` integer,
	`revealed_id` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vote_id`) REFERENCES `audience_votes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revealed_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ceremony_items_order` ON `ceremony_items` (`edition_id`,`position`);--> statement-breakpoint
CREATE TABLE `deliberation_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`author_id` text NOT NULL,
	`lang` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deliberation_notes_entry` ON `deliberation_notes` (`entry_id`,`at`);--> statement-breakpoint
CREATE TABLE `deliberation_people` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`person_id` text NOT NULL,
	`open_key` text,
	`from_at` integer NOT NULL,
	`until_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliberation_people_open` ON `deliberation_people` (`open_key`);--> statement-breakpoint
CREATE INDEX `deliberation_people_edition` ON `deliberation_people` (`edition_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `deliberation_turns` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`inside` text NOT NULL,
	`outside` text NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deliberation_turns_entry` ON `deliberation_turns` (`entry_id`,`at`);--> statement-breakpoint
CREATE TABLE `deliberations` (
	`edition_id` text PRIMARY KEY NOT NULL,
	`chair_id` text,
	`closing` text DEFAULT '' NOT NULL,
	`minutes` text,
	`frozen_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chair_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lots` (
	`edition_id` text PRIMARY KEY NOT NULL,
	`commitment` text NOT NULL,
	`secret` text NOT NULL,
	`at` integer NOT NULL,
	`revealed_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `motion_votes` (
	`motion_id` text NOT NULL,
	`juror_id` text NOT NULL,
	`choice` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`motion_id`, `juror_id`),
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`juror_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `motion_votes_juror` ON `motion_votes` (`juror_id`);--> statement-breakpoint
CREATE TABLE `motions` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`category_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`place` integer NOT NULL,
	`citation` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`open_key` text,
	`proposed_by` text NOT NULL,
	`at` integer NOT NULL,
	`opened_at` integer,
	`due_at` integer,
	`reminded_at` integer,
	`closed_at` integer,
	`closed_by` text,
	`in_favour` integer,
	`against` integer,
	`abstained` integer,
	`quorum` integer,
	`short` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "motions_place" CHECK("motions"."place" between 1 and 3)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `motions_open` ON `motions` (`open_key`);--> statement-breakpoint
CREATE INDEX `motions_edition` ON `motions` (`edition_id`,`at`);--> statement-breakpoint
CREATE INDEX `motions_due` ON `motions` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `round_verdicts` (
	`round_id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`verdict` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `blind_rounds` (
	`round_id` text PRIMARY KEY NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `entry_draft_files` (
	`entry_id` text NOT NULL,
	`field_key` text NOT NULL,
	`file_id` text NOT NULL,
	PRIMARY KEY(`entry_id`, `field_key`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `entry_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entry_draft_files_file` ON `entry_draft_files` (`file_id`);--> statement-breakpoint
CREATE TABLE `entry_files` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`field_key` text NOT NULL,
	`storage_key` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`traceless` integer NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_files_storage` ON `entry_files` (`storage_key`);--> statement-breakpoint
CREATE INDEX `entry_files_entry` ON `entry_files` (`entry_id`);--> statement-breakpoint
CREATE TABLE `entry_redacted_files` (
	`version_id` text NOT NULL,
	`field_key` text NOT NULL,
	`file_id` text NOT NULL,
	PRIMARY KEY(`version_id`, `field_key`),
	FOREIGN KEY (`version_id`) REFERENCES `entry_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `entry_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entry_redacted_files_file` ON `entry_redacted_files` (`file_id`);--> statement-breakpoint
CREATE TABLE `entry_redactions` (
	`version_id` text PRIMARY KEY NOT NULL,
	`texts` text NOT NULL,
	`links` text NOT NULL,
	`revision` integer NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `entry_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `entry_version_files` (
	`version_id` text NOT NULL,
	`field_key` text NOT NULL,
	`file_id` text NOT NULL,
	PRIMARY KEY(`version_id`, `field_key`),
	FOREIGN KEY (`version_id`) REFERENCES `entry_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `entry_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entry_version_files_file` ON `entry_version_files` (`file_id`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`edition_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`person_id` text NOT NULL,
	`shows_name` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_code` ON `certificates` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_person` ON `certificates` (`entry_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `certificates_of_person` ON `certificates` (`person_id`);--> statement-breakpoint
CREATE INDEX `certificates_edition` ON `certificates` (`edition_id`);--> statement-breakpoint
CREATE TABLE `entry_letters` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`lang` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`edited_by_person_id` text,
	`checked_by_person_id` text,
	`updated_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edited_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entry_letters_edition` ON `entry_letters` (`edition_id`,`state`);--> statement-breakpoint
CREATE TABLE `letter_settings` (
	`edition_id` text PRIMARY KEY NOT NULL,
	`tells_place` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `jury_pairs` (
	`round_id` text NOT NULL,
	`juror_id` text NOT NULL,
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`better` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`round_id`, `juror_id`, `one_id`, `other_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`juror_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`one_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jury_pairs_juror` ON `jury_pairs` (`juror_id`);--> statement-breakpoint
CREATE TABLE `jury_paper_readings` (
	`assignment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`scores` text NOT NULL,
	`jury_note` text DEFAULT '' NOT NULL,
	`feedback` text DEFAULT '' NOT NULL,
	`no` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `person_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `jury_papers`(`assignment_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jury_paper_readings_person` ON `jury_paper_readings` (`person_id`);--> statement-breakpoint
CREATE TABLE `jury_papers` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`started_at` integer NOT NULL,
	`reminded_at` integer,
	`counted_at` integer,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `assessment_scores` (
	`assessment_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`points` integer NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`assessment_id`, `criterion_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criteria`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessment_scores_range" CHECK("assessment_scores"."points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`rubric_version_id` text NOT NULL,
	`person_id` text NOT NULL,
	`side` text NOT NULL,
	`idea_version_no` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`lang` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer,
	`hidden_at` integer,
	`hidden_by` text,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rubric_version_id`) REFERENCES `rubric_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assessments_idea` ON `assessments` (`idea_id`,`at`);--> statement-breakpoint
CREATE INDEX `assessments_person` ON `assessments` (`person_id`,`side`);--> statement-breakpoint
CREATE TABLE `edition_rubrics` (
	`edition_id` text NOT NULL,
	`rubric_version_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `rubric_version_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rubric_version_id`) REFERENCES `rubric_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `edition_rubrics_version` ON `edition_rubrics` (`rubric_version_id`);--> statement-breakpoint
CREATE TABLE `round_rubrics` (
	`round_id` text NOT NULL,
	`category_id` text NOT NULL,
	`rubric_version_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `category_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rubric_version_id`) REFERENCES `rubric_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_rubrics_version` ON `round_rubrics` (`rubric_version_id`);--> statement-breakpoint
CREATE TABLE `audience_votes` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`category_id` text,
	`scope_id` text NOT NULL,
	`kind` text NOT NULL,
	`places` integer NOT NULL,
	`electorate` text NOT NULL,
	`seed` text NOT NULL,
	`salt` text,
	`opened_at` integer,
	`closes_at` integer,
	`revealed_at` integer,
	`winner_id` text,
	`count` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`winner_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audience_votes_scope` ON `audience_votes` (`scope_id`);--> statement-breakpoint
CREATE INDEX `audience_votes_edition` ON `audience_votes` (`edition_id`);--> statement-breakpoint
CREATE TABLE `vote_ballots` (
	`vote_id` text NOT NULL,
	`voter_key` text NOT NULL,
	`choices` text NOT NULL,
	PRIMARY KEY(`vote_id`, `voter_key`),
	FOREIGN KEY (`vote_id`) REFERENCES `audience_votes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vote_candidates` (
	`vote_id` text NOT NULL,
	`entry_id` text NOT NULL,
	PRIMARY KEY(`vote_id`, `entry_id`),
	FOREIGN KEY (`vote_id`) REFERENCES `audience_votes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vote_codes` (
	`digest` text PRIMARY KEY NOT NULL,
	`vote_id` text NOT NULL,
	FOREIGN KEY (`vote_id`) REFERENCES `audience_votes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vote_codes_vote` ON `vote_codes` (`vote_id`);--> statement-breakpoint
DROP INDEX `coaching_sessions_idea`;--> statement-breakpoint
CREATE INDEX `coaching_sessions_order` ON `coaching_sessions` (`idea_id`,`from_at`,`id`);--> statement-breakpoint
DROP INDEX `comments_idea`;--> statement-breakpoint
CREATE INDEX `comments_order` ON `comments` (`idea_id`,`at`,`id`);--> statement-breakpoint
DROP INDEX `stage_changes_idea`;--> statement-breakpoint
CREATE INDEX `stage_changes_order` ON `stage_changes` (`idea_id`,`at`,`id`);--> statement-breakpoint
DROP INDEX `bookings_for`;--> statement-breakpoint
CREATE INDEX `bookings_order` ON `bookings` (`for_kind`,`for_id`,`from_at`,`id`);--> statement-breakpoint
ALTER TABLE `jury_settings` ADD `compares_pairs` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sheets` ADD `total` integer;--> statement-breakpoint
CREATE INDEX `idea_versions_order` ON `idea_versions` (`idea_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `session_seats_idea` ON `session_seats` (`idea_id`,`state`);