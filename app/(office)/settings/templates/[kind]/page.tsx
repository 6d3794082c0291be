import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { orNotFound } from '@/app/_parts/or-not-found'
import { LinkTabs } from '@/app/_ui/link-tabs'
import { letterKinds, locales } from '@/db/vocabulary'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { palette } from '@/lib/templates/palette'
import { getTemplate } from '@/lib/templates/queries'
import { templateValues } from '@/lib/templates/values.queries'
import { NotYours, Settings } from '../../frame'
import { unlessForbidden } from '../../unless-forbidden'
import { Comparison } from './comparison'
import { TemplateEditor } from './editor'
import { History, type Template } from './history'
import { Preview } from './preview'

type Props = {
  params: Promise<{ kind: string }>
  searchParams: Promise<{ language?: string; case?: string; compare?: string }>
}

export async function generateMetadata({ params }: Props) {
  const [{ kind }, words] = [await params, await getTranslations('words')]
  const known = letterKinds.find((one) => one === kind)
  return { title: known === undefined ? '' : words(`letterKind.${known}`) }
}

/** One letter in one language: its wording, its preview, and every version there was. */
export default async function TemplatePage({ params, searchParams }: Props) {
  const [actor, t, words] = [await requireStaff(), await getTranslations('templates'), await getTranslations('words')]
  const { kind, locale, caseId: asked, compare } = askedFor(await params, await searchParams)
  const template = await unlessForbidden(getTemplate(actor, { kind, locale }))
  if (template === undefined) return <NotYours />
  const { choices, caseId, ...trial } = await orNotFound(templateValues(actor, { kind, locale, caseId: asked }))
  const mayChange = mayDo(actor, 'template.publish')
  const { inUse, text } = wordingsOf(template)
  const compared = template.versions.find(({ number }) => String(number) === compare)
  const preview = { kind, locale, text, trial, choices, caseId }
  return (
    <Settings actor={actor} tab="templates">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="text-title font-semibold">{words(`letterKind.${kind}`)}</h2>
        <Link className="text-primary hover:underline" href="/settings/templates">
          {t('back')}
        </Link>
      </div>
      <LinkTabs
        label={t('languages')}
        tabs={locales.map((one) => ({ href: `?language=${one}`, text: t(`language.${one}`), isCurrent: one === locale }))}
      />
      {template.draft && (
        <p className="text-wait">
          {t('draftOf', {
            day: civilDates(await getLocale()).inText(dayOf(template.draft.savedAt, actor.timeZone)),
            by: template.draft.by,
          })}
        </p>
      )}
      {mayChange ? (
        <TemplateEditor
          key={`${kind}-${locale}-${inUse.number}-${template.draft === null ? 'none' : 'draft'}`}
          {...preview}
          inUse={inUse}
          version={template.draft?.version ?? 0}
          next={inUse.number + 1}
          palette={palette()}
        />
      ) : (
        <div className="max-w-[40rem]">
          <Preview {...preview} />
        </div>
      )}
      {compared && <Comparison number={compared.number} before={compared.text} after={text} isDraft={template.draft !== null} />}
      <History template={template} timeZone={actor.timeZone} mayChange={mayChange} caseId={caseId} />
    </Settings>
  )
}

function askedFor({ kind: name }: Awaited<Props['params']>, asked: Awaited<Props['searchParams']>) {
  const kind = letterKinds.find((one) => one === name) ?? notFound()
  const locale = locales.find((one) => one === asked.language) ?? 'zh-CN'
  return { kind, locale, caseId: asked.case || undefined, compare: asked.compare }
}

/** The wording in use, and the one to look at: the draft where there is one. */
function wordingsOf({ inUse: number, versions, draft }: Template) {
  const current = versions.find((version) => version.number === number) ?? notFound()
  return { inUse: { number, text: current.text }, text: draft?.text ?? current.text }
}
