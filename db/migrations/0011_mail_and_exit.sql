ALTER TABLE "clients" ADD COLUMN "email_bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "quick_exit" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "covers" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "leased_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "evidence_types" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "organisations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "evidence_types" ("org_id", "code", "name_zh", "name_en") SELECT "id", 'PAYMENT_PROOF', '还款凭证', 'Proof of payment' FROM "organisations" ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "evidence_types" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "organisations" FORCE ROW LEVEL SECURITY;
