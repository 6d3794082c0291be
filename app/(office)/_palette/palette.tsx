'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { Autocomplete, Dialog, Input, Modal, ModalOverlay, TextField } from 'react-aria-components'
import { nameIn } from '@/lib/creditors/names'
import { isComposing } from '../_keys/typing'
import { ask } from '../board/api'
import { useLatest } from '../board/use-latest'
import { type Entry, foundEntries, type KnownEntry, type Section, sectionsOf } from './entries'
import { Finder, nothing, type Sight } from './finder'
import { PaletteFoot } from './palette-foot'
import { PaletteList } from './palette-list'
import { keptOf, readRecent, recentEntries, withLast, writeRecent } from './recent'

export type PaletteProps = {
  known: { places: readonly KnownEntry[]; deeds: readonly KnownEntry[] }
  /** Whose last used lines are remembered. */
  who: string
  maySearch: boolean
}
type Props = PaletteProps & { onPick: (entry: Entry) => void; onClose: () => void }

/** One field for going somewhere, finding somebody and doing something. Where one can go is known before anything is typed. */
export function Palette({ known, who, maySearch, onPick, onClose }: Props) {
  const [t, words, locale] = [useTranslations('palette'), useTranslations('words'), useLocale()]
  const [q, setQ] = useState('')
  const { sight, look } = useFinder(maySearch)
  const recent = useMemo(() => recentEntries(readRecent(who), [...known.places, ...known.deeds]), [who, known])
  const found = foundEntries(sight.cases, sight.clients, {
    product: (name) => nameIn(locale, name),
    stage: (stage) => words(`stage.${stage}`),
    client: ({ phone, openCases }) => t('ofClient', { phone: phone ?? '–', count: openCases }),
  })
  const sections = sectionsOf(q, known, { found, recent })
  const pick = (entry: Entry) => {
    const last = keptOf(entry)
    if (last !== undefined) writeRecent(who, withLast(readRecent(who), last))
    onClose()
    onPick(entry)
  }
  const onKeys = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return event.stopPropagation()
    const [first] = sections.flatMap(({ items }) => items)
    if (event.key !== 'Enter' || first === undefined || isMarked(event)) return
    event.preventDefault()
    event.stopPropagation()
    pick(first)
  }
  const type = (text: string) => {
    setQ(text)
    look(text)
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || onClose()}
      className="fixed inset-0 z-50 flex items-start justify-center bg-[rgba(11,15,13,.45)] p-3 sm:pt-[12vh]"
    >
      <Modal className="w-full max-w-[600px] overflow-hidden rounded-panel border border-line bg-surface text-ink shadow-2">
        <Dialog aria-label={t('label')} data-palette="" className="grid outline-none">
          {/* Enter and arrows that an input method needs are not ours, also where a browser forgets to say that it composes. */}
          <div role="presentation" onKeyDownCapture={onKeys} className="contents">
            <Autocomplete inputValue={q} onInputChange={type}>
              <TextField aria-label={t('placeholder')} autoFocus type="search" className="border-b border-line px-4 py-1">
                <Input
                  placeholder={t('placeholder')}
                  maxLength={80}
                  className="min-h-11 w-full bg-transparent text-section text-ink outline-none placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
                />
              </TextField>
              <PaletteList sections={sections} onPick={pick} sight={sight} q={q} />
            </Autocomplete>
          </div>
          <PaletteFoot says={footOf(t, sections, q, maySearch)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** How much was found, for ears too; before anything is typed, by what it can be found. */
function footOf(t: ReturnType<typeof useTranslations<'palette'>>, sections: Section[], q: string, maySearch: boolean) {
  if (q.trim() === '') return maySearch ? t('finds') : ''
  return t('found', { count: sections.reduce((all, { items }) => all + items.length, 0) })
}

/** Is a line marked? What was found after the last key is not marked by itself. */
function isMarked({ target }: KeyboardEvent) {
  const id = target instanceof HTMLElement ? target.getAttribute('aria-activedescendant') : null
  return id !== null && document.getElementById(id) !== null
}

function useFinder(maySearch: boolean) {
  const [sight, show] = useState<Sight>(nothing)
  const finder = useLatest(Finder, { ask, show })
  useEffect(() => () => finder.stop(), [finder])
  return { sight, look: (q: string) => (maySearch ? finder.look(q) : undefined) }
}
