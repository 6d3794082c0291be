import { expect, test } from 'vitest'
import type { ContactView } from './contacts/contact-entry'
import { timelineOf } from './timeline-items'

const contact: ContactView = {
  id: 'c',
  caseId: 'k',
  at: '2026-11-20T08:02:00.000Z',
  direction: 'OUT',
  channel: 'PHONE',
  counterpart: 'CREDITOR',
  purpose: 'FOLLOW_UP',
  speaker: 'CLIENT_WITH_SUPPORT',
  numberDialled: '',
  agentNumber: '',
  summary: '三个工作日内答复',
  promisedReplyBy: null,
  evidenceId: null,
  letterId: null,
  by: '李',
  isClientVisible: false,
}
const sources: Parameters<typeof timelineOf>[0] = {
  contacts: [contact],
  documents: [
    { id: 'd', code: 'PAYSLIP', receivedAt: '2026-11-21T00:00:00.000Z' },
    { id: 'never', code: 'ID_CARD', receivedAt: null },
  ],
  moves: [
    {
      eventId: 'm',
      at: '2026-11-18T00:00:00.000Z',
      from: null,
      to: 'INTAKE',
      reason: '',
      by: '李',
      byClient: false,
      overrode: ['version'],
    },
  ],
}

test('calls, documents and moves stand in one order, newest first', () => {
  expect(timelineOf(sources).map(({ kind }) => kind)).toEqual(['document', 'contact', 'move'])
})
test('one kind can be shown alone, and an override is marked', () => {
  expect(timelineOf(sources, 'move')).toMatchObject([{ id: 'm', overrode: true }])
})
