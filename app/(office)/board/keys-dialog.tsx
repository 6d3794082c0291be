'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '@/app/_ui/dialog'
import { Checkbox } from '@/app/_ui/field'
import { useSingleKeys } from './use-shortcuts'

const keys = [
  ['←↑↓→ h j k l', 'arrows'],
  ['Enter', 'enter'],
  ['Space', 'space'],
  ['M', 'm'],
  ['W', 'w'],
  ['D', 'd'],
  ['N', 'n'],
  ['.', 'dot'],
  ['/', 'slash'],
  ['Ctrl Z', 'undo'],
  ['?', 'help'],
] as const

/** Every key of the board, and the switch that turns single keys off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const [t, [isOn, set]] = [useTranslations('board.keys'), useSingleKeys()]
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {keys.map(([key, name]) => (
          <div key={name} className="contents">
            <dt>
              <kbd className="rounded-s border border-b-2 border-line px-1.5 text-meta text-ink-2">{key}</kbd>
            </dt>
            <dd>{t(`list.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox label={t('single')} checked={isOn} onChange={({ target }) => set(target.checked)} />
      <p className="text-meta text-muted">{t('singleHint')}</p>
    </Dialog>
  )
}
