import { getTranslations } from 'next-intl/server'
import { Panel } from '@/app/_ui/panel'
import { factorName, speakersHere } from '@/app/(office)/analytics/level-name'
import type { Actor } from '@/lib/core/actor'
import { mayAsk } from '@/lib/core/permissions'
import { getLikelihood } from '@/lib/likelihood/queries'

type Answer = Awaited<ReturnType<typeof getLikelihood>>

/** How often proposals like this draft were approved, where the office wants to see it; nothing at all where it does not. */
export async function LikelihoodPanel({ actor, versionId }: { actor: Actor; versionId: string }) {
  if (!mayAsk(actor, 'likelihood.get')) return null
  const said = await getLikelihood(actor, { versionId })
  if (said.status === 'off') return null
  const t = await getTranslations('likelihood')
  return (
    <div className="px-5 pb-5">
      <Panel title={t('title')}>
        {said.status === 'hidden' ? <p className="text-ink-2">{await reasonOf(said.answer)}</p> : <Range answer={said.answer} />}
        <p className="max-w-[60em] text-dense text-muted">{t('caveat')}</p>
      </Panel>
    </div>
  )
}

async function Range({ answer }: { answer: Extract<Answer, { status: 'shown' }>['answer'] }) {
  const t = await getTranslations('likelihood')
  const { range, similar, n, events, slope, brier } = answer
  const [low, high] = slope.interval.map((limit) => limit.toFixed(2))
  const figures = { slope: slope.estimate.toFixed(2), low: low ?? '', high: high ?? '' }
  return (
    <>
      <p className="font-semibold">{t('range', { low: wholePercent(range[0]), high: wholePercent(range[1]) })}</p>
      <p>
        {similar.events === null ? t('similarFew', { n: similar.n }) : t('similar', { n: similar.n, events: similar.events })}
      </p>
      <p className="text-dense text-ink-2">{t('basis', { n, events })}</p>
      <p className="text-dense text-ink-2">
        {t('calibration', { ...figures, brier: brier.value.toFixed(3), plain: brier.null.toFixed(3) })}
      </p>
    </>
  )
}

/** No range is that exact: whole percent. */
const wholePercent = (share: number) => `${Math.round(share * 100)}%`

async function reasonOf(answer: Extract<Answer, { status: 'hidden' }>['answer']): Promise<string> {
  const [t, speakers] = [await getTranslations('likelihood'), await speakersHere()]
  if (answer.why === 'large') return t('hidden.large')
  const columns =
    'columns' in answer ? answer.columns.map((column) => factorName(column, speakers)).join(speakers.t('comma')) : ''
  const { n, events } = answer
  return t(`hidden.${answer.why}`, { n, events, columns, similar: 'similar' in answer ? answer.similar : 0 })
}
