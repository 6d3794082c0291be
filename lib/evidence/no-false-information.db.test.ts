import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidence, proposalVersions } from '@/db/schema'
import { aClient, clock, type Office } from '@/db/testing/factories'
import { aNegotiation, anApproved, sending } from '@/db/testing/negotiation'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { saveProposal } from '@/lib/proposals/save.commands'
import { sendProposal } from '@/lib/proposals/send.commands'
import { commands } from '@/lib/registry/commands'
import { uploadEvidence } from './commands'

let office: Office
const folder = mkdtempSync(join(tmpdir(), 'parley-truth-'))
beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openSeededOffice()
})
afterAll(() => rmSync(folder, { recursive: true }))

const later = new Date(clock.getTime() + 3_600_000)

describe('SS-15 no false information', () => {
  test('SS-15 a proposal leaves only with the declaration of truth in the very version that goes, and both are frozen', async () => {
    const approved = await anApproved(office, await aNegotiation(office), [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    const declare = (step: { versionId: string; version: number }, truthDeclared: boolean) =>
      execute(
        saveProposal,
        office.counsellor,
        { versionId: step.versionId, version: step.version, truthDeclared },
        { now: clock },
      )
    const send = (step: { versionId: string; version: number }) =>
      execute(sendProposal, office.counsellor, { versionId: step.versionId, version: step.version, ...sending }, { now: later })
    const silent = await declare(approved, false)
    expect((await refusalOf(send(silent))).details).toMatchObject({ missing: ['truth'] })
    const { versionId } = await send(await declare(silent, true))

    const mine = eq(proposalVersions.id, versionId)
    const [sent] = await office.within((tx) => tx.select().from(proposalVersions).where(mine))
    expect([sent?.truthDeclaredAt, sent?.sentAt]).toEqual([clock, later])
    const event = (await auditOf(office)).find((one) => one.type === 'proposal.sent' && one['versionId'] === versionId)
    expect(event).toMatchObject({ letterHash: sent?.letterHash })
    const undone = office.within((tx) => tx.update(proposalVersions).set({ truthDeclaredAt: null }).where(mine))
    await expect(undone).rejects.toMatchObject({ cause: { message: expect.stringContaining('immutable') } })
  })

  test('SS-15 a file stays what it was: no command takes another in its place, and the database refuses one', async () => {
    const { id: clientId } = await aClient(office)
    const paper = { clientId, code: 'PAYSLIP', fileName: 'a.txt', content: Buffer.from('五千二').toString('base64') }
    const { id } = await execute(uploadEvidence, office.counsellor, paper, { now: clock })
    const forged = office.within((tx) =>
      tx
        .update(evidence)
        .set({ fileHash: 'f'.repeat(64) })
        .where(eq(evidence.id, id)),
    )
    await expect(forged).rejects.toMatchObject({ cause: { message: expect.stringContaining('kept as received') } })
    const taking = Object.values(commands).filter(({ input }) => 'shape' in input && 'content' in Object(input.shape))
    const replacing = taking.filter(({ input }) => 'shape' in input && 'evidenceId' in Object(input.shape))
    expect(taking.map(({ name }) => name)).toContain('evidence.upload')
    expect(replacing.map(({ name }) => name)).toEqual([])
  })
})
