import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Disclosure } from '@/app/_parts/disclosure'
import { CommandForm } from '@/app/_parts/form/command-form'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { requireStaff } from '@/lib/core/session'
import { getHistory } from '@/lib/history/queries'
import { undoHistoryAction } from '../actions'
import { WrongRows } from '../wrong-rows'

type Props = { params: Promise<{ importId: string }> }

export const generateMetadata = async () => ({ title: (await getTranslations('history'))('title') })

/** What became of one file of past outcomes, what was wrong with rows, and the way to take it back. */
export default async function HistoryImportPage({ params }: Props) {
  const [actor, t, { importId }] = [await requireStaff(), await getTranslations('history'), await params]
  const { imported, known, refused, undone, ...of } = await orNotFound(getHistory(actor, { importId }))
  return (
    <>
      <PageHeader title={of.fileName} note={civilDates(await getLocale()).inText(dayOf(of.at, actor.timeZone))}>
        <ButtonLink href="/analytics/history">{t('title')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p role="status">{of.isUndone ? t('undone', { undone }) : t('done', { imported, known, refused })}</p>
        {imported > 0 && <Undo importId={importId} canUndo={of.canUndo} />}
        <Panel title={(await getTranslations('imports'))('bad')}>
          <WrongRows found={of.rows} />
        </Panel>
      </div>
    </>
  )
}

async function Undo({ importId, canUndo }: { importId: string; canUndo: boolean }) {
  const [t, { imports, history }] = [await getTranslations('history'), await getMessages()]
  if (!canUndo) return <p className="text-muted">{imports.undoOver}</p>
  return (
    <Disclosure label={t('undo')}>
      <div className="grid max-w-[40em] gap-2">
        <p className="text-ink-2">{t('undoHint')}</p>
        <CommandForm
          action={undoHistoryAction}
          labels={history.field}
          submit={imports.sure}
          look="danger"
          hidden={{ importId }}
          quiet
        />
      </div>
    </Disclosure>
  )
}
