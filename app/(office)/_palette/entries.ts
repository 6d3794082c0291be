import type { Card } from '@/lib/cases/card'
import type { ShortcutId } from '../_keys/shortcuts'

/** Things the palette does without going anywhere. */
export const deeds = ['privacy', 'help', 'light', 'dark', 'system', 'language', 'signOut'] as const
export type Deed = (typeof deeds)[number]

/** One line of the palette: a place to go to, or a thing to do. */
export type Entry = { id: string; text: string; note?: string; shortcut?: ShortcutId } & ({ href: string } | { deed: Deed })

/** A line known beforehand, with the words it is found by: ` 看板 板 kanban ban kb b board`. */
export type KnownEntry = Entry & { words: string }

export type SectionId = 'recent' | 'places' | 'cases' | 'clients' | 'deeds'
export type Section = { id: SectionId; items: Entry[] }

/** What the search found for what was typed. */
export type Found = { cases: Entry[]; clients: Entry[] }

/** Does every word of `q` begin a word of `words`, or stand in the title? */
export function isAbout({ words, text }: KnownEntry, q: string): boolean {
  const folded = q.normalize('NFKC').toLowerCase()
  const asked = folded.split(/\s+/).filter(Boolean)
  return text.toLowerCase().includes(folded.trim()) || asked.every((word) => words.includes(` ${word}`))
}

type Known = { places: readonly KnownEntry[]; deeds: readonly KnownEntry[] }

/** What the palette shows: everything with what was used last on top, or what fits what was typed. Empty sections are left out. */
export function sectionsOf(q: string, known: Known, { found, recent }: { found: Found; recent: readonly Entry[] }): Section[] {
  const asked = q.trim()
  const fitting = (entries: readonly KnownEntry[]) => entries.filter((entry) => asked === '' || isAbout(entry, asked))
  const last = asked === '' ? recent : []
  const shown = new Set(last.map(({ id }) => id))
  const others = (entries: readonly KnownEntry[]) => fitting(entries).filter(({ id }) => !shown.has(id))
  const sections: Section[] = [
    { id: 'recent', items: [...last] },
    { id: 'cases', items: found.cases },
    { id: 'clients', items: found.clients },
    { id: 'places', items: others(known.places) },
    { id: 'deeds', items: others(known.deeds) },
  ]
  return sections.filter(({ items }) => items.length > 0)
}

/** A search that would find too much is not made: one letter or digit is no name yet, one Chinese character may be. */
export const isWorthSearching = (q: string) => q.trim().length > 1 || /\p{Script=Han}/u.test(q)

type Say = {
  product: (product: string) => string
  stage: (stage: Card['stage']) => string
  client: (client: FoundClient) => string
}
export type FoundClient = { id: string; maskedName: string; phone: string | null; openCases: number }

const shown = { cases: 8, clients: 5 }

/** What was found, as lines: masked, as everywhere. */
export const foundEntries = (cases: readonly Card[], clients: readonly FoundClient[], say: Say): Found => ({
  cases: cases.slice(0, shown.cases).map(({ id, name, no, product, stage }) => ({
    ...{ id: `case:${id}`, text: `${name} · ${no}`, note: `${say.product(product)} · ${say.stage(stage)}`, href: `/cases/${id}` },
  })),
  clients: clients.slice(0, shown.clients).map((client) => ({
    ...{ id: `client:${client.id}`, text: client.maskedName, note: say.client(client), href: `/clients/${client.id}` },
  })),
})
