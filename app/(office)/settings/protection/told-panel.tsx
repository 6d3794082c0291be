import { getTranslations } from 'next-intl/server'
import { Panel } from '@/app/_ui/panel'
import type { toldOf } from '@/lib/protection/notice.queries'

/** How many clients were told, how many opened it, and whom only a call reaches. */
export async function ToldPanel({ told: { told, seen, silent, toCall } }: { told: Awaited<ReturnType<typeof toldOf>> }) {
  const t = await getTranslations('protection')
  return (
    <Panel title={t('tell.state')}>
      <p>{told === 0 ? t('tell.none') : t('tell.told', { told, seen })}</p>
      {silent > 0 && <p>{t('tell.toCall', { silent })}</p>}
      {toCall.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {toCall.map(({ caseId, number }) => (
            <li key={caseId}>
              <a href={`/cases/${caseId}`} className="inline-block min-h-6 text-primary underline">
                {number}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
