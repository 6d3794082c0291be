import { getLocale, getTranslations } from 'next-intl/server'
import { dateInWords } from '@/app/_parts/dates'
import { calmly } from '@/lib/portal/calm'
import type { plan } from '@/lib/portal/plan.queries'
import { typedIn } from '../../../typed'
import { Whose } from '../../../whose'
import { FieldFault, faultOf } from '../../message'

type View = Awaited<ReturnType<typeof plan>>
type Props = { view: View; open: View['instalments'][number]; isCalm: boolean; error: string | undefined }

/** "I paid", with a picture of the receipt; and until they have said that they cannot, a way to say so. */
export async function SayPaid({ view, open, isCalm, error }: Props) {
  const [t, budget, locale] = [await getTranslations('portal'), await getTranslations('budget'), await getLocale()]
  const typed = await typedIn(`/portal/plans/${view.id}`, error)
  return (
    <section className="card noprint" id="pay">
      <h2>{t('pay.title')}</h2>
      {!view.isTold && (
        <p className="note">
          {t(calmly(open.status === 'LATE' ? 'payLate' : 'payText', isCalm), {
            date: dateInWords(open.dueOn, locale, view.today),
          })}{' '}
          <a href={`/portal/plans/${view.id}/cannot`}>{budget('cannot.link')}</a>
        </p>
      )}
      <form action={`/portal/plans/${view.id}/pay`} method="post" encType="multipart/form-data">
        <Whose />
        <label className="field">
          {t('pay.amount')}
          <input
            type="text"
            name="amount"
            inputMode="decimal"
            required
            defaultValue={typed.amount ?? open.left}
            {...faultOf('amount', error)}
          />
        </label>
        <FieldFault field="amount" error={error} />
        <label className="field">
          {t('pay.on')}
          <input
            type="date"
            name="paidOn"
            required
            max={view.today}
            defaultValue={typed.paidOn ?? view.today}
            {...faultOf('paidOn', error)}
          />
        </label>
        <FieldFault field="paidOn" error={error} />
        <label className="field">
          {budget('receiptFile')}
          <input type="file" name="file" accept="image/*,application/pdf" />
        </label>
        <button className="big" type="submit">
          {t('pay.submit')}
        </button>
      </form>
    </section>
  )
}
