/** What is kept about people, in the groups a person is told of. */
export const groups = ['person', 'agreement', 'money', 'case', 'documents', 'words', 'access'] as const
export type Group = (typeof groups)[number]

export type Mark =
  /** Rows that belong to one client: told, exported and erased. `withheld`: columns kept back, each with why. */
  | { readonly group: Group; readonly withheld?: Readonly<Record<string, string>> }
  /** Nobody's personal data, or a colleague's. */
  | { readonly none: string }

const secret = 'opens a door'
const own = (group: Group, withheld?: Readonly<Record<string, string>>): Mark =>
  withheld === undefined ? { group } : { group, withheld }

/**
 * Every table there is, and whether what it holds is a client's. A table that is not named here turns a test red; a column
 * added to a named one is exported and erased by itself, unless it is withheld here with a reason.
 */
export const register: Readonly<Record<string, Mark>> = {
  clients: own('person', { vulnerability: 'may speak of others; gone through in person on request' }),
  members: { none: 'accounts; a client’s own goes with the client' },
  consents: own('agreement'),
  authorisations: own('agreement'),
  delegations: own('agreement'),
  hardships: own('person'),
  statements: own('money'),
  budget_drafts: own('money'),
  cases: own('case', { card: 'the same again, for the board' }),
  case_search: own('case'),
  stage_events: own('case', { before: 'the same again, for taking a move back' }),
  tasks: own('case'),
  contacts: own('words'),
  form_drafts: own('words'),
  messages: own('words'),
  outbox: own('words'),
  incident_notices: own('words'),
  circumstances: own('words'),
  conduct_entries: own('words'),
  debts: own('money'),
  balance_snapshots: own('money'),
  agreements: own('money'),
  instalments: own('money'),
  payments: own('money'),
  fallback_plans: own('money'),
  evidence: own('documents'),
  evidence_requests: own('documents'),
  evidence_bundles: own('documents'),
  verification_requests: own('documents'),
  letters: own('documents'),
  proposal_versions: own('case'),
  proposal_lines: own('case'),
  factor_snapshots: own('case'),
  decisions: own('case'),
  invitations: own('access', { linkHash: secret, codeHash: secret }),
  devices: own('access', { tokenHash: secret }),
  signing_codes: own('access', { codeHash: secret }),
  calendar_feeds: own('access', { tokenHash: secret }),
  rights_requests: own('access'),
  legal_holds: own('access', { reason: 'may speak of a proceeding' }),
  access_log: own('access', { object: 'may be the id of something of somebody else' }),
  sensitive_grants: { none: 'who of us may open a case; goes with the case' },
  audit_events: { none: 'ids, codes and amounts; kept as the law asks' },
  audit_heads: { none: 'the end of the audit chain' },
  idempotency_keys: { none: 'answers kept for repeats; a client’s are erased with them' },
  tombstones: { none: 'ids of people erased' },
  board_counters: { none: 'counts' },
  organisations: { none: 'the office' },
  users: { none: 'accounts; a client’s own goes with the client' },
  teams: { none: 'the office' },
  team_members: { none: 'colleagues' },
  deputies: { none: 'colleagues' },
  sessions: { none: 'sign-ins; a client’s end with the account' },
  api_keys: { none: 'keys of colleagues' },
  sign_in_attempts: { none: 'gone after a day' },
  drop_permits: { none: 'numbers of transactions, gone when they end' },
  creditors: { none: 'companies' },
  creditor_products: { none: 'products' },
  creditor_contacts: { none: 'companies' },
  referral_bodies: { none: 'companies' },
  evidence_types: { none: 'settings' },
  checklist_rules: { none: 'settings' },
  checklist_versions: { none: 'settings' },
  letter_templates: { none: 'settings' },
  imports: { none: 'runs of the office: the name of a file, and counts' },
  protection_records: { none: 'what the office assessed and what went wrong, without names' },
  import_rows: own('case', { fingerprint: 'a digest of what is exported anyhow' }),
  past_outcomes: { none: 'outcomes of the past by numbers of the office, kept as digests; no names' },
  saved_views: { none: 'filters colleagues keep; words searched for are left out' },
  saved_analyses: { none: 'figures of a spreadsheet of one’s own, without its rows' },
  jobs: { none: 'what colleagues asked for: codes and dates; reports hold counts, never of few' },
  job_files: { none: 'reports: counts, never of few; gone after a week' },
  report_schedules: { none: 'settings: which colleague gets which report' },
  notices: { none: 'ids of cases for colleagues; gone with the case' },
  chosen_views: { none: 'colleagues' },
  letter_batches: { none: 'runs of the office; their letters belong to clients' },
}
