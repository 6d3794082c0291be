import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { orNotFound } from '@/app/_parts/or-not-found'
import { Button } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Checkbox, SelectField } from '@/app/_ui/field'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { expectMay } from '@/lib/core/expect-may'
import { requireStaff } from '@/lib/core/session'
import { nameIn } from '@/lib/creditors/names'
import { listBatches } from '@/lib/letters/batch.queries'
import { batchCandidates } from '@/lib/letters/batch-candidates.queries'
import { bulkKinds } from '@/lib/letters/bulk-kinds'
import { ChooseCases } from './choose-cases'

type Props = { searchParams: Promise<{ kind?: string; product?: string; overdue?: string }> }

export const generateMetadata = async () => ({ title: (await getTranslations('letterBatches'))('title') })

/** Letters of one kind for many cases: a filtered list to tick cases on, and the batches made so far. */
export default async function LettersPage({ searchParams }: Props) {
  const [actor, t, asked] = [await requireStaff(), await getTranslations('letterBatches'), await searchParams]
  await orNotFound(expectMay(actor, 'letterBatch.candidates'))
  const product = /^[0-9a-f-]{36}$/.test(asked.product ?? '') ? asked.product : undefined
  const [isOverdue, kind] = [asked.overdue === 'yes', bulkKinds.find((one) => one === asked.kind) ?? 'REMINDER']
  const { cases, hasMore, products, today } = await batchCandidates(actor, { kind, productId: product, isOverdue })
  const [{ batches }, locale, words] = [await listBatches(actor), await getLocale(), await getTranslations('words')]
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="grid gap-4 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
        <form className="flex flex-wrap items-end gap-4" aria-label={t('filter')}>
          <SelectField
            name="kind"
            label={t('kind')}
            defaultValue={kind}
            options={bulkKinds.map((value) => ({ value, label: words(`letterKind.${value}`) }))}
          />
          <SelectField
            name="product"
            label={t('product')}
            defaultValue={product ?? ''}
            options={[
              { value: '', label: t('allProducts') },
              ...products.map(({ productId, brand }) => ({ value: productId, label: nameIn(locale, brand) })),
            ]}
          />
          <Checkbox name="overdue" value="yes" defaultChecked={isOverdue} label={t('overdueOnly')} />
          <Button type="submit">{t('show')}</Button>
        </form>
        <p className="max-w-[60em] text-muted">
          {t(`about.${kind}`)} {hasMore && t('more', { n: cases.length })}
        </p>
        {cases.length === 0 ? (
          <EmptyState title={t('nothing')} text={t('nothingText')} />
        ) : (
          <ChooseCases key={`${kind}-${product}-${isOverdue}`} kind={kind} cases={cases} today={today} />
        )}
        <Batches batches={batches} timeZone={actor.timeZone} />
      </div>
    </>
  )
}

type Listed = Awaited<ReturnType<typeof listBatches>>['batches']

const tones = { RUNNING: 'wait', FINISHED: 'ok', CANCELLED: 'neutral' } as const

async function Batches({ batches, timeZone }: { batches: Listed; timeZone: string }) {
  const [t, words, civil] = [
    await getTranslations('letterBatches'),
    await getTranslations('words'),
    civilDates(await getLocale()),
  ]
  if (batches.length === 0) return null
  return (
    <Panel title={t('batches')}>
      <ul className="grid gap-1">
        {batches.map(({ batchId, kind, startedAt, by, total, state }) => (
          <li key={batchId} className="flex flex-wrap items-center gap-2">
            <Link className="text-primary hover:underline" href={`/letters/${batchId}`}>
              {t('batch', { kind: words(`letterKind.${kind}`), day: civil.inText(dayOf(startedAt, timeZone)), by, total })}
            </Link>
            <Pill tone={tones[state]}>{t(`batchState.${state}`)}</Pill>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
