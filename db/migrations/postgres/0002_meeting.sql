CREATE TABLE "allotments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"open_key" text collate "C",
	"state" text collate "C" NOT NULL,
	"with_experts" boolean NOT NULL,
	"pins" text NOT NULL,
	"result" text,
	"revision" integer NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"reminded_at" bigint,
	"closed_at" bigint,
	"closed_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "coach_relations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"coach_id" text collate "C" NOT NULL,
	"open_key" text collate "C",
	"from_at" bigint NOT NULL,
	"until_at" bigint,
	"by_person_id" text collate "C" NOT NULL,
	"allotment_id" text collate "C",
	"ended_by" text collate "C",
	"ended_as" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "idea_changes" (
	"idea_id" text collate "C" PRIMARY KEY NOT NULL,
	"n" integer NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_guest_people" (
	"idea_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint,
	CONSTRAINT "idea_guest_people_idea_id_person_id_pk" PRIMARY KEY("idea_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"id" text collate "C" NOT NULL,
	"blocker_id" text collate "C" NOT NULL,
	"blocked_id" text collate "C" NOT NULL,
	"named" boolean NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "blocks_blocker_id_blocked_id_pk" PRIMARY KEY("blocker_id","blocked_id")
);
--> statement-breakpoint
CREATE TABLE "graft_proposals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"by_idea_id" text collate "C" NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"title" text collate "C" NOT NULL,
	"pitch" text collate "C" NOT NULL,
	"description" text collate "C" NOT NULL,
	"visibility" text collate "C" NOT NULL,
	"match_consent" text collate "C" NOT NULL,
	"meetings" text NOT NULL,
	"message" text collate "C" DEFAULT '' NOT NULL,
	"state" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"reminded_at" bigint,
	"settled_at" bigint,
	"child_id" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "graft_shares" (
	"proposal_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"share" integer NOT NULL,
	CONSTRAINT "graft_shares_proposal_id_person_id_pk" PRIMARY KEY("proposal_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "graft_sources" (
	"proposal_id" text collate "C" NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"answer" text collate "C" NOT NULL,
	"answered_by" text collate "C",
	"answered_at" bigint,
	"reason" text collate "C" DEFAULT '' NOT NULL,
	CONSTRAINT "graft_sources_proposal_id_idea_id_pk" PRIMARY KEY("proposal_id","idea_id")
);
--> statement-breakpoint
CREATE TABLE "need_meetings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"need_id" text collate "C" NOT NULL,
	"idea_id" text collate "C" NOT NULL,
	"met_kind" text collate "C" NOT NULL,
	"met_id" text collate "C",
	"offer_id" text collate "C",
	"words" text collate "C" DEFAULT '' NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "board_groups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"room_id" text collate "C" NOT NULL,
	"title" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "board_notes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"room_id" text collate "C" NOT NULL,
	"group_id" text collate "C",
	"author_id" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"edited_at" bigint,
	"removed_at" bigint,
	"hidden_at" bigint,
	"hidden_by" text collate "C",
	"became_kind" text collate "C",
	"became_id" text collate "C",
	"became_idea_id" text collate "C",
	"became_by" text collate "C",
	"became_at" bigint
);
--> statement-breakpoint
CREATE TABLE "board_votes" (
	"room_id" text collate "C" NOT NULL,
	"round" integer NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"no" integer NOT NULL,
	"each" integer NOT NULL,
	"note_id" text collate "C" NOT NULL,
	CONSTRAINT "board_votes_room_id_round_person_id_no_pk" PRIMARY KEY("room_id","round","person_id","no"),
	CONSTRAINT "board_votes_no" CHECK ("board_votes"."no" >= 0 and "board_votes"."no" < "board_votes"."each")
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"room_id" text collate "C" PRIMARY KEY NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"votes_each" integer DEFAULT 0 NOT NULL,
	"round_opened_by" text collate "C",
	"round_closed_at" bigint,
	"timer_until" bigint,
	"timer_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "room_meetings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"room_id" text collate "C" NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"place" text collate "C" DEFAULT '' NOT NULL,
	"side" integer NOT NULL,
	"state" text collate "C" NOT NULL,
	"proposed_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"reminded_at" bigint,
	"answered_by" text collate "C",
	"answered_at" bigint,
	CONSTRAINT "room_meetings_order" CHECK ("room_meetings"."from_at" < "room_meetings"."until_at")
);
--> statement-breakpoint
CREATE TABLE "room_messages" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"room_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"removed_at" bigint,
	"hidden_at" bigint,
	"hidden_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "room_reads" (
	"room_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "room_reads_room_id_person_id_pk" PRIMARY KEY("room_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "room_sides" (
	"room_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "room_sides_room_id_kind_subject_id_pk" PRIMARY KEY("room_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"origin_id" text collate "C" NOT NULL,
	"campus_id" text collate "C" NOT NULL,
	"opened_at" bigint NOT NULL,
	"active_at" bigint NOT NULL,
	"closed_at" bigint,
	"closed_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "group_sessions" (
	"session_id" text collate "C" PRIMARY KEY NOT NULL,
	"about" text collate "C" DEFAULT '' NOT NULL,
	"languages" text NOT NULL,
	"seats" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"closes_at" bigint NOT NULL,
	"rounds" integer NOT NULL,
	"table_size" integer NOT NULL,
	"round_minutes" integer NOT NULL,
	"code" text collate "C" NOT NULL,
	"run" text collate "C" NOT NULL,
	"round" integer NOT NULL,
	"round_ends_at" bigint,
	"started_at" bigint,
	"ended_at" bigint,
	"plan" text,
	"plan_no" integer DEFAULT 0 NOT NULL,
	"total" double precision,
	"worst" double precision,
	"bound" double precision,
	"optimal" boolean,
	CONSTRAINT "group_sessions_seats" CHECK ("group_sessions"."taken" >= 0 and "group_sessions"."taken" <= "group_sessions"."seats")
);
--> statement-breakpoint
CREATE TABLE "session_answers" (
	"session_id" text collate "C" NOT NULL,
	"from_id" text collate "C" NOT NULL,
	"to_id" text collate "C" NOT NULL,
	"round" integer NOT NULL,
	"yes" boolean NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "session_answers_session_id_from_id_to_id_pk" PRIMARY KEY("session_id","from_id","to_id")
);
--> statement-breakpoint
CREATE TABLE "session_seats" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"session_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"idea_id" text collate "C",
	"state" text collate "C" NOT NULL,
	"queued_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	"offered_until" bigint,
	"checked_in_at" bigint,
	"reminded_at" bigint
);
--> statement-breakpoint
CREATE TABLE "vocabulary" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"source" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"labels" text NOT NULL,
	"synonyms" text NOT NULL,
	"notes" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vocabulary_sources" (
	"source" text collate "C" PRIMARY KEY NOT NULL,
	"version" text collate "C" NOT NULL,
	"notice" text collate "C" NOT NULL,
	"occupations" integer NOT NULL,
	"skills" integer NOT NULL,
	"imported_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vocabulary_words" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"source" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "idea_audience" ADD COLUMN "kind" text collate "C" DEFAULT 'idea' NOT NULL;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "organisation_id" text collate "C";--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "lang" text collate "C" DEFAULT 'nl' NOT NULL;--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "proposed_by" text collate "C";--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "confirmed_by" text collate "C";--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "hidden_at" bigint;--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "hidden_by" text collate "C";--> statement-breakpoint
ALTER TABLE "suggestions" ADD COLUMN "exposed_on" text collate "C";--> statement-breakpoint
ALTER TABLE "allotments" ADD CONSTRAINT "allotments_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allotments" ADD CONSTRAINT "allotments_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_relations" ADD CONSTRAINT "coach_relations_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_relations" ADD CONSTRAINT "coach_relations_coach_id_people_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_relations" ADD CONSTRAINT "coach_relations_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_relations" ADD CONSTRAINT "coach_relations_allotment_id_allotments_id_fk" FOREIGN KEY ("allotment_id") REFERENCES "public"."allotments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_changes" ADD CONSTRAINT "idea_changes_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_guest_people" ADD CONSTRAINT "idea_guest_people_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_guest_people" ADD CONSTRAINT "idea_guest_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocker_id_people_id_fk" FOREIGN KEY ("blocker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocked_id_people_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graft_proposals" ADD CONSTRAINT "graft_proposals_by_idea_id_ideas_id_fk" FOREIGN KEY ("by_idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graft_proposals" ADD CONSTRAINT "graft_proposals_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graft_shares" ADD CONSTRAINT "graft_shares_proposal_id_graft_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."graft_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graft_shares" ADD CONSTRAINT "graft_shares_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graft_sources" ADD CONSTRAINT "graft_sources_proposal_id_graft_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."graft_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graft_sources" ADD CONSTRAINT "graft_sources_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_meetings" ADD CONSTRAINT "need_meetings_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_meetings" ADD CONSTRAINT "need_meetings_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_meetings" ADD CONSTRAINT "need_meetings_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_groups" ADD CONSTRAINT "board_groups_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_groups" ADD CONSTRAINT "board_groups_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_notes" ADD CONSTRAINT "board_notes_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_notes" ADD CONSTRAINT "board_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_votes" ADD CONSTRAINT "board_votes_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_votes" ADD CONSTRAINT "board_votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_votes" ADD CONSTRAINT "board_votes_note_id_board_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."board_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_meetings" ADD CONSTRAINT "room_meetings_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_meetings" ADD CONSTRAINT "room_meetings_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_reads" ADD CONSTRAINT "room_reads_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_reads" ADD CONSTRAINT "room_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_sides" ADD CONSTRAINT "room_sides_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_campus_id_campuses_id_fk" FOREIGN KEY ("campus_id") REFERENCES "public"."campuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_session_id_coaching_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."coaching_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_answers" ADD CONSTRAINT "session_answers_session_id_group_sessions_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("session_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_answers" ADD CONSTRAINT "session_answers_from_id_people_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_answers" ADD CONSTRAINT "session_answers_to_id_people_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_seats" ADD CONSTRAINT "session_seats_session_id_group_sessions_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("session_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_seats" ADD CONSTRAINT "session_seats_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_seats" ADD CONSTRAINT "session_seats_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "allotments_open" ON "allotments" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "allotments_campus" ON "allotments" USING btree ("campus_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "coach_relations_open" ON "coach_relations" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "coach_relations_idea" ON "coach_relations" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "coach_relations_coach" ON "coach_relations" USING btree ("coach_id","until_at");--> statement-breakpoint
CREATE INDEX "idea_changes_seq" ON "idea_changes" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "idea_guest_people_person" ON "idea_guest_people" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "blocks_id" ON "blocks" USING btree ("id");--> statement-breakpoint
CREATE INDEX "blocks_blocked" ON "blocks" USING btree ("blocked_id");--> statement-breakpoint
CREATE INDEX "graft_proposals_state" ON "graft_proposals" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "graft_proposals_child" ON "graft_proposals" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "graft_sources_idea" ON "graft_sources" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "need_meetings_need" ON "need_meetings" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "need_meetings_idea" ON "need_meetings" USING btree ("idea_id","at");--> statement-breakpoint
CREATE INDEX "board_groups_room" ON "board_groups" USING btree ("room_id","created_at");--> statement-breakpoint
CREATE INDEX "board_notes_room" ON "board_notes" USING btree ("room_id","at");--> statement-breakpoint
CREATE INDEX "board_votes_note" ON "board_votes" USING btree ("note_id");--> statement-breakpoint
CREATE INDEX "room_meetings_room" ON "room_meetings" USING btree ("room_id","from_at");--> statement-breakpoint
CREATE INDEX "room_meetings_due" ON "room_meetings" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "room_messages_room" ON "room_messages" USING btree ("room_id","at");--> statement-breakpoint
CREATE INDEX "room_sides_subject" ON "room_sides" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_origin" ON "rooms" USING btree ("kind","origin_id");--> statement-breakpoint
CREATE INDEX "rooms_campus" ON "rooms" USING btree ("campus_id","active_at");--> statement-breakpoint
CREATE INDEX "session_answers_to" ON "session_answers" USING btree ("to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_seats_once" ON "session_seats" USING btree ("session_id","person_id");--> statement-breakpoint
CREATE INDEX "session_seats_person" ON "session_seats" USING btree ("person_id","state");--> statement-breakpoint
CREATE INDEX "session_seats_order" ON "session_seats" USING btree ("session_id","state","queued_at");--> statement-breakpoint
CREATE INDEX "vocabulary_source" ON "vocabulary" USING btree ("source","id");--> statement-breakpoint
CREATE INDEX "vocabulary_words_source" ON "vocabulary_words" USING btree ("source","id");--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idea_audience_kind" ON "idea_audience" USING btree ("audience","kind","planted_at","idea_id");--> statement-breakpoint
CREATE INDEX "idea_versions_sha256" ON "idea_versions" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "suggestions_exposed" ON "suggestions" USING btree ("exposed_on","subject_id");