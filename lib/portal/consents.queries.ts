import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { authorisations, cases, clients, creditorContacts, creditors, organisations } from '@/db/schema'
import type { ContactChannel } from '@/db/vocabulary'
import { authorityMatters, authorityReading, authorityTerm, authorityText } from '@/lib/clients/authority-text'
import { type AskedPurpose, askedPurposes, consentTextVersionOn } from '@/lib/clients/consent'
import { authorisationsOf, consentsOf } from '@/lib/clients/file.queries'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { stoppedSince } from './stopped.queries'

/** Everything the client was asked to agree to: one row a purpose, and one a lender for handing documents over. */
export const myConsents = query({
  name: 'portal.consents',
  input: z.strictObject({}),
  async run(reading) {
    const [clientId, zone] = [found(reading.actor.clientId), reading.actor.timeZone]
    const [given, lenders, papers] = [
      await consentsOf(reading, clientId),
      await lendersOf(reading, clientId),
      await authorisationsOf(reading, clientId),
    ]
    const today = consentTextVersionOn(civilDateIn(reading.now, zone))
    const rows = askedPurposes.flatMap((purpose) => rowsFor(purpose, lenders))
    return {
      asked: rows
        .map(({ isOver, ...row }) => ({ isOver, told: { ...row, ...standing(row, given, today) } }))
        // With whom nothing is open any more is not asked for; what still holds can be withdrawn [PIPL 15].
        .flatMap(({ isOver, told }) => (isOver && told.since === null ? [] : [told])),
      /** Since when the others rest, because the basic one was taken back. */
      restsSince: await stoppedSince(reading),
      authorities: papers,
      office: await officeOf(reading),
      ...(await toSign(reading, clientId)),
    }
  },
})

/** One signature, with what a receipt says: reference, time, version and hash. */
export const myAuthority = query({
  name: 'portal.authority',
  input: z.strictObject({ authorisationId: z.uuid() }),
  async run({ actor, tx }, { authorisationId }) {
    const [row] = await tx
      .select({ paper: authorisations, principal: clients.name })
      .from(authorisations)
      .innerJoin(clients, and(eq(clients.orgId, authorisations.orgId), eq(clients.id, authorisations.clientId)))
      .where(and(eq(authorisations.orgId, actor.organisationId), eq(authorisations.id, authorisationId)))
    const { paper, principal } = found(row)
    const { agent, matters, validFrom: from, validTo } = paper
    const isFromPortal = paper.textHash !== ''
    return {
      id: paper.id,
      text: isFromPortal ? authorityText({ principal, agent, matters, from, to: validTo ?? '' }) : null,
      ...{ agent, matters, from, to: validTo, signedOn: paper.signedOn, signedName: paper.signedName, hash: paper.textHash },
      signedAt: paper.signedAt?.toISOString() ?? null,
      revokedAt: paper.revokedAt?.toISOString() ?? null,
    }
  },
})

type Reached = { channel: ContactChannel; value: string }
type Lender = { id: string; name: string; isOver: boolean; reachedBy: Reached[] }
type Told = Pick<Lender, 'name' | 'reachedBy'>
/** `lenders`: with whom a case is open, where the purpose is to speak to them all. */
type Row = { purpose: AskedPurpose; creditorId: string | null; creditor: string | null; reachedBy: Reached[]; lenders: Told[] }

const rowsFor = (purpose: AskedPurpose, lenders: readonly Lender[]): (Row & { isOver: boolean })[] =>
  purpose === 'SHARE_WITH_CREDITOR'
    ? lenders.map(({ id, name, ...lender }) => ({ purpose, creditorId: id, creditor: name, lenders: [], ...lender }))
    : [{ purpose, creditorId: null, creditor: null, isOver: false, reachedBy: [], lenders: toContact(purpose, lenders) }]

const toContact = (purpose: AskedPurpose, lenders: readonly Lender[]): Told[] =>
  purpose === 'CONTACT_CREDITOR' ? lenders.flatMap(({ name, reachedBy, isOver }) => (isOver ? [] : [{ name, reachedBy }])) : []

/** A consent without a lender, recorded on paper, counts for each of them. */
function standing(row: Row, given: Awaited<ReturnType<typeof consentsOf>>, today: string) {
  const about = given.filter(
    ({ purpose, creditorId }) => purpose === row.purpose && (creditorId === null || creditorId === row.creditorId),
  )
  const holding = about.filter(({ withdrawnAt }) => withdrawnAt === null)
  const [inForce] = holding
  const withdrawn = about.flatMap(({ withdrawnAt }) => withdrawnAt ?? []).toSorted()
  return {
    /** When it was last withdrawn; null while it holds, and where it never did. */
    withdrawnAt: inForce === undefined ? (withdrawn.at(-1) ?? null) : null,
    since: inForce?.givenAt ?? null,
    textVersion: inForce?.textVersion ?? null,
    /** The wording asked with today, where it is another: it holds, and is asked again [PIPL 14]. */
    newer: inForce === undefined || inForce.textVersion === today ? null : today,
    channel: inForce?.channel ?? null,
    /** The lender to name when withdrawing; a blanket consent is withdrawn whole. */
    withdrawId: holding.some(({ creditorId }) => creditorId === null) ? null : row.creditorId,
  }
}

/** Each lender with a case, and how it is reached: named before anything is handed to it [PIPL 23]. */
async function lendersOf({ actor, tx }: Reading, clientId: string): Promise<Lender[]> {
  const lenders = await tx
    .select({ id: creditors.id, name: creditors.legalName, isOver: sql<boolean>`bool_and(${cases.stage} = 'CLOSED')` })
    .from(cases)
    .innerJoin(creditors, and(eq(creditors.orgId, cases.orgId), eq(creditors.id, cases.creditorId)))
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId)))
    .groupBy(creditors.id, creditors.legalName)
    .orderBy(asc(creditors.legalName))
  const { creditorId, channel, value } = creditorContacts
  const contacts = await tx
    .select({ creditorId, channel, value })
    .from(creditorContacts)
    .where(eq(creditorContacts.orgId, actor.organisationId))
    .orderBy(asc(channel), asc(value))
  return lenders.map((lender) => ({
    ...lender,
    reachedBy: contacts.flatMap(({ creditorId: of, ...contact }) => (of === lender.id ? [contact] : [])),
  }))
}

/** Who handles the data, and where it is reached [PIPL 17]. */
async function officeOf({ actor, tx }: Reading) {
  const [office] = await tx
    .select({ phone: organisations.phone })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId))
  return { name: actor.organisationName, phone: found(office).phone }
}

/** The authority letter as it would be signed today, and what the office charges: said before anything is signed. */
async function toSign({ actor, tx, now }: Reading, clientId: string) {
  const [client] = await tx
    .select({ name: clients.name })
    .from(clients)
    .where(and(eq(clients.orgId, actor.organisationId), eq(clients.id, clientId)))
  const { from, to } = authorityTerm(civilDateIn(now, actor.timeZone))
  const paper = { agent: actor.organisationName, matters: authorityMatters, from, to }
  const [office] = await tx.select({ feePolicy: organisations.feePolicy }).from(organisations)
  const text = { principal: found(client).name, ...paper }
  return { textToSign: authorityText(text), textToRead: authorityReading(text), feePolicy: found(office).feePolicy }
}
