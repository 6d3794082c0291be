import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { evidenceBundles, verificationRequests } from '@/db/schema'
import { visibleCase } from '@/lib/cases/scope.queries'
import { query } from '@/lib/core/query'

/** What the creditor of a case asked to verify, the last first, and what it was answered. */
export const listVerifications = query({
  name: 'verification.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    const kase = await visibleCase(reading, caseId)
    const rows = await reading.tx
      .select({ request: verificationRequests, bundle: evidenceBundles.number })
      .from(verificationRequests)
      .leftJoin(
        evidenceBundles,
        and(eq(evidenceBundles.orgId, verificationRequests.orgId), eq(evidenceBundles.id, verificationRequests.bundleId)),
      )
      .where(and(eq(verificationRequests.orgId, kase.orgId), eq(verificationRequests.caseId, caseId)))
      .orderBy(desc(verificationRequests.askedOn), desc(verificationRequests.createdAt))
    return {
      verifications: rows.map(({ request: { orgId, clientId, by, answeredBy, createdAt, ...request }, bundle }) => ({
        ...request,
        /** Answered in time (SS-14); null where no day was set or nothing was answered yet. */
        onTime: request.deadline === null || request.answeredOn === null ? null : request.answeredOn <= request.deadline,
        bundleNumber: bundle,
      })),
    }
  },
})

export type VerificationView = Awaited<ReturnType<typeof listVerifications>>['verifications'][number]
