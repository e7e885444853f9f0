CREATE TABLE "settings" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"changed_by" text collate "C",
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_steps" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"person_id" text collate "C",
	"payload" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"method" text collate "C" NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"user_agent" text collate "C" NOT NULL,
	"network" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "destructions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"rule" text collate "C" NOT NULL,
	"count" integer NOT NULL,
	"oldest" bigint NOT NULL,
	"newest" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"lines" text NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention_holds" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"subject_kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"by_person_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"lifted_at" bigint,
	"lifted_by" text collate "C"
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "method" text collate "C" DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "factors" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "impersonator_id" text collate "C";--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_steps_expiry" ON "sign_in_steps" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_steps_person" ON "sign_in_steps" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_ins_person" ON "sign_ins" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "sign_ins_at" ON "sign_ins" USING btree ("at");--> statement-breakpoint
CREATE INDEX "destructions_at" ON "destructions" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_number" ON "erasures" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_sha256" ON "erasures" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "erasures_at" ON "erasures" USING btree ("at");--> statement-breakpoint
CREATE INDEX "retention_holds_subject" ON "retention_holds" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "retention_holds_at" ON "retention_holds" USING btree ("at");