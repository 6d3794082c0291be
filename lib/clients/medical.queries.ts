import { and, eq } from 'drizzle-orm'
import { hardships } from '@/db/schema'
import type { Locale } from '@/db/vocabulary'
import type { Reading } from '@/lib/core/query'
import { messages } from '@/lib/i18n/catalogue'
import { isMedicalStory, isOnlyAName, namesIllness, withhold } from './medical'
import { mayReadSensitive } from './sensitive.queries'

type Asking = Pick<Reading, 'actor' | 'tx'>

/** What stands in the place of a medical story for those it is not open to. */
export const withheldNote = (locale: Locale): string => messages[locale].people.medicalWithheld

/** Takes medical stories of this client out of a text, unless the reader has a grant on one of the client's cases. */
export async function withholderOf(asking: Asking, clientId: string): Promise<(text: string, locale: Locale) => string> {
  if (await mayReadSensitive(asking, clientId)) return (text) => text
  const stories = medicalStories(await causesOf(asking, clientId))
  return (text, locale) => withhold(text, stories, withheldNote(locale))
}

/** Whether a text tells a medical story of this client, however its lines were broken. */
export async function tellsMedicalStory(asking: Asking, clientId: string, text: string): Promise<boolean> {
  return tellsOne(text, medicalStories(await causesOf(asking, clientId)))
}

/**
 * Whether a text speaks of the health of this client or of somebody near to them: it tells a medical story, or names their
 * illness as the cause. Its use takes a consent of its own [PIPL 28, 29].
 */
export async function tellsOfHealth(asking: Asking, clientId: string, text: string): Promise<boolean> {
  const causes = await causesOf(asking, clientId)
  const named = causes.map(({ type }) => type)
  return namesIllness(text, named) || tellsOne(text, medicalStories(causes))
}

type Causes = Awaited<ReturnType<typeof causesOf>>

const tellsOne = (text: string, stories: readonly string[]) => withhold(text, stories, '') !== text

const medicalStories = (causes: Causes): string[] =>
  causes.flatMap((cause) => (isMedicalStory(cause) && !isOnlyAName(cause) ? [cause.narrative] : []))

const causesOf = ({ actor, tx }: Asking, clientId: string) =>
  tx
    .select({ type: hardships.type, narrative: hardships.narrative, tellsHealth: hardships.tellsHealth })
    .from(hardships)
    .where(and(eq(hardships.orgId, actor.organisationId), eq(hardships.clientId, clientId)))
