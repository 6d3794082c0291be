import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { creditorProducts, creditors, organisations } from '@/db/schema'
import type { Role } from '@/db/vocabulary'
import type { AuditEvent } from '@/lib/core/audit'
import { type Actor, prove } from '@/lib/core/prove'
import { createAccount, createOffice } from '@/lib/organisation/office.commands'
import { type Calendar, demoZone } from './calendar'
import type { DemoOffice, Seat } from './offices'
import { inTurn } from './turns'

export type Product = { creditorId: string; productId: string; brand: string; lender: string }
export type Place = Awaited<ReturnType<typeof openPlace>>

/** Opens a demo office with its accounts: the ground on which stories are told. `passwordHash` is hashed once for all. */
export async function openPlace(office: DemoOffice, calendar: Calendar, passwordHash: string) {
  const organisationId = randomUUID()
  const openedAt = calendar.at(-480, '09:00')
  const ofOffice = { organisationId, organisationName: office.name }
  const account = { organisationId, passwordHash, locale: 'zh-CN' as const, isDemo: true }
  const opened = await inTransaction({ organisationId, quiet: true }, async (tx) => {
    const { name, type, phone, feePolicy } = office
    await createOffice(tx, { id: organisationId, name, type, locale: 'zh-CN', timeZone: demoZone, isDemo: true, now: openedAt })
    await tx.update(organisations).set({ phone, feePolicy }).where(eq(organisations.id, organisationId))
    const staff = new Map<Seat, Actor>()
    const events: AuditEvent[] = [{ type: 'demo.loaded', organisationId }]
    for (const { seat, email, name: person, role } of office.staff) {
      const userId = await createAccount(tx, { ...account, email, name: person, roles: [role], now: openedAt })
      staff.set(seat, actorOf({ ...ofOffice, id: userId, name: person, role }))
      events.push({ type: 'user.created', userId, roles: [role] })
    }
    await audit(tx, openedAt, events)
    return { staff, products: await productsHere(tx) }
  })

  return {
    organisationId,
    office,
    calendar,
    opening: inTurn(),
    /** @throws where this office has nobody in that seat */
    staff: (seat: Seat) => known(opened.staff.get(seat), seat),
    product: (brand: string) => known(opened.products.get(brand), brand),
    /** Gives a client an account of their own. */
    invite: async (client: { id: string; name: string }, email: string, now: Date) => {
      const userId = await inTransaction({ organisationId, quiet: true }, async (tx) => {
        const invited = { ...account, email, name: client.name, roles: ['CLIENT' as const], clientId: client.id, now }
        const id = await createAccount(tx, invited)
        await audit(tx, now, [{ type: 'user.created', userId: id, roles: ['CLIENT'] }])
        return id
      })
      return actorOf({ ...ofOffice, id: userId, name: client.name, role: 'CLIENT', clientId: client.id })
    },
  }
}

type Facts = { organisationId: string; organisationName: string; id: string; name: string; role: Role; clientId?: string }

const actorOf = ({ role, ...facts }: Facts): Actor =>
  prove({
    ...facts,
    ...{ kind: role === 'CLIENT' ? 'client' : 'staff', roles: [role], owners: [facts.id], teams: [] },
    ...{ timeZone: demoZone, locale: 'zh-CN', isDemo: true, mayWrite: true },
  })

/** Who loads a demo is nobody in it. */
const audit = (tx: Tx, at: Date, events: AuditEvent[]) =>
  tx.execute(
    sql`select append_audit(${at.toISOString()}::timestamptz, 'system:parley', 'demo.load', '', ${JSON.stringify(events)}::jsonb)`,
  )

async function productsHere(tx: Tx) {
  const rows = await tx
    .select({
      creditorId: creditors.id,
      productId: creditorProducts.id,
      brand: creditorProducts.brand,
      lender: creditors.legalName,
    })
    .from(creditorProducts)
    .innerJoin(creditors, eq(creditors.id, creditorProducts.creditorId))
  return new Map<string, Product>(rows.map((product) => [product.brand, product]))
}

function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`the demo has no ${name}`)
  return thing
}
