import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { type Role, roles } from '@/db/vocabulary'
import type { StaffMailKind } from '@/db/vocabulary-jobs'
import { queryRoles } from '@/lib/core/query-roles'

const place = z.object({ email: z.string(), roles: z.array(z.enum(roles)) })

/** Whose roles let them have a mail of each kind, at the moment it is sent. */
const readers: Record<StaffMailKind, readonly Role[]> = {
  REPORT_READY: queryRoles['report.export'],
  STAFF_DIGEST: queryRoles['inbox.list'],
}

type Reader = { organisationId: string; userId: string; kind: StaffMailKind }

/** Where a colleague is written to now; undefined for one who left, lost the role or has no address. */
export async function staffAddress(tx: Tx, { organisationId, userId, kind }: Reader, now: Date): Promise<string | undefined> {
  const { rows } = await tx.execute(sql`select email, roles from auth_member(${organisationId}, ${userId}, ${now.toISOString()})`)
  const [colleague] = z.array(place).parse(rows)
  const mayRead = colleague?.roles.some((role) => readers[kind].includes(role)) ?? false
  return mayRead && colleague?.email !== '' ? colleague?.email : undefined
}
