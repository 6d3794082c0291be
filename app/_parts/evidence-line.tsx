import { useLocale, useTranslations } from 'next-intl'
import { Pill, type Tone } from '@/app/_ui/pill'
import type { ChecklistLine } from '@/lib/evidence/checklist'

export type TypeName = { code: string; nameZh: string; nameEn: string }

/** The name of a kind of evidence in the reader's language. */
export const useTypeName = (types: readonly TypeName[]) => {
  const locale = useLocale()
  return (code: string) => {
    const type = types.find((known) => known.code === code)
    return (locale === 'en' ? type?.nameEn : type?.nameZh) ?? code
  }
}

/** A line of the checklist: its alternatives, of which one is enough. */
export function LineName({ options, types }: { options: readonly string[]; types: readonly TypeName[] }) {
  const t = useTranslations('evidence')
  const nameOf = useTypeName(types)
  return <span>{options.map(nameOf).join(t('or'))}</span>
}

const tones: Record<ChecklistLine['state'], Tone> = {
  missing: 'bad',
  requested: 'wait',
  short: 'wait',
  received: 'info',
  verified: 'ok',
}

/** How far a line is; what would merely help is not held against anybody. */
export function LineState({ line: { state, required } }: { line: Pick<ChecklistLine, 'state' | 'required'> }) {
  const t = useTranslations('evidence')
  return <Pill tone={state === 'missing' && !required ? 'neutral' : tones[state]}>{t(`state.${state}`)}</Pill>
}
