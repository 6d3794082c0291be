import { randomUUID } from 'node:crypto'
import type { Tx } from '@/db/client'
import { checklistRules, creditorContacts, creditorProducts, creditors, evidenceTypes } from '@/db/schema'
import { type DirectoryEntry, startingDirectory } from '@/lib/creditors/directory'
import { startingChecklist } from '@/lib/evidence/starting-checklist'
import { startingEvidenceTypes } from '@/lib/evidence/starting-types'
import { money } from '@/lib/platform/money'

/** What every office starts with: kinds of evidence, checklists, and a directory of creditors. Rows, for the office to change. */
export async function seedOffice(tx: Tx, orgId: string) {
  await tx.insert(evidenceTypes).values(startingEvidenceTypes.map((type) => ({ orgId, ...type })))
  await tx
    .insert(checklistRules)
    .values(
      startingChecklist.flatMap(({ options, ...rule }) =>
        options.map((evidenceCode) => ({ orgId, id: randomUUID(), ...rule, evidenceCode })),
      ),
    )
  for (const entry of startingDirectory) await seedCreditor(tx, orgId, entry)
}

async function seedCreditor(tx: Tx, orgId: string, { products, contacts, ...facts }: DirectoryEntry) {
  const creditorId = randomUUID()
  await tx.insert(creditors).values({ orgId, id: creditorId, ...facts })
  await tx.insert(creditorProducts).values(
    products.map(({ maxLimit, ...product }) => ({
      ...{ orgId, id: randomUUID(), creditorId, ...product },
      maxLimit: maxLimit === null ? null : money(maxLimit),
    })),
  )
  if (contacts.length > 0) {
    await tx.insert(creditorContacts).values(contacts.map((contact) => ({ orgId, id: randomUUID(), creditorId, ...contact })))
  }
}
