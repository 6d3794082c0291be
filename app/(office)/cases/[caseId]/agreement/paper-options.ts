import type { CaseView } from '../_frame/case-view'
import { receivedOn } from './received-on'

/** Files on record that could be this paper: those of the fitting kinds first, then the others. */
export function paperOptions({ evidence, actor }: CaseView, codes: readonly string[], locale: string) {
  const files = evidence.items.filter(({ fileHash, status }) => fileHash !== null && status !== 'REJECTED')
  const nameOf = (code: string) => {
    const type = evidence.types.find((known) => known.code === code)
    return (locale === 'en' ? type?.nameEn : type?.nameZh) ?? code
  }
  const rank = (code: string) => (codes.includes(code) ? 0 : 1)
  return files
    .toSorted((a, b) => rank(a.code) - rank(b.code))
    .map(({ id, code, fileName, receivedAt }) => ({
      value: id,
      label: [nameOf(code), fileName, receivedOn(receivedAt, actor, locale)].filter((part) => part !== '').join(' · '),
    }))
}
