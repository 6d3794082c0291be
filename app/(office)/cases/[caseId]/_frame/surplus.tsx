import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { money, toText } from '@/lib/platform/money'

/** Disposable income; what is left of it stands beside it where plans with other creditors run. */
export async function Surplus({ disposable, paidElsewhere }: { disposable: string | undefined; paidElsewhere: string }) {
  const t = await getTranslations('casePage')
  if (disposable === undefined) return '—'
  const paid = money(paidElsewhere)
  const left = toText(money(disposable).minus(paid))
  return (
    <>
      {yuan(disposable)}
      {!paid.isZero() && (
        <p className="text-meta text-muted">{t('leftOfSurplus', { left: yuan(left), paid: yuan(paidElsewhere) })}</p>
      )}
    </>
  )
}
