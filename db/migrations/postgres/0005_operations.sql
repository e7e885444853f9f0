CREATE TABLE "backups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"file" text collate "C" NOT NULL,
	"bytes" double precision,
	"sha256" text collate "C",
	"rows" integer,
	"files" integer,
	"verified_at" bigint,
	"error" text collate "C"
);
--> statement-breakpoint
CREATE INDEX "backups_at" ON "backups" USING btree ("at");