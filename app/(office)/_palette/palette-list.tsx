'use client'
import { useTranslations } from 'next-intl'
import { Collection, Header, Menu, MenuItem, MenuSection } from 'react-aria-components'
import { Key } from '../_keys/key'
import { printed, shortcuts } from '../_keys/shortcuts'
import { useMac } from '../_keys/use-mac'
import type { Entry, Section } from './entries'
import type { Sight } from './finder'

type Props = { sections: Section[]; sight: Sight; q: string; onPick: (entry: Entry) => void }

/** The lines that fit, by section; Enter or a click takes one. */
export function PaletteList({ sections, sight, q, onPick }: Props) {
  const t = useTranslations('palette')
  const all = new Map(sections.flatMap(({ items }) => items.map((item) => [item.id, item])))
  return (
    <div className="max-h-[min(60vh,440px)] overflow-y-auto overscroll-contain p-1.5">
      <Menu
        aria-label={t('label')}
        items={sections}
        className="grid outline-none"
        onAction={(key) => {
          const entry = all.get(String(key))
          if (entry !== undefined) onPick(entry)
        }}
        renderEmptyState={() => <Nothing state={sight.state} q={q} />}
      >
        {({ id, items }) => (
          <MenuSection id={`section:${id}`}>
            <Header className="px-2.5 pt-2 pb-1 text-meta font-medium text-muted">{t(`section.${id}`)}</Header>
            <Collection items={items}>{(entry) => <Line entry={entry} />}</Collection>
          </MenuSection>
        )}
      </Menu>
      {sections.length > 0 && sight.state !== 'idle' && sight.state !== 'done' && <Trouble state={sight.state} />}
    </div>
  )
}

function Line({ entry }: { entry: Entry }) {
  const isMac = useMac()
  const { text, note, shortcut } = entry
  return (
    <MenuItem
      textValue={text}
      className="flex min-h-9 cursor-pointer items-center gap-3 rounded-[6px] px-2.5 text-body text-ink outline-none data-[focused]:bg-primary-tint data-[focused]:text-primary"
    >
      <span className="truncate">{text}</span>
      {note !== undefined && <span className="ml-auto shrink-0 truncate text-dense text-muted">{note}</span>}
      {shortcut !== undefined && (
        <span className="ml-auto hidden shrink-0 sm:block" aria-hidden="true">
          <Key>{printed(shortcuts[shortcut].keys[0], isMac)}</Key>
        </span>
      )}
    </MenuItem>
  )
}

const Trouble = ({ state }: { state: 'searching' | 'tooMany' | 'lost' }) => {
  const t = useTranslations('palette')
  return <p className={`px-2.5 py-2 text-dense ${state === 'searching' ? 'text-muted' : 'text-bad'}`}>{t(state)}</p>
}

function Nothing({ state, q }: { state: Sight['state']; q: string }) {
  const t = useTranslations('palette')
  if (state === 'searching' || state === 'tooMany' || state === 'lost') return <Trouble state={state} />
  return (
    <div className="px-2.5 py-6 text-center">
      <p className="font-medium">{t('none', { q: q.trim() })}</p>
      <p className="text-dense text-muted">{t('noneHint')}</p>
    </div>
  )
}
