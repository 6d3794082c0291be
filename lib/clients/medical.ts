import type { HardshipType } from '@/db/vocabulary'
import { words } from '@/lib/i18n/words'

const medical: ReadonlySet<HardshipType> = new Set(['ILLNESS', 'INJURY_DISABILITY', 'FAMILY_ILLNESS_DEATH'])

/** Is this cause itself somebody's health? */
export const isMedical = (type: HardshipType): boolean => medical.has(type)

/** Words that speak of somebody's health: rather one too many, for a word too few opens a story to everybody. */
const ofHealth =
  /(?<![毛通语弊])病|住院|医院|手术|确诊|癌|瘤|抑郁|化疗|透析|治疗|残疾|骨折|受伤|怀孕|流产|\b(ill(ness)?|sick(ness)?|diseases?|hospital\w*|surg\w+|cancer|depress\w+|diagnos\w+|disab\w+|injur\w+|pregnan\w+|medic\w+)\b/i

type Told = { type: HardshipType; narrative: string; tellsHealth: boolean }

/**
 * Is what is told of a cause medical content, and opened only by a grant on a case (domain.md 2.6)? By the cause, by the word
 * of whoever wrote it down, or by its own words: an illness told under the loss of a job is an illness.
 */
export const isMedicalStory = ({ type, narrative, tellsHealth }: Told): boolean =>
  tellsHealth || isMedical(type) || ofHealth.test(narrative)

/** Whether a text names one of these causes that are somebody's health, in either language. */
export const namesIllness = (text: string, causes: readonly HardshipType[]): boolean =>
  causes.filter(isMedical).some((type) => namesOf(type).some((name) => text.toLowerCase().includes(name)))

/** Tells no more than the name of its cause does. */
export const isOnlyAName = (narrative: string): boolean =>
  [...medical].some((type) => namesOf(type).some((name) => name.includes(narrative.trim().toLowerCase())))

const namesOf = (type: HardshipType): string[] => [words.hardship[type].zh, words.hardship[type].en.toLowerCase()]

/**
 * The text with each of the stories in it replaced by a note, stop and all, however its lines were broken or run on when it was
 * written; the longest first, or one that holds another would stay in part.
 */
export const withhold = (text: string, stories: readonly string[], note: string): string =>
  [...stories]
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, story) => rest.replaceAll(brokenAnywhere(story), () => note), text)

const brokenAnywhere = (story: string) =>
  new RegExp(
    story
      .trim()
      .split(/\s+/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join(String.raw`[\s；;]*`)
      .concat('[。.]?'),
    'g',
  )
