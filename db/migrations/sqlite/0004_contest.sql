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
CREATE INDEX `entry_version_files_file` ON `entry_version_files` (`file_id`);