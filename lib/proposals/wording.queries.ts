import type { Locale } from '@/db/vocabulary'
import type { Reading } from '@/lib/core/query'
import type { LetterTemplate } from '@/lib/letters/kinds'
import { type LiveKind, liveKinds } from '@/lib/letters/live-text'
import { readStamp, type TemplateVersion } from '@/lib/letters/stamp'
import type { CivilDate } from '@/lib/platform/dates'
import { templateInUse, templateNumbered, wordingsInUse } from '@/lib/templates/in-use.queries'
import type { Version } from './scope.queries'

type Asking = Pick<Reading, 'actor' | 'tx'>

/** What a letter is written with: a wording, and the day it bears. */
export type Wording = { readonly template: TemplateVersion; readonly day: CivilDate }

/** The wording and day of the letter a version keeps, also after another wording was published; undefined before there is one. */
export async function keptWording(asking: Asking, version: Pick<Version, 'letterTemplate'>): Promise<Wording | undefined> {
  const stamp = readStamp(version.letterTemplate)
  return stamp && { template: await templateNumbered(asking, stamp), day: stamp.day }
}

/** The wording in use for a negotiation letter that is written on this day. */
export const newWording = async (asking: Asking, locale: Locale, day: CivilDate): Promise<Wording> => ({
  template: await templateInUse(asking, { kind: 'NEGOTIATION', locale }),
  day,
})

/** The templates in use for the texts beside a draft, so that the screen can write them again as somebody types. */
export async function liveTemplates(asking: Asking): Promise<Record<LiveKind, Record<Locale, LetterTemplate>>> {
  const inUse = await wordingsInUse(asking, liveKinds)
  const both = (kind: LiveKind) => ({ 'zh-CN': inUse({ kind, locale: 'zh-CN' }), en: inUse({ kind, locale: 'en' }) })
  return { NEGOTIATION: both('NEGOTIATION'), CLIENT_SUMMARY: both('CLIENT_SUMMARY'), PHONE_SCRIPT: both('PHONE_SCRIPT') }
}
