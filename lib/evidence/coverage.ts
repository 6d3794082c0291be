import { addDays, addMonths, type CivilDate, later } from '@/lib/platform/dates'

export type Covered = { coversFrom: CivilDate | null; coversTo: CivilDate | null }
type Stretch = { from: CivilDate; to: CivilDate }

/**
 * Whole months that several papers of one kind cover together (SE-04): stretches that touch or overlap are one, and each
 * counts its whole months, so that three monthly payslips in a row are three months and 15 March to 14 June are three too.
 */
export const monthsCovered = (papers: readonly Covered[]): number =>
  joined(papers).reduce((months, stretch) => months + wholeMonths(stretch), 0)

function joined(papers: readonly Covered[]): Stretch[] {
  const done: Stretch[] = []
  for (const next of stretchesOf(papers)) {
    const last = done.at(-1)
    if (last === undefined || next.from > addDays(last.to, 1)) done.push(next)
    else last.to = later(last.to, next.to)
  }
  return done
}

const stretchesOf = (papers: readonly Covered[]): Stretch[] =>
  papers
    .flatMap(({ coversFrom: from, coversTo: to }) => (from !== null && to !== null && from <= to ? [{ from, to }] : []))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))

function wholeMonths({ from, to }: Stretch): number {
  let months = 0
  while (addMonths(from, months + 1) <= addDays(to, 1)) months += 1
  return months
}
