DROP INDEX "suggestions_order";--> statement-breakpoint
CREATE INDEX "suggestions_best" ON "suggestions" USING btree ("idea_id","subject_kind","score","subject_id");