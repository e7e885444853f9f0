ALTER TABLE "editions" ADD COLUMN "grace_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "extended_until" bigint;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "round_no" integer;