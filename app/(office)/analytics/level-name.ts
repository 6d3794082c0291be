import type { getTranslations } from 'next-intl/server'
import { contactChannels, hardshipTypes, reliefTypes } from '@/db/vocabulary'

type Translate = Awaited<ReturnType<typeof getTranslations<'analytics'>>>
type Words = Awaited<ReturnType<typeof getTranslations<'words'>>>
export type Speakers = { t: Translate; words: Words; shell: Awaited<ReturnType<typeof getTranslations<'shell'>>> }

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

/** A level in words: a code of the glossary, yes or no, or a band with its unit. */
export function levelName(column: string, level: string, { t, words, shell }: Speakers) {
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
  const unit = measures[column] ?? 'count'
  const limits = level.split('..').map((limit) => limitText(limit.replace(/^(<|>=)/, ''), unit))
  if (!/^<|^>=|\.\./.test(level)) return level
  return `${boundsName(level, limits, t)} ${t(`measure.${unit}`)}`.trim()
}

function boundsName(level: string, [from = '', to = '']: string[], t: Translate) {
  if (level.startsWith('<')) return t('below', { limit: from })
  return level.startsWith('>=') ? t('above', { limit: from }) : t('range', { from, to })
}

function limitText(limit: string, unit: string) {
  const [whole = '', fraction = ''] = limit.split('.')
  const short = fraction === '' ? whole : `${whole}.${fraction.replace(/0*1$/, '').replace(/0+$/, '')}`.replace(/\.$/, '')
  return unit === 'yuan' ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : short
}
