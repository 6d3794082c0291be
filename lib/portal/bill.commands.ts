import { z } from 'zod'
import { command, parse } from '@/lib/core/command'
import { bucketFields } from '@/lib/debts/fields'
import { lockDebt } from '@/lib/debts/scope.queries'
import { recordSnapshot } from '@/lib/debts/snapshot.commands'
import { receivedFields, receiveEvidence } from '@/lib/evidence/receive.commands'
import { toText } from '@/lib/platform/money'
import { expectMay } from './delegated.queries'
import { agreeBeside } from './separate.commands'

const { fileName, content } = receivedFields

/** What the client reads off their bill, field by field (SP-01), with the screenshot where they send one. CNY. */
export const reportMyBill = command({
  name: 'portal.reportBill',
  input: z.strictObject({
    debtId: z.uuid(),
    ...bucketFields,
    consent: z.literal('on').optional(),
    fileName: fileName.or(z.literal('')).optional(),
    content: content.optional(),
  }),
  async run(work, { debtId, consent, fileName: name = '', content: bytes = '', ...buckets }) {
    await expectMay(work, 'UPLOAD')
    const { kase } = await lockDebt(work, debtId)
    const { clientId, id: caseId } = kase
    if (consent !== undefined) await agreeBeside(work, clientId)
    const file = { code: 'BILL_SNAPSHOT', label: '', issuer: 'CLIENT' as const, coversFrom: null, coversTo: null }
    const received =
      name === '' || bytes === ''
        ? undefined
        : await receiveEvidence(work, { clientId, caseId }, { ...file, fileName: name, content: bytes })
    const amounts = Object.fromEntries(Object.entries(buckets).map(([bucket, value]) => [bucket, toText(value)]))
    return recordSnapshot.run(work, parse(recordSnapshot.input, { debtId, ...amounts, evidenceId: received?.id }))
  },
})
