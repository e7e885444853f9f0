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
