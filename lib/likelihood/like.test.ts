import { expect, test } from 'vitest'
import { decidedOffice } from '@/lib/analytics/simulated-view'
import type { Version } from '@/lib/analytics/version'
import { othersDecided } from './like'

const [plain] = decidedOffice([{ values: {}, approved: 1, refused: 0 }])
const version = (id: string, over: Partial<Version>) => (plain === undefined ? [] : [{ ...plain, id, ...over }])

test('a draft is held against the first decided version of every other client, never against the client’s own', () => {
  const versions = [
    ...version('own', { client_id: 'own' }),
    ...version('second', { client_id: 'other', sent_on: '2026-06-01' }),
    ...version('waiting', { client_id: 'other', sent_on: '2026-04-01', approval: 'pending' }),
    ...version('first', { client_id: 'other', sent_on: '2026-05-01', approval: 'refused' }),
    ...version('third', { client_id: 'another', sent_on: '2026-05-01' }),
  ]
  expect(othersDecided(versions, 'own').map(({ id }) => id)).toEqual(['first', 'third'])
})
