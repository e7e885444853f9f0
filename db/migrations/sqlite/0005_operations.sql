CREATE TABLE `backups` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`file` text NOT NULL,
	`bytes` real,
	`sha256` text,
	`rows` integer,
	`files` integer,
	`verified_at` integer,
	`error` text
);
--> statement-breakpoint
CREATE INDEX `backups_at` ON `backups` (`at`);