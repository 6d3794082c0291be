import { getTranslations } from 'next-intl/server'
import { consentTextVersionOn } from '@/lib/clients/consent'
import { clientHere } from '../client-here'
import { todayIn } from '../day-in-words'
import { FieldFault, faultOf } from './message'

const screen = '/portal/consents/SENSITIVE'
const parts = ['what', 'why', 'who', 'withdraw'] as const

/** The tick beside a sensitive paper, under the words of the consent it gives [PIPL 14, 29]. Nothing is ticked. */
export async function SeparateConsent({ tick, error }: { tick: string; error: string | undefined }) {
  const [actor, t] = [await clientHere(), await getTranslations('consents')]
  const titles = { what: t('what'), why: t('why'), who: t('who'), withdraw: t('effect') }
  return (
    <>
      <p>
        <b>{t('purpose.SENSITIVE.title')}</b>
      </p>
      {parts.map((part) => (
        <p key={part} className="note">
          <b>{titles[part]}</b> {t(`purpose.SENSITIVE.${part}`)}
        </p>
      ))}
      <p>
        <a href={screen}>{t('beside.whole', { version: consentTextVersionOn(todayIn(actor.timeZone)) })}</a>
      </p>
      <label className="tick">
        <input type="checkbox" name="consent" {...faultOf('consent', error)} />
        <span>{tick}</span>
      </label>
      <FieldFault field="consent" error={error} />
    </>
  )
}

/** In place of the tick, where the client took this consent back: it is given again on its own screen, after reading it. */
export async function AgreeAgain() {
  const t = await getTranslations('consents')
  return (
    <section className="safe">
      <p>{t('beside.takenBack')}</p>
      <p>
        <a href={screen}>{t('beside.again')}</a>
      </p>
    </section>
  )
}
