import type { Locale } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import { evidenceEntries, withheld } from './contents'
import type { PackedLetter } from './letters'
import type { Records } from './records'
import { recordKinds, retentionOf } from './retention'

/** What a case file is made of. */
export type CaseFileFacts = {
  records: Records
  letters: readonly Omit<PackedLetter, 'bytes'>[]
  actor: Actor
  locale: Locale
  now: Date
}

/** Every record as JSON, each part with its class of retention; amounts as text, moments in UTC. */
export function caseText({ records, letters, actor, now }: CaseFileFacts): string {
  const { case: kase, client, evidenceTypes, ...parts } = records
  const evidence = evidenceEntries(records).map(({ item, path, retention }) => ({ ...item, path, retention }))
  const content: Record<string, unknown> = { ...parts, evidence }
  const whole = {
    format: 'parley-case-file',
    formatVersion: 1,
    madeAt: now.toISOString(),
    madeBy: actor.name,
    organisation: actor.organisationName,
    case: kase,
    client,
    letters: letters.map(({ path, number, letterId }) => ({ path, number, letterId })),
    withheld: withheld(records.evidence),
    records: Object.fromEntries(
      recordKinds.flatMap((kind) => (kind in content ? [[kind, { retention: retentionOf[kind], records: content[kind] }]] : [])),
    ),
    evidenceTypes,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
