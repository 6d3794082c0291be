import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { Panel } from '@/app/_ui/panel'
import { setDigestAction } from './actions'

/** The one thing that leaves the system about an inbox: a count in the morning, which everybody may switch off. */
export async function Digest({ isOn }: { isOn: boolean }) {
  const t = await getTranslations('inbox')
  return (
    <Panel title={t('digest')}>
      <p className="max-w-[60em] text-muted">{t('digestText')}</p>
      <CommandForm
        action={setDigestAction}
        labels={{}}
        hidden={{ 'isOn:yes': isOn ? 'no' : 'yes' }}
        submit={isOn ? t('digestOff') : t('digestOn')}
        look="secondary"
        className=""
        keeps
      />
    </Panel>
  )
}
