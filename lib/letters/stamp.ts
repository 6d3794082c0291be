import { type LetterKind, type Locale, letterKinds, locales } from '@/db/vocabulary'
import { type CivilDate, parseCivilDate } from '@/lib/platform/dates'
import { sha256 } from '@/lib/platform/hash'
import { letterParts } from './compiled'
import type { LetterTemplate } from './kinds'

/** One version of a template: 1 is what the product ships. `hash` is the SHA-256 of its four parts. */
export type TemplateVersion = { readonly number: number; readonly hash: string; readonly text: LetterTemplate }

/** What a letter was written with; `hash` is the beginning of the template's, empty in letters of before it was kept. */
export type Stamp = {
  readonly kind: LetterKind
  readonly number: number
  readonly hash: string
  readonly locale: Locale
  readonly day: CivilDate
}

export const templateHash = (text: LetterTemplate): string => sha256(JSON.stringify(letterParts.map((part) => text[part])))

/** 'NEGOTIATION@2#3f9a2c71/zh-CN/2026-11-21': enough to write a kept letter again and compare. */
export const stampOf = ({ kind, number, hash, locale, day }: Stamp): string =>
  `${kind}@${number}#${hash.slice(0, 8)}/${locale}/${day}`

/** The stamp of a kept letter; undefined before one was written. */
export function readStamp(text: string): Stamp | undefined {
  const [, name, number = '', hash = '', language, date = ''] =
    /^([A-Z_]+)@(\d{1,9})(?:#([0-9a-f]{8}))?\/([\w-]+)\/(\d{4}-\d{2}-\d{2})$/.exec(text) ?? []
  const [kind, locale] = [letterKinds.find((one) => one === name), locales.find((one) => one === language)]
  const day = parseCivilDate(date)
  return kind && locale && day ? { kind, number: Number.parseInt(number, 10), hash, locale, day } : undefined
}
