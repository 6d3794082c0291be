import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import type { Assessment, Incident } from '@/lib/protection/facts'

type Fact = readonly [label: string, value: string]
const said = (facts: readonly Fact[]) => facts.filter(([, value]) => value !== '')

/** An assessment part by part, in the reader's words; parts left empty are left out. */
export async function assessmentFacts(of: Assessment): Promise<Fact[]> {
  const { field, cause, level, decision } = (await getMessages()).protection
  return said([
    [field.cause, cause[of.cause]],
    [field.purpose, of.purpose],
    [field.legalBasis, of.legalBasis],
    [field.necessity, of.necessity],
    [field.risk, of.risk],
    [field.level, level[of.level]],
    [field.measures, of.measures],
    [field.decision, decision[of.decision]],
    [field.decidedOn, of.decidedOn],
    [field.reviewOn, of.reviewOn ?? ''],
  ])
}

export async function incidentFacts(of: Incident): Promise<Fact[]> {
  const [t, format, locale] = [await getTranslations('protection'), await dayFormat(), await getLocale()]
  const { field, dataKind } = (await getMessages()).protection
  const people = t('people', { count: of.people })
  return said([
    [field.foundAt, format.dateTime(new Date(of.foundAt), { dateStyle: 'medium', timeStyle: 'short' })],
    [field.what, of.what],
    [field.dataKinds, of.dataKinds.map((kind) => dataKind[kind]).join(locale === 'en' ? ', ' : '、')],
    [field.people, people],
    [field.harm, of.harm],
    [field.measures, of.measures],
    [field.authorityOn, of.authorityOn ?? ''],
    [field.peopleOn, of.peopleOn ?? ''],
    [field.whyNotTold, of.whyNotTold],
  ])
}
