DROP INDEX `role_grants_person`;--> statement-breakpoint
CREATE INDEX `role_grants_person` ON `role_grants` (`person_id`,`scope_id`,`role`);--> statement-breakpoint
ALTER TABLE `graft_proposals` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `graft_proposals` ADD `hidden_at` integer;--> statement-breakpoint
ALTER TABLE `graft_proposals` ADD `hidden_by` text;