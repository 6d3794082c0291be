'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '@/app/_ui/dialog'
import { Checkbox } from '@/app/_ui/field'
import { Key } from './key'
import { linesFor, printed } from './shortcuts'
import { useSingleKeys } from './single-keys'
import { useMac } from './use-mac'

/** Every key there is, and the switch that turns single keys off. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const [t, [isOn, set]] = [useTranslations('keys'), useSingleKeys()]
  return (
    <Dialog title={t('title')} isOpen onClose={onClose} wide>
      <div className="grid content-start gap-x-8 gap-y-4 sm:grid-cols-2">
        {(['everywhere', 'board'] as const).map((place) => (
          <section key={place} className="grid content-start gap-2">
            <h3 className="text-body font-semibold">{t(place)}</h3>
            <Lines place={place} />
          </section>
        ))}
      </div>
      <div className="grid gap-1 border-t border-line pt-3">
        <Checkbox label={t('single')} checked={isOn} onChange={({ target }) => set(target.checked)} />
        <p className="text-meta text-muted">{t('singleHint')}</p>
      </div>
    </Dialog>
  )
}

function Lines({ place }: { place: 'everywhere' | 'board' }) {
  const [t, isMac] = [useTranslations('keys'), useMac()]
  return (
    <dl className="grid grid-cols-[minmax(5.5rem,auto)_1fr] items-baseline gap-x-3 gap-y-1.5">
      {linesFor(place).map(({ says, keys }) => (
        <div key={says} className="contents">
          <dt className="flex flex-wrap gap-1">
            {keys.map((key) => (
              <Key key={key}>{printed(key, isMac)}</Key>
            ))}
          </dt>
          <dd className="text-dense">{t(`list.${says}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
