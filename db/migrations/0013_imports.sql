CREATE TABLE "import_rows" (
	"org_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"state" text NOT NULL,
	"fingerprint" text DEFAULT '' NOT NULL,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"client_id" uuid,
	"case_id" uuid,
	"debt_id" uuid,
	"made_client" boolean DEFAULT false NOT NULL,
	"made_case" boolean DEFAULT false NOT NULL,
	"case_version" integer,
	CONSTRAINT "import_rows_org_id_import_id_line_pk" PRIMARY KEY("org_id","import_id","line")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"total" integer NOT NULL,
	"consent" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "imports_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "import_rows_once" ON "import_rows" USING btree ("org_id","fingerprint") WHERE "import_rows"."state" = 'IMPORTED';--> statement-breakpoint
CREATE INDEX "import_rows_client" ON "import_rows" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "imports_at" ON "imports" USING btree ("org_id","at");