import type { PaperChoice } from './enclosures.queries'

type Named = Pick<PaperChoice, 'zh' | 'en' | 'evidenceIds'>

/** Papers as a letter lists them: kinds that the very same files serve as stand on one line, so that nobody counts them twice. */
export function asListed(papers: readonly Named[]): { zh: string; en: string }[] {
  const lines = new Map<string, Named[]>()
  for (const paper of papers) {
    const files = paper.evidenceIds.toSorted().join()
    lines.set(files, [...(lines.get(files) ?? []), paper])
  }
  return [...lines.values()].flatMap(([first, ...others]) => (first === undefined ? [] : lineOf(first, others)))
}

function lineOf({ zh, en }: Named, others: readonly Named[]) {
  if (others.length === 0) return { zh, en }
  const [also, alsoEn] = [others.map((one) => one.zh).join('、'), others.map((one) => one.en).join(', ')]
  return { zh: `${zh}（兼作${also}）`, en: `${en} (also serving as: ${alsoEn})` }
}
