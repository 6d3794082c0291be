import { getTranslations } from 'next-intl/server'
import { Panel } from '@/app/_ui/panel'
import { letterParts } from '@/lib/letters/compiled'
import type { LetterTemplate } from '@/lib/letters/kinds'
import { type DiffLine, lineDiff } from '@/lib/templates/line-diff'

type Props = { number: number; before: LetterTemplate; after: LetterTemplate; isDraft: boolean }

/** An old version beside the draft or the wording in use, line by line; a sign says what a colour says. */
export async function Comparison({ number, before, after, isDraft }: Props) {
  const t = await getTranslations('templates')
  const parts = letterParts
    .map((part) => ({ part, lines: lineDiff(before[part], after[part]) }))
    .filter(({ lines }) => lines.some(({ kind }) => kind !== 'same'))
  return (
    <Panel id="comparison" title={t('compareTitle', { number, other: isDraft ? t('draft') : t('textInUse') })}>
      {parts.length === 0 && <p className="text-muted">{t('noDifference')}</p>}
      {parts.map(({ part, lines }) => (
        <section key={part} className="grid gap-1">
          <h3 className="text-meta text-muted">{t(`parts.${part}`)}</h3>
          <div className="text-dense leading-6">
            {placed(lines).map(({ place, item: line }) => (
              <Line key={place} line={line} label={line.kind === 'same' ? '' : t(labels[line.kind])} />
            ))}
          </div>
        </section>
      ))}
    </Panel>
  )
}

/** Lines keep their places: the place is what tells them apart. */
const placed = <Item,>(items: readonly Item[]) => items.map((item, index) => ({ place: `${index}`, item }))

const labels = { gone: 'gone', new: 'fresh' } as const
const looks = { same: 'text-muted', gone: 'bg-bad-bg text-bad', new: 'bg-ok-bg text-ok' } as const
const signs = { same: ' ', gone: '−', new: '+' } as const

const Line = ({ line: { kind, text }, label }: { line: DiffLine; label: string }) => (
  <p className={`flex gap-2 px-2 ${looks[kind]}`}>
    <span aria-hidden="true" className="w-3 shrink-0">
      {signs[kind]}
    </span>
    {label !== '' && <span className="sr-only">{label}: </span>}
    <span className="min-w-0 break-words">{text}</span>
  </p>
)
