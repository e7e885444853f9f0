CREATE TABLE "ceremonies" (
	"edition_id" text collate "C" PRIMARY KEY NOT NULL,
	"state" text collate "C" NOT NULL,
	"item_id" text collate "C",
	"step" integer NOT NULL,
	"black" boolean NOT NULL,
	"ends_at" bigint,
	"publishes" boolean NOT NULL,
	"seed" text collate "C",
	"draws" integer NOT NULL,
	"started_at" bigint,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "ceremony_items" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"kind" text collate "C" NOT NULL,
	"entry_id" text collate "C",
	"vote_id" text collate "C",
	"category_id" text collate "C",
	"place" integer,
	"words" text collate "C" DEFAULT '' NOT NULL,
	"minutes" integer NOT NULL,
	"shown_at" bigint,
	"revealed_at" bigint,
	"revealed_id" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "audience_votes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"edition_id" text collate "C" NOT NULL,
	"category_id" text collate "C",
	"scope_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"places" integer NOT NULL,
	"electorate" text collate "C" NOT NULL,
	"seed" text collate "C" NOT NULL,
	"salt" text collate "C",
	"opened_at" bigint,
	"closes_at" bigint,
	"revealed_at" bigint,
	"winner_id" text collate "C",
	"count" text,
	"created_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vote_ballots" (
	"vote_id" text collate "C" NOT NULL,
	"voter_key" text collate "C" NOT NULL,
	"choices" text NOT NULL,
	CONSTRAINT "vote_ballots_vote_id_voter_key_pk" PRIMARY KEY("vote_id","voter_key")
);
--> statement-breakpoint
CREATE TABLE "vote_candidates" (
	"vote_id" text collate "C" NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	CONSTRAINT "vote_candidates_vote_id_entry_id_pk" PRIMARY KEY("vote_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "vote_codes" (
	"digest" text collate "C" PRIMARY KEY NOT NULL,
	"vote_id" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ceremonies" ADD CONSTRAINT "ceremonies_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremony_items" ADD CONSTRAINT "ceremony_items_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremony_items" ADD CONSTRAINT "ceremony_items_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremony_items" ADD CONSTRAINT "ceremony_items_vote_id_audience_votes_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."audience_votes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremony_items" ADD CONSTRAINT "ceremony_items_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremony_items" ADD CONSTRAINT "ceremony_items_revealed_id_entries_id_fk" FOREIGN KEY ("revealed_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_votes" ADD CONSTRAINT "audience_votes_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_votes" ADD CONSTRAINT "audience_votes_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_votes" ADD CONSTRAINT "audience_votes_winner_id_entries_id_fk" FOREIGN KEY ("winner_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_votes" ADD CONSTRAINT "audience_votes_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_ballots" ADD CONSTRAINT "vote_ballots_vote_id_audience_votes_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."audience_votes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_candidates" ADD CONSTRAINT "vote_candidates_vote_id_audience_votes_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."audience_votes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_candidates" ADD CONSTRAINT "vote_candidates_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_codes" ADD CONSTRAINT "vote_codes_vote_id_audience_votes_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."audience_votes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ceremony_items_order" ON "ceremony_items" USING btree ("edition_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "audience_votes_scope" ON "audience_votes" USING btree ("scope_id");--> statement-breakpoint
CREATE INDEX "audience_votes_edition" ON "audience_votes" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "vote_codes_vote" ON "vote_codes" USING btree ("vote_id");