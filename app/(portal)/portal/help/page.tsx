import { getLocale, getTranslations } from 'next-intl/server'
import { clientHere } from '@/app/(portal)/client-here'
import { home } from '@/lib/portal/queries'
import { foremost } from '@/lib/portal/turn'

/** Who to turn to, in plain words. */
export default async function HelpPage() {
  const [actor, t, locale] = [await clientHere(), await getTranslations('portal'), await getLocale()]
  const { office, cases } = await home(actor, { locale })
  const name = foremost(cases)?.counsellor ?? office.name
  return (
    <>
      <title>{t('help')}</title>
      <p>
        <a href="/portal">← {t('back')}</a>
      </p>
      <h1>{t('callNone')}</h1>
      <p className="card">{office.phone === '' ? t('helpNoPhone', { name }) : t('helpText', { name, phone: office.phone })}</p>
    </>
  )
}
