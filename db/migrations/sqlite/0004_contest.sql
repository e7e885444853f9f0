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
CREATE INDEX `vote_codes_vote` ON `vote_codes` (`vote_id`);