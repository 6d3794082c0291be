import type { Case } from '@/lib/cases/scope.queries'
import { consentsInForce } from '@/lib/clients/consent.commands'
import { mayReadSensitive } from '@/lib/clients/sensitive.queries'
import type { Reading } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'
import type { Sendable } from './bundle'
import { type CurrentItem, currentItems } from './current.queries'
import { typesOf } from './kinds.queries'
import { whyNotSent } from './sendable'

/**
 * The client's files by their ids, in that order, each of which may go out today.
 * @throws Refusal `not_found` · `invalid` {evidenceIds: not_current | not_confirmed} · `forbidden` for medical files without
 * the grant: nobody sends what they may not open
 */
export async function expectSendable(reading: Reading, { clientId }: Case, ids: readonly string[]): Promise<Sendable[]> {
  const items = await currentItems(reading, clientId)
  const chosen = ids.map((id) => found(items.find((item) => item.id === id)))
  // A file is as sensitive as all of the kinds it serves as.
  const classes = new Map((await typesOf(reading)).map(({ code, sensitive }) => [code, sensitive]))
  const classesIn = ({ code, alsoFor }: CurrentItem) => [code, ...alsoFor].map((served) => classes.get(served) ?? 'NONE')
  const isMedical = chosen.some((item) => classesIn(item).includes('MEDICAL'))
  if (isMedical && !(await mayReadSensitive(reading, clientId))) {
    throw new Refusal('forbidden', { why: 'sensitive_grant_missing' })
  }
  const faults = [...new Set(chosen.flatMap((item) => whyNotSent({ ...item, isGenerated: item.statementId !== null }) ?? []))]
  if (faults.length > 0) throw new Refusal('invalid', { fields: { evidenceIds: faults } })
  return chosen.map((item) =>
    fileToSend(
      item,
      classesIn(item).some((one) => one !== 'NONE'),
    ),
  )
}

const fileToSend = (item: CurrentItem, isSensitive: boolean): Sendable => ({
  ...{ evidenceId: item.id, code: item.code, nameZh: item.type.nameZh, nameEn: item.type.nameEn, label: item.label },
  ...{ fileName: item.fileName, hash: found(item.fileHash ?? undefined), size: item.fileSize },
  ...{ coversFrom: item.coversFrom, coversTo: item.coversTo, isSensitive },
})

/**
 * The consents that let these files go to the creditor of a case, each an act of its own; one that names another lender is
 * none [PIPL 23].
 * @throws Refusal `rule`
 */
export async function expectConsents(reading: Reading, { clientId, creditorId }: Case, files: readonly Sendable[]) {
  const given = await consentsInForce(reading, clientId, 'SHARE_WITH_CREDITOR')
  const share = given.find((consent) => consent.creditorId === null || consent.creditorId === creditorId)
  const basic = await consentsInForce(reading, clientId, 'PROCESSING')
  if (share === undefined || basic.length === 0) throw new Refusal('rule', { why: 'share_consent_missing' })
  if (!files.some(({ isSensitive }) => isSensitive)) return { shareConsentId: share.id, sensitiveConsentId: null }
  const [sensitive] = await consentsInForce(reading, clientId, 'SENSITIVE')
  if (sensitive === undefined) throw new Refusal('rule', { why: 'sensitive_consent_missing' })
  return { shareConsentId: share.id, sensitiveConsentId: sensitive.id }
}
