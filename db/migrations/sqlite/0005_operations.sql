CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`changed_by` text,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_steps` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `sign_in_steps_expiry` ON `sign_in_steps` (`expires_at`);--> statement-breakpoint
CREATE INDEX `sign_in_steps_person` ON `sign_in_steps` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`method` text NOT NULL,
	`outcome` text NOT NULL,
	`user_agent` text NOT NULL,
	`network` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_ins_person` ON `sign_ins` (`person_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `sign_ins_at` ON `sign_ins` (`at`);--> statement-breakpoint
CREATE TABLE `company_registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`campus_id` text NOT NULL,
	`state` text NOT NULL,
	`open_key` text,
	`name` text NOT NULL,
	`vat_number` text,
	`without_vat` text NOT NULL,
	`website` text,
	`offers` text NOT NULL,
	`seeks` text NOT NULL,
	`lang` text NOT NULL,
	`email_key` text,
	`person_id` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`due_at` integer,
	`ended_at` integer,
	`decided_by` text,
	`reason` text NOT NULL,
	`organisation_id` text,
	`vat_state` text NOT NULL,
	`vat_round` integer NOT NULL,
	`vat_tries` integer NOT NULL,
	`vat_next_at` integer,
	`vat_checked_at` integer,
	`vat_trouble` text,
	`vat_consultation` text,
	`vat_name` text,
	`vat_address` text,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `company_registrations_open` ON `company_registrations` (`open_key`);--> statement-breakpoint
CREATE INDEX `company_registrations_campus` ON `company_registrations` (`campus_id`,`state`);--> statement-breakpoint
CREATE INDEX `company_registrations_person` ON `company_registrations` (`person_id`);--> statement-breakpoint
CREATE INDEX `company_registrations_email` ON `company_registrations` (`email_key`);--> statement-breakpoint
CREATE INDEX `company_registrations_created` ON `company_registrations` (`created_at`);--> statement-breakpoint
CREATE INDEX `company_registrations_ended` ON `company_registrations` (`ended_at`);--> statement-breakpoint
CREATE TABLE `email_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`old_email` text NOT NULL,
	`old_email_key` text NOT NULL,
	`new_email` text NOT NULL,
	`new_email_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`stop_until` integer NOT NULL,
	`confirmed_at` integer,
	`stopped_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `email_changes_person` ON `email_changes` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `email_changes_end` ON `email_changes` (`stop_until`);--> statement-breakpoint
CREATE TABLE `invite_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`campus_id` text NOT NULL,
	`name` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `invite_lists_campus` ON `invite_lists` (`campus_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `oidc_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `oidc_accounts_subject` ON `oidc_accounts` (`issuer`,`subject`);--> statement-breakpoint
CREATE INDEX `oidc_accounts_person` ON `oidc_accounts` (`person_id`,`created_at`);--> statement-breakpoint
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
CREATE INDEX `backups_at` ON `backups` (`at`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` real NOT NULL,
	`transports` text NOT NULL,
	`backed_up` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`doubted_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_person` ON `passkeys` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`small_key` text NOT NULL,
	`small_size` integer NOT NULL,
	`large_key` text NOT NULL,
	`large_size` integer NOT NULL,
	`at` integer NOT NULL,
	`hidden_at` integer,
	`hidden_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `photos_person` ON `photos` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `photos_small_key` ON `photos` (`small_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `photos_large_key` ON `photos` (`large_key`);--> statement-breakpoint
CREATE TABLE `destructions` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`count` integer NOT NULL,
	`oldest` integer NOT NULL,
	`newest` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `destructions_at` ON `destructions` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`lines` text NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `erasures_number` ON `erasures` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `erasures_sha256` ON `erasures` (`sha256`);--> statement-breakpoint
CREATE INDEX `erasures_at` ON `erasures` (`at`);--> statement-breakpoint
CREATE TABLE `retention_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text
);
--> statement-breakpoint
CREATE INDEX `retention_holds_subject` ON `retention_holds` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `retention_holds_at` ON `retention_holds` (`at`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `second_steps` (
	`person_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`last_step` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `term_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`into_id` text NOT NULL,
	`by_person_id` text,
	`at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	FOREIGN KEY (`from_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `term_merges_from` ON `term_merges` (`from_id`);--> statement-breakpoint
CREATE INDEX `term_merges_into` ON `term_merges` (`into_id`);--> statement-breakpoint
CREATE TABLE `term_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`merge_id` text NOT NULL,
	`place` text NOT NULL,
	`row_id` text NOT NULL,
	`before` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`merge_id`) REFERENCES `term_merges`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `term_moves_merge` ON `term_moves` (`merge_id`,`place`);--> statement-breakpoint
CREATE INDEX `term_moves_at` ON `term_moves` (`at`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `vat_number` text;--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_vat` ON `organisations` (`campus_id`,`vat_number`);--> statement-breakpoint
ALTER TABLE `terms` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `terms` ADD `merged_into` text;--> statement-breakpoint
CREATE INDEX `terms_merged` ON `terms` (`merged_into`);--> statement-breakpoint
ALTER TABLE `invites` ADD `name` text;--> statement-breakpoint
ALTER TABLE `invites` ADD `list_id` text;--> statement-breakpoint
CREATE INDEX `invites_list` ON `invites` (`list_id`,`email_key`);--> statement-breakpoint
CREATE INDEX `invites_due` ON `invites` (`due_at`);--> statement-breakpoint
ALTER TABLE `people` ADD `password_short` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `last_used_at` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `unused_warned_at` integer;--> statement-breakpoint
CREATE INDEX `people_last_used` ON `people` (`last_used_at`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `method` text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `factors` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `impersonator_id` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `carried_until` integer;--> statement-breakpoint
CREATE INDEX `notifications_read` ON `notifications` (`read_at`);--> statement-breakpoint
CREATE INDEX `reports_closed` ON `reports` (`closed_at`);--> statement-breakpoint
CREATE INDEX `idea_drafts_age` ON `idea_drafts` (`updated_at`);--> statement-breakpoint
CREATE INDEX `tokens_expiry` ON `tokens` (`expires_at`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_revoked` ON `calendar_feeds` (`revoked_at`);