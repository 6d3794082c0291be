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
        <p className="text-pretty text-ink-2">{t('lead')}</p>
        {groupNames.map((group) => (
          <Panel key={group} title={t(`group.${group}`)}>
            <dl className="grid">
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
    <div className="grid gap-x-5 border-b border-line py-2 last:border-0 last:pb-0 md:grid-cols-[13em_minmax(0,1fr)]">
      <dt id={name} className="font-semibold">
        {t(`terms.${name}.name`)}
      </dt>
      <dd className="grid gap-0.5">
        <p>{t(`terms.${name}.says`)}</p>
        <p className="text-dense text-muted">{t('example', { text: t(`terms.${name}.example`) })}</p>
      </dd>
    </div>
  )
}
