import { seedOffice } from '@/lib/organisation/start.commands'
import { openOffice } from './factories'

/** An office with the directory, checklists and templates that every new one starts with. */
export async function openSeededOffice(options: Parameters<typeof openOffice>[0] = {}) {
  const office = await openOffice(options)
  await office.within((tx) => seedOffice(tx, office.organisationId))
  return office
}
