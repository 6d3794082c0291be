CREATE TABLE "incident_notices" (
	"org_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"data_kinds" text[] DEFAULT '{}' NOT NULL,
	"zh" jsonb NOT NULL,
	"en" jsonb NOT NULL,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"mailed_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	CONSTRAINT "incident_notices_org_id_incident_id_client_id_pk" PRIMARY KEY("org_id","incident_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "incident_notices" ADD CONSTRAINT "incident_notices_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "public"."clients"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incident_notices_client" ON "incident_notices" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "incident_notices_to_mail" ON "incident_notices" USING btree ("org_id","client_id") WHERE "incident_notices"."mailed_at" is null;