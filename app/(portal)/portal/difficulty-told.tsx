import { getTranslations } from 'next-intl/server'
import type { DelegateVerb } from '@/db/vocabulary-portal'

/** That we know they cannot pay, and what comes next, while the work goes on; to add to it there is a message, or the phone. */
export async function DifficultyTold({ may, isStopped = false }: { may: readonly DelegateVerb[]; isStopped?: boolean }) {
  const t = await getTranslations('budget')
  const mayWrite = may.includes('MESSAGE')
  return (
    <section className="card noprint">
      <h2>{t('cannot.told')}</h2>
      <p>{t(isStopped ? 'cannot.toldStopped' : 'cannot.toldNext')}</p>
      <p>
        <a href={mayWrite ? '/portal/messages' : '/portal/help'}>{t(mayWrite ? 'cannot.add' : 'cannot.call')}</a>
      </p>
    </section>
  )
}
