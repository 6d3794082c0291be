import type { HardshipType } from '@/db/vocabulary'

const medical: ReadonlySet<HardshipType> = new Set(['ILLNESS', 'INJURY_DISABILITY', 'FAMILY_ILLNESS_DEATH'])

/** Is what is told of this cause medical content, and opened only by a grant on a case (domain.md 2.6)? */
export const isMedical = (type: HardshipType | undefined): boolean => type !== undefined && medical.has(type)

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
