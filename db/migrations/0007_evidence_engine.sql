CREATE TABLE "evidence_bundles" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"recipient" text NOT NULL,
	"address" text NOT NULL,
	"creditor_contact_id" uuid,
	"channel" text NOT NULL,
	"purpose" text NOT NULL,
	"proof" text DEFAULT '' NOT NULL,
	"contact_id" uuid NOT NULL,
	"version_id" uuid,
	"truth_channel" text NOT NULL,
	"share_consent_id" uuid NOT NULL,
	"sensitive_consent_id" uuid,
	"items" jsonb NOT NULL,
	"list_hash" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" uuid NOT NULL,
	CONSTRAINT "evidence_bundles_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "verification_requests" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"asked_on" date NOT NULL,
	"channel" text NOT NULL,
	"asked" text NOT NULL,
	"deadline" date,
	"answered_on" date,
	"answer" text DEFAULT '' NOT NULL,
	"bundle_id" uuid,
	"by" uuid NOT NULL,
	"answered_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "verification_requests_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "checklist_versions" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hardship" text,
	"number" integer NOT NULL,
	"lines" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "checklist_versions_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "checklist_versions_number" UNIQUE NULLS NOT DISTINCT("org_id","hardship","number")
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "also_for" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "debt_id" uuid;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "statement_id" uuid;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "client_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "client_confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "client_confirmed_channel" text;--> statement-breakpoint
ALTER TABLE "evidence_types" ADD COLUMN "valid_months" integer;--> statement-breakpoint
ALTER TABLE "evidence_bundles" ADD CONSTRAINT "evidence_bundles_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_requests" ADD CONSTRAINT "verification_requests_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_bundles_number" ON "evidence_bundles" USING btree ("org_id","case_id","number");--> statement-breakpoint
CREATE INDEX "evidence_bundles_client" ON "evidence_bundles" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "verification_requests_case" ON "verification_requests" USING btree ("org_id","case_id","asked_on");