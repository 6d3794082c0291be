import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/app/_ui/button'

/** Whose door this is, and the other language; `here` is the page to come back to. */
export async function Masthead({ here }: { here: string }) {
  const [shell, locale] = [await getTranslations('shell'), await getLocale()]
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <header className="flex items-center gap-3">
      <span
        aria-hidden="true"
        className="grid size-10 place-items-center rounded-m bg-primary text-title font-semibold text-on-primary"
      >
        商
      </span>
      <div>
        <p className="text-page font-semibold">{shell('product')}</p>
        <p className="text-dense text-muted">{shell('tagline')}</p>
      </div>
      <form action="/preferences/locale" method="post" className="ml-auto">
        <input type="hidden" name="back" value={here} />
        <Button look="quiet" type="submit" name="locale" value={other} lang={other}>
          {locale === 'en' ? '中文' : 'English'}
        </Button>
      </form>
    </header>
  )
}
