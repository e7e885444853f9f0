CREATE TABLE `assessment_scores` (
	`assessment_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`points` integer NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`assessment_id`, `criterion_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criteria`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessment_scores_range" CHECK("assessment_scores"."points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`rubric_version_id` text NOT NULL,
	`person_id` text NOT NULL,
	`side` text NOT NULL,
	`idea_version_no` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`lang` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer,
	`hidden_at` integer,
	`hidden_by` text,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rubric_version_id`) REFERENCES `rubric_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assessments_idea` ON `assessments` (`idea_id`,`at`);--> statement-breakpoint
CREATE INDEX `assessments_person` ON `assessments` (`person_id`,`side`);--> statement-breakpoint
CREATE TABLE `edition_rubrics` (
	`edition_id` text NOT NULL,
	`rubric_version_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `rubric_version_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rubric_version_id`) REFERENCES `rubric_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `edition_rubrics_version` ON `edition_rubrics` (`rubric_version_id`);--> statement-breakpoint
CREATE TABLE `round_rubrics` (
	`round_id` text NOT NULL,
	`category_id` text NOT NULL,
	`rubric_version_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `category_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rubric_version_id`) REFERENCES `rubric_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_rubrics_version` ON `round_rubrics` (`rubric_version_id`);