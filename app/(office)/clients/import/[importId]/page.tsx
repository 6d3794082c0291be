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
import { getImport } from '@/lib/imports/queries'
import { undoImportAction } from '../actions'
import { BadRows } from '../bad-rows'

type Props = { params: Promise<{ importId: string }> }

export const generateMetadata = async () => ({ title: (await getTranslations('imports'))('title') })

/** What became of one file, row by row where something was wrong, and the way to take it back. */
export default async function ImportedPage({ params }: Props) {
  const [actor, t, { importId }] = [await requireStaff(), await getTranslations('imports'), await params]
  const of = await orNotFound(getImport(actor, { importId }))
  const { imported, known, refused, undone, kept } = of
  return (
    <>
      <PageHeader title={of.fileName} note={civilDates(await getLocale()).inText(dayOf(of.at, actor.timeZone))}>
        <ButtonLink href="/clients/import">{t('title')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p role="status">{of.isUndone ? t('undone', { undone, kept }) : t('done', { imported, known, refused })}</p>
        {imported > 0 && <Undo importId={importId} canUndo={of.canUndo} />}
        <Panel title={t('bad')}>
          <BadRows found={of.rows} />
        </Panel>
      </div>
    </>
  )
}

async function Undo({ importId, canUndo }: { importId: string; canUndo: boolean }) {
  const [t, { imports }] = [await getTranslations('imports'), await getMessages()]
  if (!canUndo) return <p className="text-muted">{t('undoOver')}</p>
  return (
    <Disclosure label={t('undo')}>
      <div className="grid max-w-[40em] gap-2">
        <p className="text-ink-2">{t('undoHint')}</p>
        <CommandForm
          action={undoImportAction}
          labels={imports.field}
          submit={t('sure')}
          look="danger"
          hidden={{ importId }}
          quiet
        />
      </div>
    </Disclosure>
  )
}
