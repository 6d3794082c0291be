CREATE INDEX "saved_analyses_by" ON "saved_analyses" USING btree ("org_id","by");--> statement-breakpoint
CREATE INDEX "chosen_views_of" ON "chosen_views" USING btree ("org_id","view_id");