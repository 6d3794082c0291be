CREATE TABLE "letter_batches" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"total" integer NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "letter_batches_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "letter_templates" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"number" integer,
	"title" text NOT NULL,
	"salutation" text NOT NULL,
	"body" text NOT NULL,
	"signature" text NOT NULL,
	"hash" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "letter_templates_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"stamp" text DEFAULT '' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"hash" text DEFAULT '' NOT NULL,
	"file" text DEFAULT '' NOT NULL,
	"by" uuid,
	"at" timestamp with time zone,
	CONSTRAINT "letters_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_org_id_batch_id_letter_batches_org_id_id_fk" FOREIGN KEY ("org_id","batch_id") REFERENCES "public"."letter_batches"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_batches_at" ON "letter_batches" USING btree ("org_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_templates_number" ON "letter_templates" USING btree ("org_id","kind","locale","number");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_templates_draft" ON "letter_templates" USING btree ("org_id","kind","locale") WHERE "letter_templates"."number" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "letters_position" ON "letters" USING btree ("org_id","batch_id","position");--> statement-breakpoint
CREATE INDEX "letters_case" ON "letters" USING btree ("org_id","case_id");