import { z } from 'zod'
import { withholderOf } from '@/lib/clients/medical.queries'
import { logAccess } from '@/lib/core/access-log'
import { query } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'
import { linesOf, visibleVersion } from './scope.queries'
import { sourceOf } from './source.queries'

/**
 * The letter of a version as it is kept, with the client's name in full and the schedule of each loan note; medical
 * content only for those with a grant, an extract for everybody else. Leaves a line in the access log.
 * @throws Refusal `rule` {why: 'no_letter'} before anything was asked
 */
export const getLetter = query({
  name: 'proposal.letter',
  input: z.strictObject({ versionId: z.uuid() }),
  async run(reading, { versionId }) {
    const { version, kase } = await visibleVersion(reading, versionId)
    const lines = await linesOf(reading, version)
    if (version.letterText === '' || lines.length === 0) throw new Refusal('rule', { why: 'no_letter' })
    await logAccess(reading.tx, reading, {
      ...{ kind: 'download', what: 'proposal.letter', object: versionId, clientId: kase.clientId },
    })
    const { sheets } = await sourceOf(reading, kase)
    const withholding = await withholderOf(reading, kase.clientId)
    const letterText = withholding(version.letterText, version.letterLocale)
    const tailOf = (debtId: string) => sheets.find((sheet) => sheet.debtId === debtId)?.contractTail ?? ''
    return {
      caseNo: kase.number,
      number: version.number,
      locale: version.letterLocale,
      letterTitle: version.letterTitle,
      letterText,
      isExtract: letterText !== version.letterText,
      letterTemplate: version.letterTemplate,
      letterHash: version.letterHash,
      schedules: lines.map(({ debtId, after }) => ({ contractTail: tailOf(debtId), plan: after })),
    }
  },
})

export type KeptProposalLetter = Awaited<ReturnType<typeof getLetter>>
