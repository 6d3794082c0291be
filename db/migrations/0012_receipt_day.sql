ALTER TABLE "agreements" ADD COLUMN "receipt_signed_on" date;--> statement-breakpoint
-- Receipts of before bear the day they were put on record. Whoever migrates owns the table and is kept out of it by FORCE.
ALTER TABLE "agreements" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "agreements" SET "receipt_signed_on" = ("receipt_signed_at" AT TIME ZONE o."time_zone")::date
  FROM "organisations" o WHERE o."id" = "agreements"."org_id" AND "receipt_signed_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" FORCE ROW LEVEL SECURITY;
