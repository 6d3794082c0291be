import type { HardshipType } from '@/db/vocabulary'
import { words } from '@/lib/i18n/words'

const medical: ReadonlySet<HardshipType> = new Set(['ILLNESS', 'INJURY_DISABILITY', 'FAMILY_ILLNESS_DEATH'])

/** Is this cause itself somebody's health? */
export const isMedical = (type: HardshipType): boolean => medical.has(type)

/** Words that speak of somebody's health: rather one too many, for a word too few opens a story to everybody. */
const ofHealth = new RegExp(
  [
    '(?<![毛通语弊])病|住院|手术|确诊|癌|瘤|抑郁|焦虑|精神[科病障]|化疗|透析|治疗|疗养|康复|瘫|中风|脑梗|肺炎|肝炎|[甲乙丙]肝|艾滋|尿毒|高血压|糖尿|心梗|心脏|卧床|怀孕|流产',
    '医疗|医药|医院|就医|就诊|药费|服药|吃药|残疾|伤残|致残|骨折|[受工摔烧烫]伤|车祸|[去离过]世|身亡',
    '\\b(?:ill(?:ness)?|sick(?:ness)?|diseases?|hospital\\w*|clinics?|surg\\w+|cancer|strokes?|heart attacks?|depress\\w+|anxiety|mental\\w*|HIV|dialysis|diabet\\w+)\\b',
    '\\b(?:therap\\w+|treatments?|diagnos\\w+|disab\\w+|injur\\w+|pregnan\\w+|medic\\w+|died|deaths?|passed away)\\b',
  ].join('|'),
  'i',
)

type Told = { type: HardshipType; narrative: string; tellsHealth: boolean }

/**
 * Is what is told of a cause medical content, and opened only by a grant on a case (domain.md 2.6)? By the cause, by the word
 * of whoever wrote it down, or by its own words: an illness told under the loss of a job is an illness.
 */
export const isMedicalStory = ({ type, narrative, tellsHealth }: Told): boolean =>
  tellsHealth || isMedical(type) || ofHealth.test(narrative) || ofHealth.test(unbroken(narrative))

/** Whether a text names one of these causes that are somebody's health, in either language. */
export const namesIllness = (text: string, causes: readonly HardshipType[]): boolean =>
  causes.filter(isMedical).some((type) => namesOf(type).some((name) => text.toLowerCase().includes(name)))

/** Tells no more than the name of its cause, which a letter names anyway. */
export const isOnlyAName = ({ type, narrative }: Pick<Told, 'type' | 'narrative'>): boolean =>
  narrative.trim() === '' || (isMedical(type) && namesOf(type).some((name) => name.includes(narrative.trim().toLowerCase())))

const namesOf = (type: HardshipType): string[] => [words.hardship[type].zh, words.hardship[type].en.toLowerCase()]

/**
 * The text with each of the stories in it replaced by a note, stop and all, however its lines were broken or run on when it was
 * written; the longest first, or one that holds another would stay in part.
 */
export const withhold = (text: string, stories: readonly string[], note: string): string =>
  [...stories]
    .toSorted((a, b) => unbroken(b).length - unbroken(a).length)
    .reduce((rest, story) => rest.replaceAll(brokenAnywhere(story), () => note), text)

/** Without the breaks and blanks that say nothing. */
const unbroken = (text: string) => text.replace(/\s+/g, '')

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
