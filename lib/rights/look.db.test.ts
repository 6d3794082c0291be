import { expect, test } from 'vitest'
import { aChain } from '@/db/testing/chain'
import { clientActor, clock as now } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { revealClient } from '@/lib/clients/commands'
import { listStatements } from '@/lib/clients/statement.queries'
import { execute } from '@/lib/core/command'
import { listDebtsOfClient } from '@/lib/debts/of-client.queries'
import { listEvidence } from '@/lib/evidence/queries'
import { myHoldings } from './export.queries'

test('the client is told who read their budget, their papers, their loans or a value in full, once a day each', async () => {
  const office = await openSeededOffice()
  const { ids } = await aChain(office, office.counsellor, '李小明')
  const { clientId } = ids
  const later = new Date(now.getTime() + 3_600_000)
  for (const at of [now, later]) await listStatements(office.counsellor, { clientId }, at)
  await listEvidence(office.supervisor, { clientId }, now)
  await listDebtsOfClient(office.counsellor, { clientId }, now)
  await execute(revealClient, office.counsellor, { clientId, field: 'phone' }, { now })
  const { looks } = await myHoldings(clientActor(office, { id: clientId, name: '李小明' }), {}, later)
  const told = looks.map(({ who, roles, kind, thing, field }) => [who, ...roles, kind, thing, field].join(' ').trim())
  const expected = [
    ...['李文静 COUNSELLOR view statements', '李文静 COUNSELLOR view debts', '李文静 COUNSELLOR reveal field phone'],
    '王督导 SUPERVISOR view evidence',
  ]
  expect(told).toEqual(expect.arrayContaining(expected))
  expect(told.filter((line) => line.endsWith('statements'))).toHaveLength(1)
})
