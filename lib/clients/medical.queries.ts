import { and, eq } from 'drizzle-orm'
import { hardships } from '@/db/schema'
import type { Locale } from '@/db/vocabulary'
import type { Reading } from '@/lib/core/query'
import { messages } from '@/lib/i18n/catalogue'
import { isMedical, withhold } from './medical'
import { mayReadSensitive } from './sensitive.queries'

type Asking = Pick<Reading, 'actor' | 'tx'>

/** What stands in the place of a medical story for those it is not open to. */
export const withheldNote = (locale: Locale): string => messages[locale].people.medicalWithheld

/** Takes medical stories of this client out of a text, unless the reader has a grant on one of the client's cases. */
export async function withholderOf(asking: Asking, clientId: string): Promise<(text: string, locale: Locale) => string> {
  if (await mayReadSensitive(asking, clientId)) return (text) => text
  const stories = await medicalStoriesOf(asking, clientId)
  return (text, locale) => withhold(text, stories, withheldNote(locale))
}

/** Whether a text tells a medical story of this client, however its lines were broken. */
export async function tellsMedicalStory(asking: Asking, clientId: string, text: string): Promise<boolean> {
  const stories = await medicalStoriesOf(asking, clientId)
  return withhold(text, stories, '') !== text
}

async function medicalStoriesOf({ actor, tx }: Asking, clientId: string) {
  const rows = await tx
    .select({ type: hardships.type, narrative: hardships.narrative })
    .from(hardships)
    .where(and(eq(hardships.orgId, actor.organisationId), eq(hardships.clientId, clientId)))
  return rows.filter(({ type, narrative }) => isMedical(type) && narrative.trim() !== '').map(({ narrative }) => narrative)
}
