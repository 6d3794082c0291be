import { z } from 'zod'
import { locales } from '@/db/vocabulary'
import { visibleCase } from '@/lib/cases/scope.queries'
import { logAccess } from '@/lib/core/access-log'
import { command } from '@/lib/core/command'

/** What is asked for: whose case file, and in which language. */
export const caseFileInput = z.strictObject({ caseId: z.uuid(), locale: z.enum(locales).optional() })

/**
 * Notes that somebody takes a whole case file along: how many files, and the fingerprint of their list, so that a file
 * found later can be told from a forged one. Without this note nothing is handed out.
 */
export const noteCaseFile = command({
  name: 'caseFile.export',
  input: z.strictObject({ caseId: z.uuid(), files: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  async run(work, { caseId, files, hash }) {
    const kase = await visibleCase(work, caseId)
    await logAccess(work.tx, work, { kind: 'export', what: 'caseFile', object: caseId, clientId: kase.clientId })
    work.audit({ type: 'caseFile.exported', caseId, files, hash })
    return { caseId, files, hash }
  },
})
