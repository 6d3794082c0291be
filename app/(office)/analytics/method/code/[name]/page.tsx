import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { requireStaff } from '@/lib/core/session'
import { sourceOf } from '../source'

type Props = { params: Promise<{ name: string }> }

export async function generateMetadata({ params }: Props) {
  const [t, { name }] = [await getTranslations('analyticsCode'), await params]
  return { title: t('title', { file: (await sourceOf(name))?.file ?? '' }) }
}

/** The file that computes a formula, for reading, with the numbers of its lines. */
export default async function CodePage({ params }: Props) {
  await requireStaff()
  const [t, { name }] = [await getTranslations('analyticsCode'), await params]
  const source = await sourceOf(name)
  if (source === undefined) notFound()
  const { file, lines } = source
  return (
    <>
      <PageHeader title={t('title', { file })} note={t('lines', { n: lines.length })}>
        <ButtonLink href="/analytics/method">{t('back')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-3 p-5">
        <p className="text-muted">
          {t('lead')} {t('testedText')}
        </p>
        <section aria-label={file} tabIndex={0} className="overflow-x-auto rounded-m bg-surface py-3 shadow-1">
          <pre lang="en" className="text-dense leading-relaxed">
            <code>
              {lines.map(({ number, text }) => (
                <span key={number} id={`L${number}`} className="block px-4 target:bg-wait-bg">
                  <span aria-hidden="true" className="mr-4 inline-block w-8 text-right text-muted select-none">
                    {number}
                  </span>
                  {text}
                  {'\n'}
                </span>
              ))}
            </code>
          </pre>
        </section>
      </div>
    </>
  )
}
