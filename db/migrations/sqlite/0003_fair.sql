CREATE TABLE `audit_seals` (
	`no` integer PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_seals_audit` ON `audit_seals` (`audit_id`);--> statement-breakpoint
CREATE TABLE `entry_consents` (
	`entry_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `person_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entry_consents_person` ON `entry_consents` (`person_id`);--> statement-breakpoint
CREATE TABLE `entry_fields` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`help` text NOT NULL,
	`required` integer NOT NULL,
	`words_max` integer,
	`options` text NOT NULL,
	`categories` text NOT NULL,
	`audience` text NOT NULL,
	`position` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_fields_key` ON `entry_fields` (`edition_id`,`key`);--> statement-breakpoint
CREATE TABLE `entry_rulings` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`verdict` text NOT NULL,
	`reason` text NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `jury_absences` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`person_id` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jury_absences_person` ON `jury_absences` (`edition_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `jury_members` (
	`edition_id` text NOT NULL,
	`person_id` text NOT NULL,
	`languages` text NOT NULL,
	`domain_ids` text NOT NULL,
	`most` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `person_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "jury_members_most" CHECK("jury_members"."most" is null or "jury_members"."most" >= 0)
);
--> statement-breakpoint
CREATE TABLE `jury_nudges` (
	`edition_id` text NOT NULL,
	`juror_id` text NOT NULL,
	`day` text NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `juror_id`, `day`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`juror_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `jury_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`open_key` text,
	`state` text NOT NULL,
	`goal` text NOT NULL,
	`seed` text NOT NULL,
	`least` integer,
	`most` integer,
	`choices` text NOT NULL,
	`result` text,
	`revision` integer NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`reminded_at` integer,
	`closed_at` integer,
	`closed_by` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jury_plans_open` ON `jury_plans` (`open_key`);--> statement-breakpoint
CREATE INDEX `jury_plans_round` ON `jury_plans` (`round_id`,`at`);--> statement-breakpoint
CREATE TABLE `jury_settings` (
	`edition_id` text PRIMARY KEY NOT NULL,
	`shows_peers` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `jury_wishes` (
	`entry_id` text NOT NULL,
	`juror_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `juror_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`juror_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jury_wishes_juror` ON `jury_wishes` (`juror_id`);--> statement-breakpoint
CREATE TABLE `tie_breaks` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`category_id` text NOT NULL,
	`outcome` text NOT NULL,
	`rules` text NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tie_breaks_edition` ON `tie_breaks` (`edition_id`,`at`);--> statement-breakpoint
DROP INDEX `role_grants_person`;--> statement-breakpoint
CREATE INDEX `role_grants_person` ON `role_grants` (`person_id`,`scope_id`,`role`);--> statement-breakpoint
ALTER TABLE `editions` ADD `grace_seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `editions` ADD `rules` text;--> statement-breakpoint
ALTER TABLE `entries` ADD `extended_until` integer;--> statement-breakpoint
ALTER TABLE `phases` ADD `round_no` integer;--> statement-breakpoint
ALTER TABLE `sheets` ADD `jury_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `graft_proposals` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `graft_proposals` ADD `hidden_at` integer;--> statement-breakpoint
ALTER TABLE `graft_proposals` ADD `hidden_by` text;