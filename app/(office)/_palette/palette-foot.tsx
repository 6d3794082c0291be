'use client'
import { useTranslations } from 'next-intl'
import { Key } from '../_keys/key'

/** How the palette is used, and, for ears, how much there is. */
export function PaletteFoot({ says }: { says: string }) {
  const t = useTranslations('palette')
  return (
    <div className="hidden items-center gap-4 border-t border-line bg-paper px-4 py-2 text-meta text-muted sm:flex">
      <Hint keys="↑ ↓" text={t('keys.move')} />
      <Hint keys="Enter" text={t('keys.go')} />
      <Hint keys="Esc" text={t('keys.close')} />
      <p role="status" className="ml-auto">
        {says}
      </p>
    </div>
  )
}

const Hint = ({ keys, text }: { keys: string; text: string }) => (
  <span className="flex items-center gap-1.5">
    <Key>{keys}</Key>
    {text}
  </span>
)
