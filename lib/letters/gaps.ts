import type { Finding } from './lint'

/** The names of what is not recorded. A list that came out empty shows as nothing after its colon: it is that of the enclosures. */
export function namedGaps(words: readonly string[]): readonly string[] {
  const names = words.filter((word) => !/^[：:]/.test(word))
  return names.length === 0 && words.length > 0 ? ['attachments'] : names
}

/** What keeps a letter from being sent, with each gap named once. */
export function namedFindings(findings: readonly Finding[]): readonly Pick<Finding, 'code' | 'word'>[] {
  const gaps = findings.filter(({ code }) => code === 'empty_value').map(({ word }) => word)
  const others = findings.filter(({ code }) => code !== 'empty_value')
  return [...[...new Set(namedGaps(gaps))].map((word) => ({ code: 'empty_value' as const, word })), ...others]
}
