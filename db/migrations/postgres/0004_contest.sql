CREATE TABLE "blind_rounds" (
	"round_id" text collate "C" PRIMARY KEY NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_draft_files" (
	"entry_id" text collate "C" NOT NULL,
	"field_key" text collate "C" NOT NULL,
	"file_id" text collate "C" NOT NULL,
	CONSTRAINT "entry_draft_files_entry_id_field_key_pk" PRIMARY KEY("entry_id","field_key")
);
--> statement-breakpoint
CREATE TABLE "entry_files" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"field_key" text collate "C" NOT NULL,
	"storage_key" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"size" integer NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"traceless" boolean NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_redacted_files" (
	"version_id" text collate "C" NOT NULL,
	"field_key" text collate "C" NOT NULL,
	"file_id" text collate "C" NOT NULL,
	CONSTRAINT "entry_redacted_files_version_id_field_key_pk" PRIMARY KEY("version_id","field_key")
);
--> statement-breakpoint
CREATE TABLE "entry_redactions" (
	"version_id" text collate "C" PRIMARY KEY NOT NULL,
	"texts" text NOT NULL,
	"links" text NOT NULL,
	"revision" integer NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_version_files" (
	"version_id" text collate "C" NOT NULL,
	"field_key" text collate "C" NOT NULL,
	"file_id" text collate "C" NOT NULL,
	CONSTRAINT "entry_version_files_version_id_field_key_pk" PRIMARY KEY("version_id","field_key")
);
--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_draft_files" ADD CONSTRAINT "entry_draft_files_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_draft_files" ADD CONSTRAINT "entry_draft_files_file_id_entry_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."entry_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_files" ADD CONSTRAINT "entry_files_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_files" ADD CONSTRAINT "entry_files_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redacted_files" ADD CONSTRAINT "entry_redacted_files_version_id_entry_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."entry_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redacted_files" ADD CONSTRAINT "entry_redacted_files_file_id_entry_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."entry_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redactions" ADD CONSTRAINT "entry_redactions_version_id_entry_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."entry_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redactions" ADD CONSTRAINT "entry_redactions_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version_files" ADD CONSTRAINT "entry_version_files_version_id_entry_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."entry_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version_files" ADD CONSTRAINT "entry_version_files_file_id_entry_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."entry_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_draft_files_file" ON "entry_draft_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_files_storage" ON "entry_files" USING btree ("storage_key");--> statement-breakpoint
CREATE INDEX "entry_files_entry" ON "entry_files" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "entry_redacted_files_file" ON "entry_redacted_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "entry_version_files_file" ON "entry_version_files" USING btree ("file_id");