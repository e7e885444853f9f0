CREATE TABLE `allotments` (
	`id` text PRIMARY KEY NOT NULL,
	`campus_id` text NOT NULL,
	`open_key` text,
	`state` text NOT NULL,
	`with_experts` integer NOT NULL,
	`pins` text NOT NULL,
	`result` text,
	`revision` integer NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`reminded_at` integer,
	`closed_at` integer,
	`closed_by` text,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `allotments_open` ON `allotments` (`open_key`);--> statement-breakpoint
CREATE INDEX `allotments_campus` ON `allotments` (`campus_id`,`at`);--> statement-breakpoint
CREATE TABLE `coach_relations` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`coach_id` text NOT NULL,
	`open_key` text,
	`from_at` integer NOT NULL,
	`until_at` integer,
	`by_person_id` text NOT NULL,
	`allotment_id` text,
	`ended_by` text,
	`ended_as` text,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coach_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`allotment_id`) REFERENCES `allotments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coach_relations_open` ON `coach_relations` (`open_key`);--> statement-breakpoint
CREATE INDEX `coach_relations_idea` ON `coach_relations` (`idea_id`);--> statement-breakpoint
CREATE INDEX `coach_relations_coach` ON `coach_relations` (`coach_id`,`until_at`);--> statement-breakpoint
CREATE TABLE `idea_changes` (
	`idea_id` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_changes_seq` ON `idea_changes` (`seq`);--> statement-breakpoint
CREATE TABLE `idea_guest_people` (
	`idea_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	PRIMARY KEY(`idea_id`, `person_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_guest_people_person` ON `idea_guest_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` text NOT NULL,
	`blocker_id` text NOT NULL,
	`blocked_id` text NOT NULL,
	`named` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`blocker_id`, `blocked_id`),
	FOREIGN KEY (`blocker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`blocked_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `blocks_id` ON `blocks` (`id`);--> statement-breakpoint
CREATE INDEX `blocks_blocked` ON `blocks` (`blocked_id`);--> statement-breakpoint
CREATE TABLE `graft_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`by_idea_id` text NOT NULL,
	`by_person_id` text NOT NULL,
	`lang` text NOT NULL,
	`title` text NOT NULL,
	`pitch` text NOT NULL,
	`description` text NOT NULL,
	`visibility` text NOT NULL,
	`match_consent` text NOT NULL,
	`meetings` text NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`reminded_at` integer,
	`settled_at` integer,
	`child_id` text,
	FOREIGN KEY (`by_idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `graft_proposals_state` ON `graft_proposals` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `graft_proposals_child` ON `graft_proposals` (`child_id`);--> statement-breakpoint
CREATE TABLE `graft_shares` (
	`proposal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`share` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `person_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `graft_proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `graft_sources` (
	`proposal_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`position` integer NOT NULL,
	`answer` text NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`reason` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`proposal_id`, `idea_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `graft_proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `graft_sources_idea` ON `graft_sources` (`idea_id`);--> statement-breakpoint
CREATE TABLE `need_meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`met_kind` text NOT NULL,
	`met_id` text,
	`offer_id` text,
	`words` text DEFAULT '' NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `need_meetings_need` ON `need_meetings` (`need_id`);--> statement-breakpoint
CREATE INDEX `need_meetings_idea` ON `need_meetings` (`idea_id`,`at`);--> statement-breakpoint
CREATE TABLE `board_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`title` text NOT NULL,
	`lang` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_groups_room` ON `board_groups` (`room_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `board_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`group_id` text,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`lang` text NOT NULL,
	`at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	`hidden_at` integer,
	`hidden_by` text,
	`became_kind` text,
	`became_id` text,
	`became_idea_id` text,
	`became_by` text,
	`became_at` integer,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_notes_room` ON `board_notes` (`room_id`,`at`);--> statement-breakpoint
CREATE TABLE `board_votes` (
	`room_id` text NOT NULL,
	`round` integer NOT NULL,
	`person_id` text NOT NULL,
	`no` integer NOT NULL,
	`each` integer NOT NULL,
	`note_id` text NOT NULL,
	PRIMARY KEY(`room_id`, `round`, `person_id`, `no`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`note_id`) REFERENCES `board_notes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "board_votes_no" CHECK("board_votes"."no" >= 0 and "board_votes"."no" < "board_votes"."each")
);
--> statement-breakpoint
CREATE INDEX `board_votes_note` ON `board_votes` (`note_id`);--> statement-breakpoint
CREATE TABLE `boards` (
	`room_id` text PRIMARY KEY NOT NULL,
	`round` integer DEFAULT 0 NOT NULL,
	`votes_each` integer DEFAULT 0 NOT NULL,
	`round_opened_by` text,
	`round_closed_at` integer,
	`timer_until` integer,
	`timer_by` text,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `room_meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`side` integer NOT NULL,
	`state` text NOT NULL,
	`proposed_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`reminded_at` integer,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "room_meetings_order" CHECK("room_meetings"."from_at" < "room_meetings"."until_at")
);
--> statement-breakpoint
CREATE INDEX `room_meetings_room` ON `room_meetings` (`room_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `room_meetings_due` ON `room_meetings` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `room_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`lang` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer,
	`hidden_at` integer,
	`hidden_by` text,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `room_messages_room` ON `room_messages` (`room_id`,`at`);--> statement-breakpoint
CREATE TABLE `room_reads` (
	`room_id` text NOT NULL,
	`person_id` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`room_id`, `person_id`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `room_sides` (
	`room_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`room_id`, `kind`, `subject_id`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `room_sides_subject` ON `room_sides` (`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`origin_id` text NOT NULL,
	`campus_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`active_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	FOREIGN KEY (`campus_id`) REFERENCES `campuses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_origin` ON `rooms` (`kind`,`origin_id`);--> statement-breakpoint
CREATE INDEX `rooms_campus` ON `rooms` (`campus_id`,`active_at`);--> statement-breakpoint
CREATE TABLE `group_sessions` (
	`session_id` text PRIMARY KEY NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`languages` text NOT NULL,
	`seats` integer NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`closes_at` integer NOT NULL,
	`rounds` integer NOT NULL,
	`table_size` integer NOT NULL,
	`round_minutes` integer NOT NULL,
	`code` text NOT NULL,
	`run` text NOT NULL,
	`round` integer NOT NULL,
	`round_ends_at` integer,
	`started_at` integer,
	`ended_at` integer,
	`plan` text,
	`plan_no` integer DEFAULT 0 NOT NULL,
	`total` real,
	`worst` real,
	`bound` real,
	`optimal` integer,
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_sessions_seats" CHECK("group_sessions"."taken" >= 0 and "group_sessions"."taken" <= "group_sessions"."seats")
);
--> statement-breakpoint
CREATE TABLE `session_answers` (
	`session_id` text NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`round` integer NOT NULL,
	`yes` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `from_id`, `to_id`),
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`session_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_answers_to` ON `session_answers` (`to_id`);--> statement-breakpoint
CREATE TABLE `session_seats` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`idea_id` text,
	`state` text NOT NULL,
	`queued_at` integer NOT NULL,
	`at` integer NOT NULL,
	`offered_until` integer,
	`checked_in_at` integer,
	`reminded_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`session_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_seats_once` ON `session_seats` (`session_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `session_seats_person` ON `session_seats` (`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `session_seats_order` ON `session_seats` (`session_id`,`state`,`queued_at`);--> statement-breakpoint
CREATE TABLE `vocabulary` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`labels` text NOT NULL,
	`synonyms` text NOT NULL,
	`notes` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `vocabulary_source` ON `vocabulary` (`source`,`id`);--> statement-breakpoint
CREATE TABLE `vocabulary_sources` (
	`source` text PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`notice` text NOT NULL,
	`occupations` integer NOT NULL,
	`skills` integer NOT NULL,
	`imported_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `vocabulary_words` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`lang` text NOT NULL,
	`words` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `vocabulary_words_source` ON `vocabulary_words` (`source`,`id`);--> statement-breakpoint
ALTER TABLE `idea_audience` ADD `kind` text DEFAULT 'idea' NOT NULL;--> statement-breakpoint
CREATE INDEX `idea_audience_kind` ON `idea_audience` (`audience`,`kind`,`planted_at`,`idea_id`);--> statement-breakpoint
ALTER TABLE `ideas` ADD `organisation_id` text REFERENCES organisations(id);--> statement-breakpoint
ALTER TABLE `interests` ADD `lang` text DEFAULT 'nl' NOT NULL;--> statement-breakpoint
ALTER TABLE `interests` ADD `proposed_by` text;--> statement-breakpoint
ALTER TABLE `interests` ADD `confirmed_by` text;--> statement-breakpoint
ALTER TABLE `interests` ADD `hidden_at` integer;--> statement-breakpoint
ALTER TABLE `interests` ADD `hidden_by` text;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `exposed_on` text;--> statement-breakpoint
CREATE INDEX `suggestions_exposed` ON `suggestions` (`exposed_on`,`subject_id`);--> statement-breakpoint
CREATE INDEX `idea_versions_sha256` ON `idea_versions` (`sha256`);