import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { currentActor } from '@/lib/core/session'

/** On the pages before one is signed in; after that they stand in the head of every page. */
export const LoneTools = async ({ back }: { back: string }) =>
  (await currentActor())?.kind !== 'client' && (
    <div className="tools lone">
      <TextSize back={back} />
      <OtherLanguage back={back} />
    </div>
  )

/** Larger text, and back again; returns to where it was pressed. */
export async function TextSize({ back }: { back: string }) {
  const [t, jar] = [await getTranslations('portal'), await cookies()]
  const isLarge = jar.get('parley.text')?.value === 'large'
  const [value, label] = isLarge ? ['normal', t('normalText')] : ['large', t('largeText')]
  return <Tool action="/preferences/text" name="text" value={value} label={label} back={back} />
}

export async function OtherLanguage({ back }: { back: string }) {
  const [t, locale] = [await getTranslations('portal'), await getLocale()]
  const value = locale === 'en' ? 'zh-CN' : 'en'
  return <Tool action="/preferences/locale" name="locale" value={value} label={t('otherLanguage')} back={back} />
}

type ToolProps = { action: string; name: string; value: string; label: string; back: string }

export const Tool = ({ action, name, value, label, back }: ToolProps) => (
  <form action={action} method="post">
    <input type="hidden" name="back" value={back} />
    <button className="tool" type="submit" name={name} value={value}>
      {label}
    </button>
  </form>
)
