import { getLocale, getTranslations } from 'next-intl/server'
import { buttonClass } from '@/app/_ui/button'
import { Here } from './here'

/** Language, appearance and signing out: plain forms, so that they work before and without scripts. */
export async function Preferences() {
  const [t, locale] = [await getTranslations('shell'), await getLocale()]
  const small = buttonClass('quiet', 'px-2 text-dense')
  return (
    <div className="flex flex-wrap items-center gap-1">
      <form action="/preferences/locale" method="post">
        <Here />
        <button
          type="submit"
          name="locale"
          value={locale === 'en' ? 'zh-CN' : 'en'}
          className={small}
          lang={locale === 'en' ? 'zh-CN' : 'en'}
        >
          {locale === 'en' ? '中文' : 'English'}
        </button>
      </form>
      <form action="/preferences/theme" method="post" className="flex" aria-label={t('theme')}>
        <Here />
        <button type="submit" name="theme" value="light" className={small}>
          {t('themeLight')}
        </button>
        <button type="submit" name="theme" value="dark" className={small}>
          {t('themeDark')}
        </button>
      </form>
      <form action="/sign-out" method="post">
        <button type="submit" className={small}>
          {t('signOut')}
        </button>
      </form>
    </div>
  )
}
