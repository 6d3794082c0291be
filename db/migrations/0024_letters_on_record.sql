ALTER TABLE "contacts" ADD COLUMN "letter_id" uuid;--> statement-breakpoint
ALTER TABLE "letter_batches" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "recipient" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "enclosed" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "lacks" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "conduct_entry_id" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_letter" ON "contacts" USING btree ("org_id","letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_complaint" ON "letters" USING btree ("org_id","conduct_entry_id");