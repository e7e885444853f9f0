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
