import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import { type Locale, letterKinds, locales } from '@/db/vocabulary'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listTemplates } from '@/lib/templates/queries'
import { NotYours, Settings, settingsTitle } from '../frame'
import { unlessForbidden } from '../unless-forbidden'

export const generateMetadata = () => settingsTitle('templates')

/** Every letter in both languages, with the version in use: where its wording is read and changed. */
export default async function TemplatesPage() {
  const [actor, t, words] = [await requireStaff(), await getTranslations('templates'), await getTranslations('words')]
  const listed = await unlessForbidden(listTemplates(actor))
  if (listed === undefined) return <NotYours />
  const inLanguage = (kind: string, locale: Locale) => listed.templates.find((one) => one.kind === kind && one.locale === locale)
  return (
    <Settings actor={actor} tab="templates">
      <p className="max-w-[60em] text-ink-2">
        {t('lead')} {!mayDo(actor, 'template.publish') && t('readOnly')}
      </p>
      <Table
        label={t('letter')}
        rows={letterKinds}
        rowKey={(kind) => kind}
        columns={[
          {
            key: 'kind',
            title: t('letter'),
            cell: (kind) => (
              <Link className="font-semibold whitespace-nowrap text-primary hover:underline" href={`/settings/templates/${kind}`}>
                {words(`letterKind.${kind}`)}
              </Link>
            ),
          },
          ...locales.map((locale) => ({
            key: locale,
            title: t(`language.${locale}`),
            cell: (kind: (typeof letterKinds)[number]) => (
              <InUse
                template={inLanguage(kind, locale)}
                timeZone={actor.timeZone}
                href={`/settings/templates/${kind}?language=${locale}`}
              />
            ),
          })),
        ]}
      />
    </Settings>
  )
}

type Listed = Awaited<ReturnType<typeof listTemplates>>['templates'][number]

async function InUse({ template, timeZone, href }: { template: Listed | undefined; timeZone: string; href: string }) {
  const [t, locale] = [await getTranslations('templates'), await getLocale()]
  if (template === undefined) return null
  const { number, publishedAt, by, hasDraft } = template
  return (
    <span className="flex min-w-[11em] flex-wrap items-center gap-x-2">
      <Link className="text-primary hover:underline" href={href}>
        {t('version', { number })}
      </Link>
      <span className="text-muted">
        {publishedAt === null
          ? t('shipped')
          : t('publishedBy', { day: civilDates(locale).inText(dayOf(publishedAt, timeZone)), by })}
      </span>
      {hasDraft && <Pill tone="wait">{t('hasDraft')}</Pill>}
    </span>
  )
}
