ALTER TABLE `editions` ADD `grace_seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `entries` ADD `extended_until` integer;--> statement-breakpoint
ALTER TABLE `phases` ADD `round_no` integer;