import { getTranslations } from 'next-intl/server'
import { LetterFindings } from '@/app/_parts/letter-findings'
import type { Proposal } from '@/lib/proposals/queries'

/** What still keeps this version from going out, in words and in order. */
export async function Lacking({ proposal: { lacking, findings, factsChanged } }: { proposal: Proposal }) {
  const t = await getTranslations('proposals')
  if (lacking.length === 0 && !factsChanged)
    return <p className="rounded-m bg-ok-bg px-3 py-2.5 font-medium text-ok">{t('ready')}</p>
  return (
    <section className="grid gap-1 rounded-m bg-wait-bg px-3 py-2.5 text-wait">
      <h2 className="font-semibold">{t('stillLacking')}</h2>
      <ul className="list-inside list-disc">
        {factsChanged && <li>{t('factsChanged')}</li>}
        {lacking.map((need) => (
          <li key={need}>{t(`need.${need}`)}</li>
        ))}
        <LetterFindings findings={findings} />
      </ul>
    </section>
  )
}
