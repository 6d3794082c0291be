import { getLocale } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { nameIn } from '@/lib/creditors/names'
import { listCreditors } from '@/lib/creditors/queries'
import { listMembers } from '@/lib/organisation/queries'

/** Who and whom a case can be filtered by: the people who work cases, and the creditors of the directory. */
export async function filterChoices(actor: Actor) {
  const [{ members }, { creditors }, locale] = await Promise.all([listMembers(actor), listCreditors(actor), getLocale()])
  return {
    people: members
      .filter(({ roles, isDisabled }) => !isDisabled && roles.some((role) => working.has(role)))
      .map(({ userId, name }) => ({ id: userId, name })),
    creditors: creditors.map(({ id, shortName }) => ({ id, name: nameIn(locale, shortName) })),
  }
}

const working: ReadonlySet<string> = new Set(['SUPERVISOR', 'COUNSELLOR', 'ASSISTANT'])
