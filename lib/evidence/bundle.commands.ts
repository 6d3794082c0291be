import { randomUUID } from 'node:crypto'
import { and, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { clients, contacts, creditorContacts, creditors, evidenceBundles, proposalVersions } from '@/db/schema'
import { consentChannels } from '@/db/vocabulary'
import { type Case, lockCase } from '@/lib/cases/scope.queries'
import { logContact } from '@/lib/contacts/commands'
import { localOf } from '@/lib/contacts/local-instant'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { messages } from '@/lib/i18n/catalogue'
import { line, optional, requiredLine } from '@/lib/platform/fields'
import { bundleItems, bundleSums, listHash } from './bundle'
import { expectConsents, expectSendable } from './bundle-expect.queries'
import { type BundleFacts, bundleIndex } from './bundle-index'
import { expectCarried } from './expect-carried'
import { keptFiles } from './kept-files'

const input = z.strictObject({
  caseId: z.uuid(),
  evidenceIds: z.array(z.uuid(), 'required').min(1, 'required').max(100),
  creditorContactId: z.uuid('required'),
  purpose: requiredLine(200),
  proof: line(500).default(''),
  /** How the client declared exactly these files to be true (SE-16). */
  truth: z.enum(consentChannels, 'required'),
  /** The contact in which they were given; a new one is logged where left out. */
  contactId: optional(z.uuid()),
  versionId: optional(z.uuid()),
})
type Bundle = z.output<typeof input>

/**
 * Records that documents go to a creditor (SP-14) and freezes the list: which files, their sizes and hashes, to whom, how,
 * for what, when and by whom. It takes the client's separate consent to share with the creditor [PIPL 23], for sensitive
 * kinds that to sensitive information too [PIPL 29], and the client's declaration that they are true.
 * @throws Refusal `rule` {why: share_consent_missing | sensitive_consent_missing} · `invalid` {fields} · `forbidden`
 */
export const sendBundle = command({
  name: 'bundle.send',
  input,
  async run(work, bundle) {
    const kase = await lockCase(work, bundle.caseId)
    const files = await expectSendable(work, kase, [...new Set(bundle.evidenceIds)])
    const consents = await expectConsents(work, kase, files)
    const recipient = await recipientOf(work, kase, bundle.creditorContactId)
    expectCarried(files.length, recipient.channel, 'creditorContactId')
    const version = await versionOf(work, kase, bundle.versionId)
    const number = await nextNumber(work, kase)
    const items = bundleItems(files)
    const facts = { ...(await peopleOf(work, kase)), number, ...recipient, purpose: bundle.purpose, version }
    const indexHash = await keepIndex(work, bundleIndex({ ...facts, sentAt: clockOf(work) }, items))
    const hash = listHash(bundleSums(indexHash, items))
    const contactId = await contactOf(work, kase, { ...bundle, channel: recipient.channel, number })
    const id = randomUUID()
    await work.tx.insert(evidenceBundles).values({
      ...{ orgId: kase.orgId, id, caseId: kase.id, clientId: kase.clientId, number, ...consents },
      ...{ ...recipient, creditorContactId: bundle.creditorContactId },
      ...{ purpose: bundle.purpose, proof: bundle.proof, contactId, versionId: bundle.versionId, truthChannel: bundle.truth },
      ...{ items, indexHash, listHash: hash, sentAt: work.now, sentBy: work.actor.id },
    })
    work.audit({ type: 'bundle.sent', caseId: kase.id, bundleId: id, number, files: items.length, hash })
    return { id, number, files: items.length, listHash: hash, contactId }
  },
})

const clockOf = ({ now, actor }: Work) => localOf(now, actor.timeZone).replace('T', ' ')

/** The index is a file like the others: kept under its hash, so that it is found again as it went out. */
const keepIndex = async ({ actor }: Work, text: string) => (await keptFiles().store(actor.organisationId, Buffer.from(text))).hash

async function nextNumber({ tx }: Work, { orgId, id }: Case) {
  const [last] = await tx
    .select({ number: max(evidenceBundles.number) })
    .from(evidenceBundles)
    .where(and(eq(evidenceBundles.orgId, orgId), eq(evidenceBundles.caseId, id)))
  return (last?.number ?? 0) + 1
}

/** A way to reach the creditor of this case, with the creditor's name in full. */
async function recipientOf({ tx }: Work, { orgId, creditorId }: Case, contactId: string) {
  const [row] = await tx
    .select({ recipient: creditors.legalName, address: creditorContacts.value, channel: creditorContacts.channel })
    .from(creditorContacts)
    .innerJoin(creditors, and(eq(creditors.orgId, creditorContacts.orgId), eq(creditors.id, creditorContacts.creditorId)))
    .where(
      and(eq(creditorContacts.orgId, orgId), eq(creditorContacts.id, contactId), eq(creditorContacts.creditorId, creditorId)),
    )
  return found(row)
}

async function versionOf({ tx }: Work, { orgId, id }: Case, versionId: string | null) {
  if (versionId === null) return null
  const [row] = await tx
    .select({ number: proposalVersions.number })
    .from(proposalVersions)
    .where(and(eq(proposalVersions.orgId, orgId), eq(proposalVersions.id, versionId), eq(proposalVersions.caseId, id)))
  return found(row).number
}

async function peopleOf({ tx, actor }: Work, { orgId, clientId, number }: Case): Promise<Omit<BundleFacts, LaterFacts>> {
  const [client] = await tx
    .select({ name: clients.name })
    .from(clients)
    .where(and(eq(clients.orgId, orgId), eq(clients.id, clientId)))
  return { caseNo: number, client: found(client).name, organisation: actor.organisationName, sentBy: actor.name }
}

type LaterFacts = 'number' | 'recipient' | 'address' | 'channel' | 'purpose' | 'sentAt' | 'version'

/** The contact the bundle belongs to: the one named, else a new one that the client can see too [domain 3.8, 9]. */
async function contactOf(work: Work, kase: Case, bundle: Bundle & Pick<BundleFacts, 'channel' | 'number'>) {
  if (bundle.contactId === null) return (await logContact.run(work, newContact(work, kase, bundle))).id
  const [row] = await work.tx
    .select({ id: contacts.id, channel: contacts.channel })
    .from(contacts)
    .where(and(eq(contacts.orgId, kase.orgId), eq(contacts.id, bundle.contactId), eq(contacts.caseId, kase.id)))
  const { id, channel } = found(row)
  if (channel !== bundle.channel) throw new Refusal('invalid', { fields: { contactId: ['other_channel'] } })
  return id
}

function newContact({ actor }: Work, kase: Case, { channel, number, evidenceIds }: NewContact) {
  const summary = messages[actor.locale].bundles.logged
    .replace('{number}', String(number))
    .replace('{count}', String(new Set(evidenceIds).size))
  return logContact.input.parse({ caseId: kase.id, channel, purpose: 'INFO', summary, clientVisible: true })
}

type NewContact = Pick<Bundle, 'evidenceIds'> & Pick<BundleFacts, 'channel' | 'number'>
