import type { NextActionCode } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'

/** What can be done to many cases at once. */
export const bulkKinds = ['assign', 'due', 'next', 'evidence'] as const
export type BulkKind = (typeof bulkKinds)[number]

/** One call of a command of the registry about one case. */
export type Call = { path: string; body: object }

/** What a case was before, as the command that changed it tells it. */
export type Before = {
  ownerId?: string
  teamId?: string | null
  action?: NextActionCode | null
  text?: string
  dueOn?: string | null
}

/** One thing to do, to whichever case. */
export type Deed = {
  kind: BulkKind
  /** In words, for the preview: `负责人改为 王督导`. */
  says: string
  call: (card: Card) => Call
  /** Is it so already? Then nothing is sent. */
  isSo: (card: Card) => boolean
}

/** `hasNamesake`: a card names its owner and no more, so that nobody can tell whether it is this one. */
export const assigned = (owner: { id: string; name: string }, says: string, hasNamesake = false): Deed => ({
  ...{ kind: 'assign', says },
  call: ({ id, v: version }) => ({ path: `cases/${id}/assign`, body: { version, ownerId: owner.id } }),
  isSo: (card) => !hasNamesake && card.owner === owner.name,
})

/** Another day for what comes next, which itself stays. */
export const due = (dueOn: string, says: string): Deed => ({
  ...{ kind: 'due', says },
  call: ({ id, v: version, action, text }) => nextAction(id, { version, action: action ?? 'CUSTOM', text, dueOn }),
  isSo: (card) => card.due === dueOn,
})

export const next = (set: { action: NextActionCode; text: string; dueOn: string }, says: string): Deed => ({
  ...{ kind: 'next', says },
  call: ({ id, v: version }) => nextAction(id, { version, ...set }),
  isSo: ({ action, text, due: dueOn }) => action === set.action && text === set.text && dueOn === set.dueOn,
})

export const asksFor = (request: { code: string; note: string; deadline: string }, says: string): Deed => ({
  ...{ kind: 'evidence', says },
  call: ({ id }) => {
    const { deadline, ...rest } = request
    return { path: 'evidence-requests', body: { caseId: id, ...rest, ...(deadline !== '' && { deadline }) } }
  },
  isSo: () => false,
})

type Back = (id: string, version: number, before: Before) => Call | undefined

const toOwner: Back = (id, version, { ownerId, teamId }) =>
  ownerId === undefined ? undefined : { path: `cases/${id}/assign`, body: { version, ownerId, teamId } }
const toNext: Back = (id, version, { action, text = '', dueOn }) =>
  action && dueOn ? nextAction(id, { version, action, text, dueOn }) : undefined

/** How each is taken back; what a client has been asked for is not. */
const ways: Record<BulkKind, Back | undefined> = { assign: toOwner, due: toNext, next: toNext, evidence: undefined }

export const callBack = (kind: BulkKind, ...of: Parameters<Back>) => ways[kind]?.(...of)
export const canBeTakenBack = (kind: BulkKind) => ways[kind] !== undefined

const nextAction = (id: string, body: object): Call => ({ path: `cases/${id}/next-action`, body })
