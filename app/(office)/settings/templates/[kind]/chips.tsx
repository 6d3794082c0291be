import { useLocale, useTranslations } from 'next-intl'
import { Disclosure } from '@/app/_parts/disclosure'
import { type Offered, type PaletteGroup, paletteGroups } from '@/lib/templates/palette'

type Props = { palette: Record<PaletteGroup, Offered[]>; onPick: (insert: string) => void }

/** The closed list of variables as chips: one press puts the variable at the cursor. */
export function Chips({ palette, onPick }: Props) {
  const t = useTranslations('templates')
  return (
    <section aria-label={t('palette')} className="grid gap-2">
      <p className="text-meta text-muted">{t('paletteHint')}</p>
      {paletteGroups.map((group) => (
        <Disclosure key={group} label={`${t(`group.${group}`)} · ${palette[group].length}`} isOpen={group === 'case'}>
          <ul className="flex flex-wrap gap-1.5">
            {palette[group].map((offered) => (
              <li key={offered.name}>
                <Chip offered={offered} onPick={onPick} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </section>
  )
}

function Chip({ offered: { name, zh, en, insert, law }, onPick }: { offered: Offered; onPick: Props['onPick'] }) {
  const [t, words, locale] = [useTranslations('templates'), useTranslations('words'), useLocale()]
  const products = law?.products.map((product) => words(`productType.${product}`)).join(locale === 'en' ? ', ' : '、') ?? ''
  return (
    <button
      type="button"
      title={law ? t('lawHint', { products, checked: law.checked }) : name}
      // The cursor stays where the variable is to go.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(insert)}
      className="min-h-6 rounded-chip bg-primary-tint px-1.5 text-dense text-primary hover:underline"
    >
      {locale === 'en' ? en : zh} <code className="text-meta text-muted">{name}</code>
    </button>
  )
}
