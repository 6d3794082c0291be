ALTER TABLE "agreements" ADD COLUMN "receipt_channel" text;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD COLUMN "approval_channel" text;--> statement-breakpoint
-- What was confirmed before says in the record of deeds how. Whoever migrates owns the tables and is kept out of them by FORCE;
-- what was sent is changed by nobody else.
ALTER TABLE "agreements" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "proposal_versions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "proposal_versions" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "proposal_versions" v SET "approval_channel" = (
  SELECT e."event" ->> 'channel' FROM "audit_events" e WHERE e."org_id" = v."org_id" AND e."case_id" = v."case_id"
    AND e."event" ->> 'type' = 'proposal.approved' AND e."event" ->> 'versionId' = v."id"::text ORDER BY e."seq" DESC LIMIT 1
) WHERE v."client_approved_at" IS NOT NULL;--> statement-breakpoint
UPDATE "agreements" a SET "receipt_channel" = CASE WHEN e."command" LIKE 'portal.%' THEN 'PORTAL' ELSE 'PAPER' END
  FROM "audit_events" e WHERE e."org_id" = a."org_id" AND e."case_id" = a."case_id" AND a."receipt_signed_at" IS NOT NULL
    AND e."event" ->> 'type' = 'agreement.signed' AND e."event" ->> 'agreementId' = a."id"::text;--> statement-breakpoint
ALTER TABLE "proposal_versions" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "agreements" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "proposal_versions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_events" FORCE ROW LEVEL SECURITY;
