import { getTranslations } from 'next-intl/server'
import { LineName, LineState } from '@/app/_parts/evidence-line'
import { Panel } from '@/app/_ui/panel'
import type { ChecklistLine } from '@/lib/evidence/checklist'
import type { CaseView } from '../_frame/case-view'

/** The checklist that follows from the causes, always-lines first; alternatives stand on one line. */
export async function Checklist({ evidence }: { evidence: CaseView['evidence'] }) {
  const t = await getTranslations('evidence')
  const { required, verified } = evidence.completeness
  return (
    <Panel title={t('checklist')} aside={<span className="text-dense text-muted">{t('progress', { required, verified })}</span>}>
      <ul className="grid gap-2">
        {evidence.checklist.map((line) => (
          <li key={`${line.hardship}${line.group}`} className="flex flex-wrap items-baseline gap-2 border-b border-line pb-2">
            <LineState line={line} />
            <LineName options={line.options} types={evidence.types} />
            <Details line={line} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

async function Details({ line }: { line: ChecklistLine }) {
  const [t, words] = [await getTranslations('evidence'), await getTranslations('words')]
  const cause = line.hardship === null ? t('always') : words(`hardship.${line.hardship}`)
  const need = line.required ? t('required') : t('helpful')
  return (
    <span className="ml-auto text-dense text-muted">
      {cause} · {need}
      {line.months !== null && <Months state={line.state} {...line.months} />}
    </span>
  )
}

/** How much of the time asked for the papers cover; what is lacking is said in so many words. */
async function Months({ state, covered, wanted }: { state: ChecklistLine['state']; covered: number; wanted: number }) {
  const t = await getTranslations('evidence')
  const isShort = state === 'short'
  return (
    <span className={isShort ? 'text-wait' : ''}>
      {' '}
      · {t(isShort ? 'monthsShort' : 'months', { covered, wanted, lacking: Math.max(0, wanted - covered) })}
    </span>
  )
}
