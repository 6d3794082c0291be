CREATE TABLE "past_outcomes" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"person" uuid NOT NULL,
	"case_key" uuid NOT NULL,
	"creditor_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"sent_on" date NOT NULL,
	"decided_on" date,
	"agreed" boolean DEFAULT false NOT NULL,
	"catalogue_version" integer NOT NULL,
	"values" jsonb NOT NULL,
	"missing" jsonb NOT NULL,
	CONSTRAINT "past_outcomes_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "consent" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "kind" text DEFAULT 'CASES' NOT NULL;--> statement-breakpoint
ALTER TABLE "past_outcomes" ADD CONSTRAINT "past_outcomes_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "past_outcomes_once" ON "past_outcomes" USING btree ("org_id","case_key","sent_on");--> statement-breakpoint
CREATE INDEX "past_outcomes_person" ON "past_outcomes" USING btree ("org_id","person");--> statement-breakpoint
CREATE INDEX "past_outcomes_import" ON "past_outcomes" USING btree ("org_id","import_id");