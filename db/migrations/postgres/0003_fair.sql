DROP INDEX "role_grants_person";--> statement-breakpoint
CREATE INDEX "role_grants_person" ON "role_grants" USING btree ("person_id","scope_id","role");