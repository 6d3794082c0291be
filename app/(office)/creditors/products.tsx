import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { Pill } from '@/app/_ui/pill'
import { nameIn } from '@/lib/creditors/names'
import type { Creditor } from './creditor-panel'

type Product = Creditor['products'][number]

/** What a creditor lends under which name. Limits and terms are what was published, with where and when it was read. */
export async function Products({ products }: { products: Product[] }) {
  const [t, words, locale] = [await getTranslations('creditorPages'), await getTranslations('words'), await getLocale()]
  return (
    <ul className="grid gap-3">
      {products.map((product) => (
        <li key={product.id} className="grid gap-1 border-t border-line pt-3">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <b>{nameIn(locale, product.brand)}</b>
            <span className="text-muted">{words(`productType.${product.type}`)}</span>
            {!product.isActive && <Pill>{t('retired')}</Pill>}
            <Fact label={t('limit')} value={product.maxLimit === null ? t('asInContract') : yuan(product.maxLimit)} />
            <Term product={product} />
          </div>
          <p className="text-dense text-muted">
            {t('source', { source: product.source, date: civilDates(locale).inText(product.asOf) })}
          </p>
        </li>
      ))}
    </ul>
  )
}

async function Term({ product: { minTermDays, maxTermMonths } }: { product: Product }) {
  const t = await getTranslations('creditorPages')
  const ends = [
    minTermDays === null ? undefined : t('days', { count: minTermDays }),
    maxTermMonths === null ? undefined : t('months', { count: maxTermMonths }),
  ].filter((end) => end !== undefined)
  const [min, max] = ends
  const both = max === undefined ? min : t('termRange', { min: min ?? '', max })
  return <Fact label={t('term')} value={both ?? t('asInContract')} />
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <span>
    <span className="text-muted">{label} </span>
    {value}
  </span>
)
