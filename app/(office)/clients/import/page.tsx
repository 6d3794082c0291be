import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { repaymentMethods } from '@/db/vocabulary'
import { type Actor, seesWholeOffice } from '@/lib/core/actor'
import { expectMay } from '@/lib/core/expect-may'
import { requireStaff } from '@/lib/core/session'
import { nameIn } from '@/lib/creditors/names'
import { productList } from '@/lib/creditors/queries'
import { listImports } from '@/lib/imports/queries'
import { listMembers } from '@/lib/organisation/queries'
import type { Choices } from './fixed-values'
import { Workbench } from './workbench'

export const generateMetadata = async () => ({ title: (await getTranslations('imports'))('title') })

/** A table of clients, loan notes and old cases on its way in, and the imports there were. */
export default async function ImportPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('imports')]
  await orNotFound(expectMay(actor, 'import.start'))
  return (
    <>
      <PageHeader title={t('title')}>
        <ButtonLink href="/clients">{t('back')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
        <Workbench choices={await choicesFor(actor)} />
        <Previous actor={actor} />
      </div>
    </>
  )
}

async function choicesFor(actor: Actor): Promise<Choices> {
  const [words, locale] = [await getTranslations('words'), await getLocale()]
  const products = (await productList(actor)).filter(({ isActive }) => isActive)
  const { members } = seesWholeOffice(actor) ? await listMembers(actor) : { members: [] }
  return {
    product: products.map(({ brand, creditor }) => ({
      label: `${nameIn(locale, brand)} · ${nameIn(locale, creditor)}`,
      gives: { product: brand, creditor },
    })),
    method: repaymentMethods.map((method) => ({ label: words(`method.${method}`), gives: { method } })),
    owner: members
      .filter(({ roles, isDisabled }) => !isDisabled && roles.some((role) => role === 'COUNSELLOR' || role === 'SUPERVISOR'))
      .map(({ name }) => ({ label: name, gives: { owner: name } })),
  }
}

async function Previous({ actor }: { actor: Actor }) {
  const [t, { imports }, civil] = [await getTranslations('imports'), await listImports(actor), civilDates(await getLocale())]
  return (
    <Panel title={t('previous')}>
      {imports.length === 0 ? (
        <EmptyState title={t('nonePrevious')} text={t('nonePreviousText')} />
      ) : (
        <ul className="grid gap-1">
          {imports.map(({ importId, at, by, fileName, imported, known, refused, undone, kept, isUndone }) => (
            <li key={importId} className="flex flex-wrap items-baseline gap-x-3">
              <Link className="text-primary hover:underline" href={`/clients/import/${importId}`}>
                {t('listed', { day: civil.inText(dayOf(at, actor.timeZone)), by, name: fileName })}
              </Link>
              <span className="text-dense text-muted">
                {isUndone ? t('undone', { undone, kept }) : t('done', { imported, known, refused })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
