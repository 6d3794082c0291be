CREATE TABLE "protection_records" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "protection_records_org_id_id_version_pk" PRIMARY KEY("org_id","id","version")
);
--> statement-breakpoint
ALTER TABLE "protection_records" ADD CONSTRAINT "protection_records_org_id_saved_by_members_org_id_user_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "public"."members"("org_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "protection_records_saved_by" ON "protection_records" USING btree ("org_id","saved_by");