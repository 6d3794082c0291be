import type { CaseStage } from '@/db/vocabulary'
import type { ContactView } from './contacts/contact-entry'

export type Happened =
  | { kind: 'contact'; at: string; contact: ContactView }
  | { kind: 'document'; at: string; code: string; id: string }
  | {
      kind: 'move'
      at: string
      from: CaseStage | null
      to: CaseStage
      reason: string
      by: string | null
      byClient: boolean
      id: string
      overrode: boolean
    }

export const timelineKinds = ['contact', 'document', 'move'] as const
export type TimelineKind = (typeof timelineKinds)[number]

type Sources = {
  contacts: readonly ContactView[]
  documents: readonly { id: string; code: string; receivedAt: string | null }[]
  moves: readonly {
    eventId: string
    at: string
    from: CaseStage | null
    to: CaseStage
    reason: string
    by: string | null
    byClient: boolean
    overrode: string[]
  }[]
}

/** What happened on a case in one order, newest first; with `only`, one kind of it. */
export function timelineOf({ contacts, documents, moves }: Sources, only?: TimelineKind): Happened[] {
  const all: Happened[] = [
    ...contacts.map((contact) => ({ kind: 'contact' as const, at: contact.at, contact })),
    ...documents.flatMap(({ id, code, receivedAt: at }) => (at === null ? [] : [{ kind: 'document' as const, at, code, id }])),
    ...moves.map(({ eventId, overrode, ...move }) => ({
      kind: 'move' as const,
      ...move,
      id: eventId,
      overrode: overrode.length > 0,
    })),
  ]
  return all.filter(({ kind }) => only === undefined || kind === only).toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
