import type { Records } from './records'
import { retentionOfEvidence } from './retention'

type Item = Records['evidence'][number]

/** Where each file of the evidence stands in the package: numbered oldest first. Undefined for what stays outside. */
export function evidencePaths(items: readonly Item[]): Map<string, string> {
  const inside = items.filter(isInside)
  const width = String(inside.length).length
  return new Map(inside.map((item, index) => [item.id, `evidence/${pad(index + 1, Math.max(2, width))}-${item.fileName}`]))
}

/** A file goes along where there is one and the person may open it. */
const isInside = ({ fileHash, mayOpen }: Item) => fileHash !== null && mayOpen

/** What is left out, so that nobody takes the file for the whole: sensitive documents without a grant. */
export const withheld = (items: readonly Item[]) =>
  items.filter(({ fileHash, mayOpen }) => fileHash !== null && !mayOpen).map(({ id, code, fileHash }) => ({ id, code, fileHash }))

const pad = (value: number, width: number) => String(value).padStart(width, '0')

/** Each piece of evidence with its class of retention and its place in the package. */
export function evidenceEntries({ evidence, evidenceTypes }: Pick<Records, 'evidence' | 'evidenceTypes'>) {
  const paths = evidencePaths(evidence)
  return evidence.map((item) => {
    const type = evidenceTypes.find(({ code }) => code === item.code)
    return {
      item,
      type,
      path: paths.get(item.id) ?? null,
      retention: retentionOfEvidence({ code: item.code, sensitive: type?.sensitive ?? 'NONE' }),
    }
  })
}
