DROP INDEX `suggestions_order`;--> statement-breakpoint
CREATE INDEX `suggestions_best` ON `suggestions` (`idea_id`,`subject_kind`,`score`,`subject_id`);