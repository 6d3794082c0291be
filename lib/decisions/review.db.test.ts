import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { tasks } from '@/db/schema'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { completeTask } from '@/lib/contacts/task.commands'
import { execute } from '@/lib/core/command'
import { recordDecision } from './record.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const extension = [{ type: 'TERM_EXTENSION' as const, toPeriods: 6 }]
async function refuse(negotiation: Negotiation, words: object = {}) {
  const { versionId } = await aSentProposal(office, negotiation, extension, words)
  const no = { versionId, result: 'REJECTED', reasons: ['POLICY'], decidedOn: '2026-11-21', channel: 'PHONE' }
  await execute(recordDecision, office.counsellor, no, { now: clock })
}
const asked = ({ kase }: Negotiation) =>
  office.within((tx) =>
    tx
      .select({ id: tasks.id, assigneeId: tasks.assigneeId, dueOn: tasks.dueOn, doneAt: tasks.doneAt })
      .from(tasks)
      .where(and(eq(tasks.caseId, kase.id), eq(tasks.origin, 'rule:REFUSED_TWICE'))),
  )

describe('a second refusal', () => {
  test('asks a supervisor for a review within a working week; the first one does not, and nobody is stopped', async () => {
    const negotiation = await aNegotiation(office)
    await refuse(negotiation)
    expect(await asked(negotiation)).toEqual([])
    await refuse(negotiation, { whatChanged: '补充了诊断证明' })
    // Saturday 2026-11-21 and five working days: Friday.
    expect(await asked(negotiation)).toMatchObject([{ assigneeId: office.supervisor.id, dueOn: '2026-11-27', doneAt: null }])
    await refuse(negotiation, { whatChanged: '家人愿意共同承担' })
    expect(await asked(negotiation)).toHaveLength(1)
  })
  test('once the supervisor has looked, a further refusal asks again', async () => {
    const negotiation = await aNegotiation(office)
    await refuse(negotiation)
    await refuse(negotiation, { whatChanged: '补充了诊断证明' })
    const [task] = await asked(negotiation)
    await execute(completeTask, office.supervisor, { taskId: task?.id }, { now: clock })
    await refuse(negotiation, { whatChanged: '家人愿意共同承担' })
    expect(await asked(negotiation)).toHaveLength(2)
  })
})
