import { and, eq, isNull, ne } from 'drizzle-orm'
import { proposalVersions } from '@/db/schema'
import type { Work } from '@/lib/core/command'
import type { OnTheTable } from './scope.queries'

/** Whatever else of this case still waits is no longer on the table; with `drafts`, what was sent goes on waiting for its answer. */
export const setOthersAside = ({ tx }: Work, { version: { orgId, caseId, id } }: OnTheTable, which: 'all' | 'drafts') =>
  tx
    .update(proposalVersions)
    .set({ outcome: 'SUPERSEDED' })
    .where(
      and(
        eq(proposalVersions.orgId, orgId),
        eq(proposalVersions.caseId, caseId),
        ne(proposalVersions.id, id),
        eq(proposalVersions.outcome, 'PENDING'),
        which === 'drafts' ? isNull(proposalVersions.sentAt) : undefined,
      ),
    )
