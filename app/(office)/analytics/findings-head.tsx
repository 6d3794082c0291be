import type { ReactNode } from 'react'
import type { Tone } from '@/app/_ui/pill'
import type { FactorResult } from '@/lib/analysis/result'
import type { Plotted } from './asked'
import { ForestScale } from './forest-plot'

export const verdictTones: Record<FactorResult['verdict'], Tone> = {
  more: 'ok',
  less: 'bad',
  cannot_tell: 'neutral',
  varies: 'wait',
  too_few: 'neutral',
  refused: 'neutral',
}
const head = 'border-b border-line px-2 py-1 font-medium text-muted whitespace-nowrap'
export const findingCell = 'border-b border-line px-2 py-1 align-middle'

/** What a row is about stays in sight where the figures scroll past it, on a narrow screen. */
export const firstColumn = 'sticky left-0 z-10 bg-surface print:static'

/** In the order of their columns. Named here too, so that a page in the browser needs nothing of the filters. */
export const ratioColumns = ['adjusted', 'stratified', 'crude'] as const satisfies readonly Plotted[]

type Title = 'factor' | 'compared' | 'level' | 'n' | 'share' | 'difference' | 'scale' | 'inWords'
type Props = {
  words: (title: Title) => string
  /** What the second column holds: levels against another, or every level. */
  second: 'compared' | 'level'
  ratioTitle: (ratio: Plotted) => ReactNode
  /** The ratio that is drawn. */
  drawn?: Plotted
}

/** The titles over factors with their figures: the office's own and those of somebody's table. */
export const FindingsHead = ({ words, second, ratioTitle, drawn }: Props) => (
  <thead>
    <tr>
      <Titles of={['factor']} side={`text-left ${firstColumn}`} words={words} />
      <Titles of={[second]} side="text-left" words={words} />
      <Titles of={['n', 'share', 'difference']} side="text-right" words={words} />
      <th scope="col" className={head}>
        <ForestScale label={words('scale')} />
      </th>
      {ratioColumns.map((ratio) => (
        <th key={ratio} scope="col" className={`${head} text-right ${ratio === drawn ? 'text-ink' : ''}`}>
          {ratioTitle(ratio)}
        </th>
      ))}
      <Titles of={['inWords']} side="text-left" words={words} />
    </tr>
  </thead>
)

const Titles = ({ of, side, words }: { of: readonly Title[]; side: string } & Pick<Props, 'words'>) =>
  of.map((title) => (
    <th key={title} scope="col" className={`${head} ${side}`}>
      {words(title)}
    </th>
  ))
