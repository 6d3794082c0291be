type Period = { from: string | null; to: string | null }

/**
 * The period as it may be told outside the team: widened to whole quarters. Two periods a day apart would otherwise tell
 * by their difference what became of the one case between them.
 */
export const outsidePeriod = <Asked extends Period>(asked: Asked): Asked => ({
  ...asked,
  from: asked.from === null ? null : quarterOf(asked.from).first,
  to: asked.to === null ? null : quarterOf(asked.to).last,
})

/** The first and the last quarter of a period, as far as it has them. */
export const edgesOf = ({ from, to }: Period) => [from, to].flatMap((day) => (day === null ? [] : [periodOf(quarterOf(day))]))

const periodOf = ({ first, last }: { first: string; last: string }) => ({ from: first, to: last })

const ends: Record<string, string> = { '01': '03-31', '04': '06-30', '07': '09-30', '10': '12-31' }

/** First and last day of the quarter of a civil date. */
function quarterOf(date: string) {
  const [year = '', month = '01'] = date.split('-')
  const first = ['10', '07', '04', '01'].find((start) => month >= start) ?? '01'
  return { first: `${year}-${first}-01`, last: `${year}-${ends[first]}` }
}
