import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { evidenceBundles, evidenceTypes, members, proposalVersions } from '@/db/schema'
import { visibleCase } from '@/lib/cases/scope.queries'
import { mayReadSensitive } from '@/lib/clients/sensitive.queries'
import { logAccess } from '@/lib/core/access-log'
import { query, type Reading } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'
import { bundleSums } from './bundle'

/** What went to the creditor of a case, the last first. Sensitive files show that they went; their names need a grant. */
export const listBundles = query({
  name: 'bundle.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    const kase = await visibleCase(reading, caseId)
    const rows = await rowsOf(reading, caseId)
    const isHidden = (await mayReadSensitive(reading, kase.clientId)) ? nothing : await medicalCodes(reading)
    return { bundles: rows.map((row) => viewOf(row, isHidden)) }
  },
})

const nothing: ReadonlySet<string> = new Set()

const rowsOf = ({ actor, tx }: Reading, caseId: string) =>
  tx
    .select({ bundle: evidenceBundles, by: members.name, version: proposalVersions.number })
    .from(evidenceBundles)
    .leftJoin(members, and(eq(members.orgId, evidenceBundles.orgId), eq(members.userId, evidenceBundles.sentBy)))
    .leftJoin(
      proposalVersions,
      and(eq(proposalVersions.orgId, evidenceBundles.orgId), eq(proposalVersions.id, evidenceBundles.versionId)),
    )
    .where(and(eq(evidenceBundles.orgId, actor.organisationId), eq(evidenceBundles.caseId, caseId)))
    .orderBy(desc(evidenceBundles.number))

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

function viewOf({ bundle, by, version }: Row, hidden: ReadonlySet<string>) {
  const { orgId, clientId, sentAt, sentBy, items, indexHash, shareConsentId, sensitiveConsentId, ...facts } = bundle
  return {
    ...facts,
    version,
    by,
    sentAt: sentAt.toISOString(),
    mayOpen: !items.some(({ code }) => hidden.has(code)),
    items: items.map((item) => (hidden.has(item.code) ? { ...item, label: '', file: '' } : item)),
  }
}

export type BundleView = Awaited<ReturnType<typeof listBundles>>['bundles'][number]

async function medicalCodes({ actor, tx }: Reading): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ code: evidenceTypes.code })
    .from(evidenceTypes)
    .where(and(eq(evidenceTypes.orgId, actor.organisationId), eq(evidenceTypes.sensitive, 'MEDICAL')))
  return new Set(rows.map(({ code }) => code))
}

/**
 * Every file of one bundle, as it went: where its bytes are kept and where it stands. Leaves a line in the access log.
 * @throws Refusal `forbidden` where it holds medical files and there is no grant
 */
export const openBundle = query({
  name: 'bundle.download',
  input: z.strictObject({ bundleId: z.uuid() }),
  async run(reading, { bundleId }) {
    const [row] = await reading.tx
      .select()
      .from(evidenceBundles)
      .where(and(eq(evidenceBundles.orgId, reading.actor.organisationId), eq(evidenceBundles.id, bundleId)))
    const { caseId, clientId, number, items, indexHash, sentAt } = found(row)
    const kase = await visibleCase(reading, caseId)
    const medical = await medicalCodes(reading)
    const needsGrant = items.some(({ code }) => medical.has(code))
    if (needsGrant && !(await mayReadSensitive(reading, clientId))) {
      throw new Refusal('forbidden', { why: 'sensitive_grant_missing' })
    }
    await logAccess(reading.tx, reading, { kind: 'download', what: 'evidence.bundle', object: bundleId, clientId })
    return { caseNo: kase.number, number, sentAt: sentAt.toISOString(), files: bundleSums(indexHash, items) }
  },
})
