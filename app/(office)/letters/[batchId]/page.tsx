import Link from 'next/link'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { orNotFound } from '@/app/_parts/or-not-found'
import { buttonClass } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import { locales } from '@/db/vocabulary'
import { requireStaff } from '@/lib/core/session'
import { getBatch } from '@/lib/letters/batch.queries'
import { reasonText } from '@/lib/letters/batch-zip'
import { batchFormats } from '@/lib/letters/bulk-kinds'
import { cancelBatchAction, goOnAction } from '../actions'
import { KeepWriting } from './keep-writing'

type Props = { params: Promise<{ batchId: string }> }

export const generateMetadata = async () => ({ title: (await getTranslations('letterBatches'))('title') })

/** One batch: how far it is, what became of each case, and the archive. While it runs, this page keeps it going. */
export default async function BatchPage({ params }: Props) {
  const [actor, t, { batchId }] = [await requireStaff(), await getTranslations('letterBatches'), await params]
  const batch = await orNotFound(getBatch(actor, { batchId }))
  const { state, kind, total, written, skipped, waiting } = batch
  const name = (await getTranslations('words'))(`letterKind.${kind}`)
  return (
    <>
      <PageHeader
        title={t('batchTitle', { kind: name, total })}
        note={<Pill tone={tones[state]}>{t(`batchState.${state}`)}</Pill>}
      >
        <Link className="text-primary hover:underline" href="/letters">
          {t('back')}
        </Link>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <section className="grid gap-2 rounded-m bg-surface p-4 shadow-1" aria-live="polite">
          <label className="grid gap-1" htmlFor="progress">
            {t('progress', { done: written + skipped, total })}
          </label>
          <progress id="progress" className={bar} value={written + skipped} max={total} />
          <p className="text-muted">
            {t('counts', { written, skipped, waiting })} {state === 'RUNNING' && t('open')}{' '}
            {state === 'CANCELLED' && t('cancelled')}
          </p>
          <div className="flex flex-wrap items-center gap-3">
            {written > 0 &&
              batchFormats.map((format) => (
                <a
                  key={format}
                  className={buttonClass(format === 'pdf' ? 'primary' : 'secondary')}
                  href={`/api/v1/letter-batches/${batchId}/zip?format=${format}`}
                >
                  {t(`download.${format}`)}
                </a>
              ))}
            {state === 'RUNNING' && <Running batchId={batchId} />}
          </div>
        </section>
        <Letters batch={batch} />
      </div>
    </>
  )
}

const bar =
  'h-2.5 w-full max-w-[40rem] appearance-none overflow-hidden rounded-chip bg-sunken [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-primary'

const tones = {
  RUNNING: 'wait',
  FINISHED: 'ok',
  CANCELLED: 'neutral',
  WAITING: 'neutral',
  WRITTEN: 'ok',
  SKIPPED: 'wait',
} as const

async function Running({ batchId }: { batchId: string }) {
  const [t, { letterBatches }] = [await getTranslations('letterBatches'), await getMessages()]
  const form = { labels: letterBatches.label, hidden: { batchId }, className: '', quiet: true, keeps: true }
  return (
    <>
      <KeepWriting batchId={batchId} />
      <noscript>
        <CommandForm {...form} action={goOnAction} submit={t('goOn')} look="secondary" />
      </noscript>
      <CommandForm {...form} action={cancelBatchAction} submit={t('cancel')} look="quiet" />
    </>
  )
}

type Batch = Awaited<ReturnType<typeof getBatch>>

async function Letters({ batch: { letters } }: { batch: Batch }) {
  const [t, spoken] = [await getTranslations('letterBatches'), await getLocale()]
  const locale = locales.find((one) => one === spoken) ?? 'zh-CN'
  return (
    <Table
      label={t('case')}
      rows={letters}
      rowKey={({ position }) => String(position)}
      columns={[
        {
          key: 'case',
          title: t('case'),
          cell: ({ case: kase }) =>
            kase === null ? (
              <span className="text-muted">{t('other')}</span>
            ) : (
              <Link className="whitespace-nowrap text-primary hover:underline" href={`/cases/${kase.id}`}>
                {kase.number} {kase.name}
              </Link>
            ),
        },
        { key: 'product', title: t('product'), cell: ({ case: kase }) => kase?.product ?? '' },
        {
          key: 'state',
          title: t('index.state'),
          cell: ({ state, why, lacks }) => (
            <span className="flex flex-wrap items-center gap-2">
              <Pill tone={tones[state]}>{t(`state.${state}`)}</Pill>
              {why !== '' && <span className="text-muted">{reasonText({ why, lacks }, locale)}</span>}
            </span>
          ),
        },
        { key: 'hash', title: t('index.hash'), cell: ({ hash }) => <code className="text-meta">{hash.slice(0, 16)}</code> },
      ]}
    />
  )
}
