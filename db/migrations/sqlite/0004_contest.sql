DROP INDEX `coaching_sessions_idea`;--> statement-breakpoint
CREATE INDEX `coaching_sessions_order` ON `coaching_sessions` (`idea_id`,`from_at`,`id`);--> statement-breakpoint
DROP INDEX `comments_idea`;--> statement-breakpoint
CREATE INDEX `comments_order` ON `comments` (`idea_id`,`at`,`id`);--> statement-breakpoint
DROP INDEX `stage_changes_idea`;--> statement-breakpoint
CREATE INDEX `stage_changes_order` ON `stage_changes` (`idea_id`,`at`,`id`);--> statement-breakpoint
DROP INDEX `bookings_for`;--> statement-breakpoint
CREATE INDEX `bookings_order` ON `bookings` (`for_kind`,`for_id`,`from_at`,`id`);--> statement-breakpoint
CREATE INDEX `idea_versions_order` ON `idea_versions` (`idea_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `session_seats_idea` ON `session_seats` (`idea_id`,`state`);