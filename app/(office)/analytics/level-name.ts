import { getTranslations } from 'next-intl/server'
import { contactChannels, hardshipTypes, type Locale, reliefTypes } from '@/db/vocabulary'
import { nameIn } from '@/lib/creditors/names'

type Translate = Awaited<ReturnType<typeof getTranslations<'analytics'>>>
type Words = Awaited<ReturnType<typeof getTranslations<'words'>>>
export type Speakers = { t: Translate; words: Words; shell: Awaited<ReturnType<typeof getTranslations<'shell'>>> }

/** What is needed to name factors and levels in the reader's language. */
export const speakersHere = async (): Promise<Speakers> => ({
  t: await getTranslations('analytics'),
  words: await getTranslations('words'),
  shell: await getTranslations('shell'),
})

const measures: Record<string, 'days' | 'share' | 'yuan' | 'count' | 'times'> = {
  'F-03': 'days',
  'F-04': 'days',
  'F-06': 'share',
  'F-07': 'share',
  'F-08': 'share',
  'F-09': 'share',
  'F-10': 'count',
  'F-11': 'yuan',
  'F-12': 'share',
  'F-13': 'share',
  'F-15': 'count',
  'F-16': 'share',
  'F-17': 'share',
  'F-20': 'share',
  'F-21': 'times',
  'F-23': 'count',
}
const overdueBands = ['NOT_DUE', 'D1_30', 'D31_90', 'D91_180', 'D181_UP'] as const

/** A factor's name; each relief asked for is a factor of its own. */
export function factorName(column: string, { t, words }: Speakers) {
  const relief = reliefTypes.find((type) => column === `F-19:${type}`)
  if (relief !== undefined) return t('asks', { relief: words(`relief.${relief}`) })
  return words(`factor.${column}` as 'factor.F-01')
}

/** A stratum, creditor and product, in the reader's language. */
export const stratumName = (stratum: string, locale: Locale) =>
  stratum
    .split(between)
    .map((name) => nameIn(locale, name))
    .join(between)

const between = ' · '

/** A level in words: a code of the glossary, yes or no, or a band with its unit. */
export function levelName(column: string, level: string, { t, words, shell }: Speakers) {
  if (level === '') return t('missing')
  const band = overdueBands.find((code) => code === level)
  if (band !== undefined) return t(`band.${band}`)
  const hardship = hardshipTypes.find((code) => column === 'F-05' && code === level)
  if (hardship !== undefined) return words(`hardship.${hardship}`)
  const channel = contactChannels.find((code) => column === 'F-24' && code === level)
  if (channel !== undefined) return words(`channel.${channel}`)
  if (level === 'yes' || level === 'no') return shell(level)
  return bandName(column, level, t)
}

function bandName(column: string, level: string, t: Translate) {
  if (!/^<|^>=|\.\./.test(level)) return level
  const unit = measures[column] ?? 'count'
  const [from = '', to = ''] = level.split('..').map((limit) => limit.replace(/^(<|>=)/, ''))
  const amount = (limit: string) => limitText(limit, unit, t)
  if (level.startsWith('<')) return unit === 'count' && from === '1' ? '0' : t('below', { limit: amount(from) })
  if (level.startsWith('>=')) return t('above', { limit: amount(from) })
  return t('range', { from: unit === 'share' ? amount(from) : digitsOf(from, unit), to: amount(to) })
}

/** A limit with its unit. Limits just above a round number (1.0001) say "more than" it and are shown as that number. */
function limitText(limit: string, unit: (typeof measures)[string], t: Translate) {
  const digits = digitsOf(limit, unit)
  if (unit === 'share') return `${percentOf(digits)}%`
  const measure = t(`measure.${unit}`)
  return measure === '' ? digits : `${digits} ${measure}`
}

function digitsOf(limit: string, unit: (typeof measures)[string]) {
  const round = limit.replace(/0{2,}1$/, '').replace(/\.$/, '')
  return unit === 'yuan' ? round.replace(/\B(?=(\d{3})+$)/g, ',') : round
}

/** '0.5' as '50': moves the point two places in text. */
function percentOf(share: string) {
  const [whole = '0', fraction = ''] = share.split('.')
  return `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '')
}
