CREATE INDEX "checklist_rules_code" ON "checklist_rules" USING btree ("org_id","evidence_code");--> statement-breakpoint
CREATE INDEX "evidence_code" ON "evidence" USING btree ("org_id","code");--> statement-breakpoint
CREATE INDEX "proposal_lines_debt" ON "proposal_lines" USING btree ("org_id","debt_id");