import { type CivilDate, civilDateIn } from '@/lib/platform/dates'

/** What of a client's somebody looked at, as the client is told. */
export type Thing =
  | 'client'
  | 'field'
  | 'case'
  | 'statements'
  | 'evidence'
  | 'debts'
  | 'message'
  | 'file'
  | 'letter'
  | 'bundle'
  | 'complaint'
  | 'caseFile'
  | 'entry'
  | 'other'

/** As the access log calls it, and as the client is told. A field of the record (`client.phone`) is told by its own name. */
const byName: Readonly<Record<string, Thing>> = {
  ...{ client: 'client', 'client.statements': 'statements', 'client.evidence': 'evidence', 'client.debts': 'debts' },
  ...{ 'client.link': 'entry', 'client.code': 'entry', 'client.signingCode': 'entry' },
  ...{ case: 'case', caseFile: 'caseFile', message: 'message', 'conduct.complaint': 'complaint' },
  ...{ 'evidence.file': 'file', 'message.file': 'file', 'agreement.paper': 'file', 'evidence.bundle': 'bundle' },
  ...{ letter: 'letter', 'proposal.letter': 'letter' },
}

/** @returns what was looked at, and for one field of the record its name */
export function thingOf(what: string): { thing: Thing; field: string } {
  const [part, field = ''] = what.split('.')
  const named = byName[what] ?? (part === 'client' ? 'field' : 'other')
  return { thing: named, field: named === 'field' ? field : '' }
}

type Look = { at: string; who: string; kind: string; thing: Thing; field: string }

/** One line for what the same person did on the same day, newest first: a list is read only if it is short. */
export function byDay<L extends Look>(looks: readonly L[], zone: string): (L & { day: CivilDate })[] {
  const lines = new Map<string, L & { day: CivilDate }>()
  for (const look of looks) {
    const day = civilDateIn(new Date(look.at), zone)
    const line = [day, look.who, look.kind, look.thing, look.field].join('|')
    if (!lines.has(line)) lines.set(line, { ...look, day })
  }
  return [...lines.values()]
}
