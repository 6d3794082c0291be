CREATE TABLE "agreements" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"status" text NOT NULL,
	"schedule" jsonb NOT NULL,
	"total" numeric(14,2) NOT NULL,
	"written_confirmation_id" uuid,
	"confirmed_on" date,
	"receipt_opened_at" timestamp with time zone,
	"receipt_signed_at" timestamp with time zone,
	"receipt_signed_name" text DEFAULT '' NOT NULL,
	"override_by" uuid,
	"override_reason" text DEFAULT '' NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agreements_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "instalments" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"due_on" date NOT NULL,
	"principal" numeric(14,2) NOT NULL,
	"interest" numeric(14,2) NOT NULL,
	"fees" numeric(14,2) NOT NULL,
	"amount" numeric(14,2) NOT NULL,
	"paid" numeric(14,2) NOT NULL,
	"paid_on" date,
	CONSTRAINT "instalments_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"paid_on" date NOT NULL,
	"amount" numeric(14,2) NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"evidence_id" uuid,
	"reported_by" uuid NOT NULL,
	"verified_by" uuid,
	"verified_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "access_log" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"object" text DEFAULT '' NOT NULL,
	"client_id" uuid,
	CONSTRAINT "access_log_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"org_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"command" text NOT NULL,
	"case_id" uuid,
	"event" jsonb NOT NULL,
	"request_id" text DEFAULT '' NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_events_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"org_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"response" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_org_id_actor_id_key_pk" PRIMARY KEY("org_id","actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "board_counters" (
	"org_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"count" bigint NOT NULL,
	"total" numeric(14,2) NOT NULL,
	CONSTRAINT "board_counters_org_id_owner_id_team_id_stage_pk" PRIMARY KEY("org_id","owner_id","team_id","stage")
);
--> statement-breakpoint
CREATE TABLE "case_search" (
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"team_id" uuid,
	"text" text NOT NULL,
	CONSTRAINT "case_search_org_id_case_id_pk" PRIMARY KEY("org_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"serial" integer NOT NULL,
	"number" text NOT NULL,
	"client_id" uuid NOT NULL,
	"creditor_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"team_id" uuid,
	"stage" text NOT NULL,
	"stage_since" timestamp with time zone NOT NULL,
	"whose_move" text NOT NULL,
	"next_action" text,
	"next_action_text" text DEFAULT '' NOT NULL,
	"due_on" date,
	"due_sort" date GENERATED ALWAYS AS (coalesce(due_on, date '9999-12-31')) STORED NOT NULL,
	"hold_until" date,
	"hold_reason" text DEFAULT '' NOT NULL,
	"overlays" text[] DEFAULT '{}' NOT NULL,
	"goal" text DEFAULT '' NOT NULL,
	"source" text DEFAULT 'SELF' NOT NULL,
	"triage" text,
	"triage_reason" text DEFAULT '' NOT NULL,
	"hardship_type" text,
	"owed" numeric(14,2) NOT NULL,
	"oldest_due_on" date,
	"opened_at" timestamp with time zone NOT NULL,
	"first_hardship_contact_at" timestamp with time zone,
	"round" integer DEFAULT 1 NOT NULL,
	"fallback_reason" text,
	"closed_at" timestamp with time zone,
	"closing_outcome" text,
	"closing_reason" text DEFAULT '' NOT NULL,
	"client_summary" text DEFAULT '' NOT NULL,
	"card" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cases_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"direction" text NOT NULL,
	"channel" text NOT NULL,
	"counterpart" text NOT NULL,
	"purpose" text NOT NULL,
	"speaker" text DEFAULT 'COUNSELLOR_WITH_AUTHORITY' NOT NULL,
	"number_dialled" text DEFAULT '' NOT NULL,
	"agent_number" text DEFAULT '' NOT NULL,
	"summary" text NOT NULL,
	"promised_reply_by" date,
	"evidence_id" uuid,
	"client_visible" text DEFAULT 'NO' NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "contacts_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "sensitive_grants" (
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "sensitive_grants_org_id_case_id_user_id_pk" PRIMARY KEY("org_id","case_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "stage_events" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"from" text,
	"to" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"overrode" text[] DEFAULT '{}' NOT NULL,
	"undoes" uuid,
	CONSTRAINT "stage_events_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"title" text NOT NULL,
	"due_on" date,
	"assignee_id" uuid NOT NULL,
	"origin" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "tasks_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "authorisations" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"agent" text NOT NULL,
	"matters" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"signed_on" date NOT NULL,
	"evidence_id" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "authorisations_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"masked_name" text NOT NULL,
	"preferred_name" text DEFAULT '' NOT NULL,
	"phone" text,
	"phone_tail" text DEFAULT '' NOT NULL,
	"id_type" text DEFAULT 'RESIDENT_ID' NOT NULL,
	"id_number" text,
	"bank_account" text,
	"language" text DEFAULT 'zh-CN' NOT NULL,
	"dependants" integer,
	"employment" text DEFAULT '' NOT NULL,
	"safe_contact" text DEFAULT '' NOT NULL,
	"safe_phrase" text DEFAULT '' NOT NULL,
	"hide_address" boolean DEFAULT false NOT NULL,
	"vulnerability" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "clients_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"text_version" text NOT NULL,
	"channel" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consents_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "hardships" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"type" text NOT NULL,
	"started_on" date NOT NULL,
	"expected_end_on" date,
	"narrative" text DEFAULT '' NOT NULL,
	"is_primary" boolean DEFAULT true NOT NULL,
	"income_before" numeric(14,2),
	"income_verified" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hardships_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"as_of" date NOT NULL,
	"lines" jsonb NOT NULL,
	"income" numeric(14,2) NOT NULL,
	"fixed" numeric(14,2) NOT NULL,
	"flexible" numeric(14,2) NOT NULL,
	"reserve" numeric(14,2) NOT NULL,
	"disposable" numeric(14,2) NOT NULL,
	"source" text DEFAULT 'COUNSELLOR' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statements_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "creditor_contacts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"creditor_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"value" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"source" text NOT NULL,
	"verified_on" date NOT NULL,
	CONSTRAINT "creditor_contacts_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "creditor_products" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"creditor_id" uuid NOT NULL,
	"brand" text NOT NULL,
	"type" text NOT NULL,
	"max_limit" numeric(14,2),
	"min_term_days" integer,
	"max_term_months" integer,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "creditor_products_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "creditors" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"legal_name" text NOT NULL,
	"short_name" text NOT NULL,
	"regulator_class" text NOT NULL,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "creditors_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "balance_snapshots" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debt_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"captured_at" timestamp with time zone NOT NULL,
	"buckets" jsonb NOT NULL,
	"evidence_id" uuid,
	"by" uuid NOT NULL,
	CONSTRAINT "balance_snapshots_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "debts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"contract_number" text DEFAULT '' NOT NULL,
	"contract_lender" text DEFAULT '' NOT NULL,
	"current_holder" text DEFAULT '' NOT NULL,
	"collector" text DEFAULT '' NOT NULL,
	"funding_mode" text DEFAULT 'UNKNOWN' NOT NULL,
	"holder_stage" text DEFAULT 'IN_HOUSE' NOT NULL,
	"started_on" date,
	"ends_on" date,
	"original_amount" numeric(14,2),
	"credit_limit" numeric(14,2),
	"method" text NOT NULL,
	"daily_percent" numeric(14,8),
	"rate_source" text DEFAULT 'UNKNOWN' NOT NULL,
	"total_periods" integer,
	"remaining_periods" integer,
	"next_due_on" date,
	"oldest_unpaid_due_on" date,
	"grace_days" integer DEFAULT 0 NOT NULL,
	"principal" numeric(14,2) NOT NULL,
	"overdue_principal" numeric(14,2) NOT NULL,
	"interest" numeric(14,2) NOT NULL,
	"overdue_interest" numeric(14,2) NOT NULL,
	"penalty_principal" numeric(14,2) NOT NULL,
	"penalty_interest" numeric(14,2) NOT NULL,
	"fees" numeric(14,2) NOT NULL,
	"credit_status" text DEFAULT 'UNKNOWN' NOT NULL,
	"disputed" boolean DEFAULT false NOT NULL,
	"limitation_last_interruption" date,
	"limitation_basis" text DEFAULT '' NOT NULL,
	"overdue_episodes" integer,
	"on_time_percent" numeric(14,8),
	"earlier_restructures" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "debts_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "checklist_rules" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hardship" text,
	"group" text NOT NULL,
	"evidence_code" text NOT NULL,
	"required" boolean NOT NULL,
	"months" integer,
	CONSTRAINT "checklist_rules_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"case_id" uuid,
	"code" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"issuer" text DEFAULT 'CLIENT' NOT NULL,
	"covers_from" date,
	"covers_to" date,
	"expires_on" date,
	"file_hash" text,
	"file_name" text DEFAULT '' NOT NULL,
	"file_type" text DEFAULT '' NOT NULL,
	"file_size" integer DEFAULT 0 NOT NULL,
	"preview_hash" text,
	"reject_reason" text DEFAULT '' NOT NULL,
	"received_at" timestamp with time zone,
	"verified_by" uuid,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "evidence_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "evidence_requests" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"code" text NOT NULL,
	"from" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"deadline" date,
	"created_at" timestamp with time zone NOT NULL,
	"fulfilled_at" timestamp with time zone,
	"fulfilled_by" uuid,
	"cannot_provide" text DEFAULT '' NOT NULL,
	CONSTRAINT "evidence_requests_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "evidence_types" (
	"org_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"sensitive" text DEFAULT 'NONE' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "evidence_types_org_id_code_pk" PRIMARY KEY("org_id","code")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deputies" (
	"org_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	CONSTRAINT "deputies_org_id_owner_id_deputy_id_from_pk" PRIMARY KEY("org_id","owner_id","deputy_id","from")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"client_id" uuid,
	"disabled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "members_org_id_user_id_pk" PRIMARY KEY("org_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"time_zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"fee_policy" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"last_case_number" integer DEFAULT 0 NOT NULL,
	"rules" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"sid_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"idle_minutes" integer NOT NULL,
	"revoked_at" timestamp with time zone,
	"user_agent" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "team_members_org_id_team_id_user_id_pk" PRIMARY KEY("org_id","team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_private" boolean DEFAULT false NOT NULL,
	CONSTRAINT "teams_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text,
	"disabled_at" timestamp with time zone,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"debt_id" uuid,
	"result" text NOT NULL,
	"granted" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reasons" text[] DEFAULT '{}' NOT NULL,
	"grant_ratios" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"decided_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"channel" text NOT NULL,
	"decided_by" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"evidence_id" uuid,
	"counter_accepted" boolean DEFAULT false NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "decisions_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "factor_snapshots" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"catalogue_version" integer NOT NULL,
	"values" jsonb NOT NULL,
	"missing" jsonb NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"refrozen" boolean DEFAULT false NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "factor_snapshots_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "proposal_lines" (
	"org_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"debt_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"reliefs" jsonb NOT NULL,
	"treatment" text DEFAULT 'FIRST_INSTALMENT' NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"instalment" numeric(14,2) NOT NULL,
	"total" numeric(14,2) NOT NULL,
	"waived" numeric(14,2) NOT NULL,
	CONSTRAINT "proposal_lines_org_id_version_id_debt_id_pk" PRIMARY KEY("org_id","version_id","debt_id")
);
--> statement-breakpoint
CREATE TABLE "proposal_versions" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"round" integer NOT NULL,
	"statement_id" uuid,
	"surplus" numeric(14,2),
	"what_changed" text DEFAULT '' NOT NULL,
	"over_affordable_reason" text DEFAULT '' NOT NULL,
	"limitation_answer" text,
	"truth_declared_at" timestamp with time zone,
	"client_approved_at" timestamp with time zone,
	"client_approved_by" uuid,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	"rated_willingness" integer,
	"source_of_funds" text DEFAULT '' NOT NULL,
	"letter_locale" text DEFAULT 'zh-CN' NOT NULL,
	"letter_title" text DEFAULT '' NOT NULL,
	"letter_text" text DEFAULT '' NOT NULL,
	"letter_template" text DEFAULT '' NOT NULL,
	"letter_hash" text DEFAULT '' NOT NULL,
	"valid_until" date,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"channel" text,
	"proof" text DEFAULT '' NOT NULL,
	"expected_reply_by" date,
	"outcome" text DEFAULT 'PENDING' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "proposal_versions_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalments" ADD CONSTRAINT "instalments_org_id_agreement_id_agreements_org_id_id_fk" FOREIGN KEY ("org_id","agreement_id") REFERENCES "public"."agreements"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_org_id_agreement_id_agreements_org_id_id_fk" FOREIGN KEY ("org_id","agreement_id") REFERENCES "public"."agreements"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_search" ADD CONSTRAINT "case_search_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "public"."clients"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_org_id_creditor_id_creditors_org_id_id_fk" FOREIGN KEY ("org_id","creditor_id") REFERENCES "public"."creditors"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_org_id_product_id_creditor_products_org_id_id_fk" FOREIGN KEY ("org_id","product_id") REFERENCES "public"."creditor_products"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_org_id_owner_id_members_org_id_user_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."members"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sensitive_grants" ADD CONSTRAINT "sensitive_grants_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_events" ADD CONSTRAINT "stage_events_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorisations" ADD CONSTRAINT "authorisations_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "public"."clients"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "public"."clients"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hardships" ADD CONSTRAINT "hardships_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "public"."clients"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "public"."clients"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "creditor_contacts" ADD CONSTRAINT "creditor_contacts_org_id_creditor_id_creditors_org_id_id_fk" FOREIGN KEY ("org_id","creditor_id") REFERENCES "public"."creditors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "creditor_products" ADD CONSTRAINT "creditor_products_org_id_creditor_id_creditors_org_id_id_fk" FOREIGN KEY ("org_id","creditor_id") REFERENCES "public"."creditors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_snapshots" ADD CONSTRAINT "balance_snapshots_org_id_debt_id_debts_org_id_id_fk" FOREIGN KEY ("org_id","debt_id") REFERENCES "public"."debts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debts" ADD CONSTRAINT "debts_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debts" ADD CONSTRAINT "debts_org_id_product_id_creditor_products_org_id_id_fk" FOREIGN KEY ("org_id","product_id") REFERENCES "public"."creditor_products"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_rules" ADD CONSTRAINT "checklist_rules_org_id_evidence_code_evidence_types_org_id_code_fk" FOREIGN KEY ("org_id","evidence_code") REFERENCES "public"."evidence_types"("org_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "public"."clients"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_org_id_code_evidence_types_org_id_code_fk" FOREIGN KEY ("org_id","code") REFERENCES "public"."evidence_types"("org_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_requests" ADD CONSTRAINT "evidence_requests_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_org_id_version_id_proposal_versions_org_id_id_fk" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."proposal_versions"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_snapshots" ADD CONSTRAINT "factor_snapshots_org_id_version_id_proposal_versions_org_id_id_fk" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."proposal_versions"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_lines" ADD CONSTRAINT "proposal_lines_org_id_version_id_proposal_versions_org_id_id_fk" FOREIGN KEY ("org_id","version_id") REFERENCES "public"."proposal_versions"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_lines" ADD CONSTRAINT "proposal_lines_org_id_debt_id_debts_org_id_id_fk" FOREIGN KEY ("org_id","debt_id") REFERENCES "public"."debts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreements_case" ON "agreements" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "instalments_n" ON "instalments" USING btree ("org_id","agreement_id","n");--> statement-breakpoint
CREATE INDEX "instalments_case" ON "instalments" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "payments_agreement" ON "payments" USING btree ("org_id","agreement_id");--> statement-breakpoint
CREATE INDEX "access_log_at" ON "access_log" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "access_log_client" ON "access_log" USING btree ("org_id","client_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_case" ON "audit_events" USING btree ("org_id","case_id","seq");--> statement-breakpoint
CREATE INDEX "case_search_text" ON "case_search" USING gin ("text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "cases_serial" ON "cases" USING btree ("org_id","serial");--> statement-breakpoint
CREATE INDEX "cases_board" ON "cases" USING btree ("org_id","stage","due_sort","serial");--> statement-breakpoint
CREATE INDEX "cases_owner" ON "cases" USING btree ("org_id","owner_id","stage","due_sort","serial");--> statement-breakpoint
CREATE INDEX "cases_team" ON "cases" USING btree ("org_id","team_id","stage","due_sort","serial");--> statement-breakpoint
CREATE INDEX "cases_client" ON "cases" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "cases_creditor" ON "cases" USING btree ("org_id","creditor_id");--> statement-breakpoint
CREATE INDEX "cases_product" ON "cases" USING btree ("org_id","product_id");--> statement-breakpoint
CREATE INDEX "contacts_case" ON "contacts" USING btree ("org_id","case_id","at");--> statement-breakpoint
CREATE INDEX "stage_events_case" ON "stage_events" USING btree ("org_id","case_id","at");--> statement-breakpoint
CREATE INDEX "tasks_case" ON "tasks" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("org_id","assignee_id","due_on");--> statement-breakpoint
CREATE INDEX "authorisations_client" ON "authorisations" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "clients_phone" ON "clients" USING btree ("org_id","phone");--> statement-breakpoint
CREATE INDEX "clients_id_number" ON "clients" USING btree ("org_id","id_number");--> statement-breakpoint
CREATE INDEX "consents_client" ON "consents" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "hardships_client" ON "hardships" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_number" ON "statements" USING btree ("org_id","client_id","number");--> statement-breakpoint
CREATE INDEX "creditor_contacts_creditor" ON "creditor_contacts" USING btree ("org_id","creditor_id");--> statement-breakpoint
CREATE INDEX "creditor_products_creditor" ON "creditor_products" USING btree ("org_id","creditor_id");--> statement-breakpoint
CREATE INDEX "balance_snapshots_debt" ON "balance_snapshots" USING btree ("org_id","debt_id","captured_at");--> statement-breakpoint
CREATE INDEX "debts_case" ON "debts" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "debts_client" ON "debts" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "debts_product" ON "debts" USING btree ("org_id","product_id");--> statement-breakpoint
CREATE INDEX "checklist_rules_hardship" ON "checklist_rules" USING btree ("org_id","hardship");--> statement-breakpoint
CREATE INDEX "evidence_client" ON "evidence" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "evidence_case" ON "evidence" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "evidence_requests_case" ON "evidence_requests" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "evidence_requests_client" ON "evidence_requests" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "deputies_deputy" ON "deputies" USING btree ("org_id","deputy_id");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_key" ON "sign_in_attempts" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "team_members_user" ON "team_members" USING btree ("org_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "decisions_version" ON "decisions" USING btree ("org_id","version_id");--> statement-breakpoint
CREATE INDEX "decisions_case" ON "decisions" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "factor_snapshots_version" ON "factor_snapshots" USING btree ("org_id","version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_versions_number" ON "proposal_versions" USING btree ("org_id","case_id","number");--> statement-breakpoint
CREATE INDEX "proposal_versions_sent" ON "proposal_versions" USING btree ("org_id","sent_at");