import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { Panel } from '@/app/_ui/panel'
import type { Actor } from '@/lib/core/actor'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { getLikelihoodSetting } from '@/lib/likelihood/queries'
import { setLikelihoodAction } from './actions'

/** Whether counsellors see the likelihood of drafts, and the switch for those who may turn it. */
export async function LikelihoodSwitch({ actor }: { actor: Actor }) {
  if (!mayAsk(actor, 'likelihood.setting')) return null
  const [t, { isOn }] = [await getTranslations('likelihood'), await getLikelihoodSetting(actor)]
  return (
    <Panel title={t('setting')}>
      <p>{t(isOn ? 'isOn' : 'isOff')}</p>
      {mayDo(actor, 'likelihood.set') && (
        <CommandForm
          action={setLikelihoodAction}
          labels={{}}
          submit={t(isOn ? 'switchOff' : 'switchOn')}
          hidden={{ to: isOn ? 'off' : 'on' }}
          quiet
        />
      )}
    </Panel>
  )
}
