import { getTranslations } from 'next-intl/server'
import { Panel } from '@/app/_ui/panel'
import { LoadDemo } from '@/app/(public)/setup/done/load-demo'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { answerOf } from '@/lib/core/action'
import { expectMay } from '@/lib/core/expect-may'
import { requireStaff } from '@/lib/core/session'
import { NotYours, Settings, settingsTitle } from '../frame'
import { ClearDemo } from './clear-demo'

export const generateMetadata = () => settingsTitle('demo')

/** Demo data lives in offices of its own: it is loaded beside the real one, and dropped whole. */
export default async function DemoPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('settings')]
  const asked = await answerOf(() => expectMay(actor, 'demo.clear'))
  const isThere = (await organisationsHere()).some((office) => office.is_demo)
  return (
    <Settings actor={actor} tab="demo">
      {asked.ok ? (
        <Panel title={t('tab.demo')}>
          <p className="max-w-[60em] text-ink-2">{t('demoText')}</p>
          <p>{isThere ? t('demoIsThere') : t('demoIsNotThere')}</p>
          {isThere ? <ClearDemo /> : <LoadDemo />}
        </Panel>
      ) : (
        <NotYours />
      )}
    </Settings>
  )
}
