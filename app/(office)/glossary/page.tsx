import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { requireStaff } from '@/lib/core/session'
import type { TermName } from '@/lib/i18n/messages/glossary'
import { groupNames, termGroups } from './groups'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('glossary'))('title') }
}

/** Every term on one page, whole, so that the browser's own search finds it. */
export default async function GlossaryPage() {
  const [, t] = [await requireStaff(), await getTranslations('glossary')]
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="grid max-w-[60em] gap-4 p-5">
        <p className="max-w-[48em] text-ink-2">{t('lead')}</p>
        {groupNames.map((group) => (
          <Panel key={group} title={t(`group.${group}`)}>
            <dl className="grid gap-x-5 gap-y-1 md:grid-cols-[11em_minmax(0,1fr)]">
              {termGroups[group].map((name) => (
                <Entry key={name} name={name} />
              ))}
            </dl>
          </Panel>
        ))}
      </div>
    </>
  )
}

async function Entry({ name }: { name: TermName }) {
  const t = await getTranslations('glossary')
  return (
    <div className="contents">
      <dt id={name} className="font-semibold">
        {t(`terms.${name}.name`)}
      </dt>
      <dd className="mb-2 grid gap-0.5 border-line pb-2 md:border-b">
        <p>{t(`terms.${name}.says`)}</p>
        <p className="text-dense text-muted">{t('example', { text: t(`terms.${name}.example`) })}</p>
      </dd>
    </div>
  )
}
