CREATE TABLE "report_schedules" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report" text NOT NULL,
	"period" text NOT NULL,
	"rhythm" text NOT NULL,
	"day" integer NOT NULL,
	"format" text NOT NULL,
	"locale" text NOT NULL,
	"recipients" uuid[] NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "report_schedules_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "client_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "schedule_id" uuid;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "scheduled_on" date;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "user_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "once" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_org_id_user_id_members_org_id_user_id_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."members"("org_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_scheduled" ON "jobs" USING btree ("org_id","schedule_id","scheduled_on","by");--> statement-breakpoint
CREATE INDEX "outbox_user" ON "outbox" USING btree ("org_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("org_id","once");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_for_one" CHECK (("outbox"."client_id" is null) <> ("outbox"."user_id" is null));