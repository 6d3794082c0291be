import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { clients } from '@/db/schema'
import { consentChannels } from '@/db/vocabulary'
import { indexCasesOf } from '@/lib/cases/search-index.commands'
import { logAccess } from '@/lib/core/access-log'
import { asksCorrection } from '@/lib/core/at-rest.queries'
import { expectBasicConsent } from '@/lib/core/basic-consent.queries'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import { maskName } from '@/lib/platform/mask'
import { giveConsent } from './consent.commands'
import { phoneTail } from './identity'
import { checkedIdNumber, nameField, profileFields } from './profile'
import { lockClient, visibleClient } from './scope.queries'
import { mayReadSensitive } from './sensitive.queries'

/** Registers a client. Search before create: see the query client.duplicates. */
export const createClient = command({
  name: 'client.create',
  input: profileFields
    .omit({ vulnerability: true })
    .extend({ name: nameField, processingConsent: z.enum(consentChannels).optional() }),
  async run(work, { processingConsent, ...profile }) {
    const { actor, tx, now, audit } = work
    const id = randomUUID()
    await tx.insert(clients).values({
      ...profile,
      ...derived(profile),
      maskedName: maskName(profile.name),
      idNumber: checkedIdNumber(profile.idNumber, profile.idType ?? 'RESIDENT_ID') ?? null,
      orgId: actor.organisationId,
      id,
      createdBy: actor.id,
      createdAt: now,
    })
    audit({ type: 'client.created', clientId: id })
    if (processingConsent !== undefined) {
      await giveConsent.run(work, { clientId: id, purpose: 'PROCESSING', channel: processingConsent })
    }
    return { id, version: 1 }
  },
})

/** Changes what is given and leaves the rest. The safeguarding note changes only where the actor may read it. */
export const updateClient = command({
  name: 'client.update',
  input: profileFields.extend({ clientId: z.uuid(), version: z.int(), name: nameField.optional() }),
  async run(work, { clientId, version, ...profile }) {
    const { actor, tx, audit } = work
    const client = await lockClient(work, clientId)
    expectVersion(client, version)
    if (profile.vulnerability !== undefined && !(await mayReadSensitive(work, clientId))) throw new Refusal('forbidden')
    if (aboutThem.some((field) => profile[field] && profile[field] !== client[field])) await expectMayLearn(work, clientId)
    const changes = {
      ...profile,
      ...derived(profile),
      idNumber: checkedIdNumber(profile.idNumber, profile.idType ?? client.idType),
    }
    await tx
      .update(clients)
      .set({ ...changes, version: version + 1 })
      .where(and(eq(clients.orgId, actor.organisationId), eq(clients.id, clientId)))
    await indexCasesOf(work, clientId)
    audit({ type: 'client.updated', clientId, fields: Object.keys(profile) })
    return { id: clientId, version: version + 1 }
  },
})

/** What says more of a client than how to reach and protect them; taking it out says less. */
const aboutThem = ['name', 'idType', 'idNumber', 'bankAccount', 'dependants', 'employment'] as const

/** More about a client is learnt with their basic consent, or to correct what they asked us to correct. */
async function expectMayLearn(work: Work, clientId: string) {
  if (!(await asksCorrection(work, clientId))) await expectBasicConsent(work, clientId)
}

/** What is kept beside a value, so that lists never load the value itself. */
const derived = ({ name, phone, email }: { [Field in 'name' | 'phone' | 'email']?: string | null | undefined }) => ({
  ...(typeof name === 'string' && { maskedName: maskName(name) }),
  ...(phone === undefined ? {} : { phoneTail: phoneTail(phone) }),
  // An address that is entered anew is tried anew.
  ...(email === undefined ? {} : { emailBouncedAt: null }),
})

const revealable = ['name', 'phone', 'idNumber', 'bankAccount', 'safePhrase'] as const

/** Shows one masked value in full: a read that must be audited, and stands in the access log beside views and downloads. */
export const revealClient = command({
  name: 'client.reveal',
  answersSecret: true,
  input: z.strictObject({ clientId: z.uuid(), field: z.enum(revealable) }),
  async run(work, { clientId, field }) {
    const client = await visibleClient(work, clientId)
    work.audit({ type: 'client.revealed', clientId, field })
    await logAccess(work.tx, work, { kind: 'reveal', what: `client.${field}`, object: clientId, clientId })
    return { value: client[field] ?? '' }
  },
})
