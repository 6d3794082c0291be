import type { Role } from '@/db/vocabulary'
import { type CommandName, commandRoles, type QueryName, queryRoles } from '@/lib/core/permissions'

type NounOf<Name> = Name extends `${infer Noun}.${string}` ? Noun : Name
type Noun = NounOf<CommandName | QueryName>

const groups = ['cases', 'clients', 'debts', 'evidence', 'proposals', 'agreements', 'reports', 'office', 'portal'] as const
type Group = (typeof groups)[number]

/** Under which heading a row of the permission table is shown, by the noun it begins with. */
const groupOf: Record<Noun, Group> = {
  board: 'cases',
  case: 'cases',
  search: 'cases',
  today: 'cases',
  view: 'cases',
  task: 'cases',
  contact: 'cases',
  draft: 'cases',
  client: 'clients',
  consent: 'clients',
  authorisation: 'clients',
  hardship: 'clients',
  statement: 'clients',
  debt: 'debts',
  snapshot: 'debts',
  creditor: 'debts',
  product: 'debts',
  creditorContact: 'debts',
  evidence: 'evidence',
  evidenceType: 'evidence',
  bundle: 'evidence',
  checklist: 'evidence',
  verification: 'evidence',
  caseFile: 'cases',
  proposal: 'proposals',
  offer: 'proposals',
  import: 'clients',
  history: 'reports',
  likelihood: 'reports',
  letter: 'proposals',
  letterBatch: 'proposals',
  template: 'proposals',
  decision: 'proposals',
  agreement: 'agreements',
  fallback: 'agreements',
  conduct: 'cases',
  radar: 'cases',
  referralBody: 'office',
  schedule: 'proposals',
  quote: 'proposals',
  payment: 'agreements',
  analytics: 'reports',
  analysis: 'reports',
  report: 'reports',
  job: 'reports',
  reportSchedule: 'reports',
  inbox: 'office',
  export: 'reports',
  member: 'office',
  organisation: 'office',
  user: 'office',
  demo: 'office',
  audit: 'office',
  access: 'office',
  preference: 'office',
  invitation: 'clients',
  signingCode: 'clients',
  message: 'clients',
  mail: 'clients',
  circumstance: 'agreements',
  rights: 'clients',
  legalHold: 'clients',
  protection: 'office',
  delegation: 'clients',
  portal: 'portal',
}

/** What a role may see and do, group by group, straight from the permission table; groups with nothing are left out. */
export function deedsOf(role: Role) {
  const [sees, may] = [namesFor(queryRoles, role), namesFor(commandRoles, role)]
  return groups
    .map((group) => ({ group, sees: sees.filter(belongsTo(group)), may: may.filter(belongsTo(group)) }))
    .filter((row) => row.sees.length + row.may.length > 0)
}

const belongsTo = (group: Group) => (name: string) => groupNamed[name.split('.')[0] ?? ''] === group
const groupNamed: Record<string, Group> = groupOf

function namesFor<Name extends string>(table: Record<Name, readonly Role[]>, role: Role): Name[] {
  const names: Name[] = []
  for (const name in table) if (table[name].includes(role)) names.push(name)
  return names
}
