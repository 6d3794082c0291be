CREATE TABLE "conduct_entries" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"channel" text NOT NULL,
	"party" text NOT NULL,
	"person" text NOT NULL,
	"is_answered" boolean NOT NULL,
	"is_agreed" boolean DEFAULT false NOT NULL,
	"is_disclosed" boolean DEFAULT false NOT NULL,
	"was_refused" boolean DEFAULT false NOT NULL,
	"is_unreachable" boolean DEFAULT false NOT NULL,
	"description" text NOT NULL,
	"evidence_id" uuid,
	"by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conduct_entries_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "fallback_plans" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'OPEN' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"amount" numeric(14,2) NOT NULL,
	"progress" numeric(14,2) NOT NULL,
	"monthly" numeric(14,2),
	"target_on" date,
	"terms" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "fallback_plans_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "referral_bodies" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"contact" text NOT NULL,
	"is_free" boolean NOT NULL,
	"fee" text DEFAULT '' NOT NULL,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"approved_by" uuid NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "referral_bodies_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "conduct_entries" ADD CONSTRAINT "conduct_entries_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fallback_plans" ADD CONSTRAINT "fallback_plans_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conduct_entries_case" ON "conduct_entries" USING btree ("org_id","case_id","at");--> statement-breakpoint
CREATE INDEX "fallback_plans_case" ON "fallback_plans" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "fallback_plans_client" ON "fallback_plans" USING btree ("org_id","client_id");