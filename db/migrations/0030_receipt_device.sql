ALTER TABLE "agreements" ADD COLUMN "receipt_device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD COLUMN "approval_device" text DEFAULT '' NOT NULL;