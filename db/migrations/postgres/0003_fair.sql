DROP INDEX "role_grants_person";--> statement-breakpoint
ALTER TABLE "graft_proposals" ADD COLUMN "removed_at" bigint;--> statement-breakpoint
ALTER TABLE "graft_proposals" ADD COLUMN "hidden_at" bigint;--> statement-breakpoint
ALTER TABLE "graft_proposals" ADD COLUMN "hidden_by" text collate "C";--> statement-breakpoint
CREATE INDEX "role_grants_person" ON "role_grants" USING btree ("person_id","scope_id","role");